import type { FactMetric } from '../../definition/metric.js';

/** Case studies that were agreed in the period. */
export const caseStudiesAgreed = {
  id: 'case_studies_agreed',
  title: 'Case studies agreed',
  question: 'How many case studies were agreed in the period?',
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
    where: [{ column: 'row.kind', is: 'equals', value: 'case_study' }, { column: 'row.act', is: 'equals', value: 'agreed' }],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
