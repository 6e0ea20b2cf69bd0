import type { FactMetric } from '../../definition/metric.js';

/** References that were made in the period. */
export const referencesMade = {
  id: 'references_made',
  title: 'References made',
  question: 'How many references were made in the period?',
  hides: 'Whether anybody uses them.',
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
    where: [{ column: 'row.kind', is: 'equals', value: 'reference' }, { column: 'row.act', is: 'equals', value: 'made' }],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
