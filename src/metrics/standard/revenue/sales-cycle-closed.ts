import type { FactMetric } from '../../definition/metric.js';
import { salesCycleWon } from './sales-cycle-won.js';

/** Median time from opening to the decision, of the opportunities won or lost in the period. */
export const salesCycleClosed = /* @__PURE__ */ (() =>
  ({
    ...salesCycleWon,
    id: 'sales_cycle_closed',
    title: 'Sales cycle, of closed, median',
    question: 'How long had the deals decided in the period been open?',
    hides: 'Which way they were decided: deals lost early shorten it. Those that never close. Deals whose opening nobody recorded are in no rank and are counted as open.',
    source: 'Cycle length of all closed deals; vendors differ in whether lost ones count. The median by nearest rank, in calendar time.',
    measure: { ...salesCycleWon.measure, to: ['row.wonAt', 'row.lostAt'] },
    basis: { ...salesCycleWon.basis, date: ['row.wonAt', 'row.lostAt'] },
  }) as const satisfies FactMetric)();
