import type { FactMetric } from '../../definition/metric.js';

/** Case studies that were made in the period. */
export const caseStudiesMade = {
  id: 'case_studies_made',
  title: 'Case studies made',
  question: 'How many case studies were made in the period?',
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
    where: [{ column: 'row.kind', is: 'equals', value: 'case_study' }, { column: 'row.act', is: 'equals', value: 'made' }],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
