import type { FactMetric } from '../../definition/metric.js';

/** Deliveries of the period, by the person to whom they were handed. */
export const deliveriesByPerson = {
  id: 'deliveries_by_person',
  title: 'Deliveries, by person',
  question: 'How many leads was each person handed in the period?',
  hides: 'Leads that were handed to a party and assigned within it.',
  source: 'Count of hand-offs by receiver.',
  unit: 'delivery',
  dimensions: ['row.toPerson'],
  measure: { kind: 'count' },
  basis: {
    kind: 'rows',
    table: 'handOffs',
    date: ['row.deliveredAt'],
    ahead: false,
    pick: null,
    standing: null,
    where: [],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
