import type { FactMetric } from '../../definition/metric.js';

/** What was budgeted for the whole period, its days to come among it. */
export const budget = {
  id: 'budget',
  title: 'Budget',
  question: 'How much may be spent in the period?',
  hides: 'For what, and whether it was committed or only planned.',
  source: 'Quotas of the kind `budget`, each split over its days to the last minor unit.',
  unit: 'day of a quota',
  dimensions: [],
  measure: { kind: 'sum', amount: 'row.amountMinor', currency: 'row.currency', weight: null, convert: null },
  basis: {
    kind: 'rows',
    table: 'quotas',
    date: ['row.at'],
    ahead: true,
    pick: null,
    standing: null,
    where: [{ column: 'row.kind', is: 'equals', value: 'budget' }],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
