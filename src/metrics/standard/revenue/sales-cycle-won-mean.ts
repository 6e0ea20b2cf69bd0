import type { FactMetric } from '../../definition/metric.js';
import { salesCycleWon } from './sales-cycle-won.js';

/** Mean time from opening to winning, of the opportunities won in the period. */
export const salesCycleWonMean = /* @__PURE__ */ (() =>
  ({
    ...salesCycleWon,
    id: 'sales_cycle_won_mean',
    title: 'Sales cycle, of won, mean',
    question: 'How long had the deals won in the period been open, on average?',
    hides: 'That one deal of two years moves it more than ten of a month; the median does not. Deals that were lost.',
    source: 'The mean that sales velocity divides by, in calendar time.',
    measure: { kind: 'mean', from: ['row.openedAt'], to: ['row.wonAt'], plus: null, digits: 0, rounding: 'half-even' },
  }) as const satisfies FactMetric)();
