import type { FactMetric } from '../../definition/metric.js';

/** Case studies that were used in the period. One that is used twice counts twice. */
export const caseStudiesUsed = {
  id: 'case_studies_used',
  title: 'Case studies used',
  question: 'How many case studies were used in the period?',
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
    where: [{ column: 'row.kind', is: 'equals', value: 'case_study' }, { column: 'row.act', is: 'equals', value: 'used' }],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
