import type { FactMetric } from '../../definition/metric.js';
import { createdWinRateMetric } from './created-win-rate.js';

/** Of the value opened in the period, what was won since, each currency by itself. */
export const createdWinRateByValue = /* @__PURE__ */ (() =>
  ({
    ...createdWinRateMetric,
    id: 'created_win_rate_by_value',
    title: 'Win rate, of created, by value',
    question: 'Of the value opened in the period, how much was won since?',
    hides: 'That amounts change on the way: both sides are counted at the amount last recorded. A young cohort has had no time.',
    source: 'Varicent, created win rate, by amount.',
    measure: { kind: 'value_share', amount: 'row.amountMinor', currency: 'row.currency', convert: null, digits: 4, rounding: 'half-even' },
  }) as const satisfies FactMetric)();
