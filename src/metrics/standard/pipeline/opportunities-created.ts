import type { FactMetric } from '../../definition/metric.js';

/** Opportunities opened in the period. */
export const opportunitiesCreated = {
  id: 'opportunities_created',
  title: 'Opportunities created',
  question: 'How many opportunities were opened in the period?',
  hides: 'What they are worth and whether they will close.',
  source: 'Opportunities by creation date, the denominator of the created win rate of Varicent.',
  unit: 'opportunity',
  dimensions: [],
  measure: { kind: 'count' },
  basis: {
    kind: 'rows',
    table: 'opportunities',
    date: ['row.openedAt'],
    ahead: false,
    pick: null,
    standing: null,
    where: [],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
