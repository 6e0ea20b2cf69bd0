import type { FactMetric } from '../../definition/metric.js';

/** References that were agreed in the period. */
export const referencesAgreed = {
  id: 'references_agreed',
  title: 'References agreed',
  question: 'How many references were agreed in the period?',
  hides: 'Whether anything came of the promise.',
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
    where: [{ column: 'row.kind', is: 'equals', value: 'reference' }, { column: 'row.act', is: 'equals', value: 'agreed' }],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
