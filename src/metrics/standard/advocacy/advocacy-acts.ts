import type { FactMetric } from '../../definition/metric.js';

/** What customers agreed to, made and had used, by kind and act. */
export const advocacyActs = {
  id: 'advocacy_acts',
  title: 'Advocacy',
  question: 'What did customers do in the period to speak for us?',
  hides: 'What came of it.',
  source: 'The post-sale loop: customer, advocate, case study, inquiry.',
  unit: 'advocacy',
  dimensions: ['row.kind', 'row.act'],
  measure: { kind: 'count' },
  basis: {
    kind: 'rows',
    table: 'advocacy',
    date: ['row.at'],
    ahead: false,
    pick: null,
    standing: null,
    where: [],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
