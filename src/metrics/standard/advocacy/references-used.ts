import type { FactMetric } from '../../definition/metric.js';

/** References that were used in the period. One that is used twice counts twice. */
export const referencesUsed = {
  id: 'references_used',
  title: 'References used',
  question: 'How many references were used in the period?',
  hides: 'Whether it helped.',
  source: 'The post-sale loop: customer, advocate, case study, inquiry.',
  unit: 'advocacy',
  dimensions: [],
  measure: { kind: 'count' },
  basis: {
    kind: 'rows',
    table: 'advocacy',
    date: ['row.at'],
    ahead: false,
    pick: null,
    standing: null,
    where: [{ column: 'row.kind', is: 'equals', value: 'reference' }, { column: 'row.act', is: 'equals', value: 'used' }],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
