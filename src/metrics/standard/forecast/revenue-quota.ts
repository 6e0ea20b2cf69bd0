import type { FactMetric } from '../../definition/metric.js';
import { budget } from '../cost/budget.js';

/** The revenue quota of the whole period, its days to come among it. */
export const revenueQuota = /* @__PURE__ */ (() =>
  ({
    ...budget,
    id: 'revenue_quota',
    title: 'Revenue quota',
    question: 'How much is to be won in the period?',
    hides: 'Who carries it. Where persons and their team both have quotas on record, it adds up both: group by person, or narrow.',
    source: 'Quotas of the kind `revenue`, each split over its days to the last minor unit.',
    basis: { ...budget.basis, where: [{ column: 'row.kind', is: 'equals', value: 'revenue' }] },
  }) as const satisfies FactMetric)();
