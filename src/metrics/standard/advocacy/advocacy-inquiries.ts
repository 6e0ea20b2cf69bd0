import type { FactMetric } from '../../definition/metric.js';

/** Inquiries of the period whose source is `reference` or `case_study`. */
export const advocacyInquiries = {
  id: 'advocacy_inquiries',
  title: 'Inquiries from advocacy',
  question: 'How many inquiries came in the period through references and case studies?',
  hides: 'Who was moved by one and named another source.',
  source: 'The post-sale loop: customer, advocate, case study, inquiry; by the source that the inquiry names.',
  unit: 'touch',
  dimensions: ['row.source'],
  measure: { kind: 'count' },
  basis: {
    kind: 'rows',
    table: 'touches',
    date: ['row.at'],
    ahead: false,
    pick: null,
    standing: null,
    where: [
      { column: 'row.kind', is: 'equals', value: 'inquiry' },
      { column: 'row.source', is: 'one_of', values: ['reference', 'case_study'] },
    ],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
