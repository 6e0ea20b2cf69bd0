import type { FactMetric } from '../../definition/metric.js';
import { opportunitiesCreated } from '../pipeline/opportunities-created.js';

/** Median time from opening to winning, of the opportunities won in the period. */
export const salesCycleWon = /* @__PURE__ */ (() =>
  ({
    ...opportunitiesCreated,
    id: 'sales_cycle_won',
    title: 'Sales cycle, of won, median',
    question: 'How long had the deals won in the period been open?',
    hides: 'Deals that were lost, and those that never close: it can fall while the pipeline clogs. Deals whose opening nobody recorded are in no rank and are counted as open.',
    source: 'Cycle length of won deals; vendors differ in whether lost ones count. The median by nearest rank, in calendar time.',
    dimensions: ['row.type'],
    measure: {
      kind: 'percentile',
      rank: { numerator: 1, denominator: 2 },
      from: ['row.openedAt'],
      to: ['row.wonAt'],
      plus: null,
      unended: 'left_out',
    },
    basis: { ...opportunitiesCreated.basis, date: ['row.wonAt'] },
  }) as const satisfies FactMetric)();
