import type { FactMetric } from '../../definition/metric.js';

/** Every delivery of a lead, by receiver. */
export const deliveryVolume = {
  id: 'delivery_volume',
  title: 'Deliveries',
  question: 'How many times was a lead handed over in the period, and to whom?',
  hides: 'How many different leads that is: one that is delivered again counts again.',
  source: 'Count of hand-offs, the denominator of acceptance of delivered.',
  unit: 'delivery',
  dimensions: ['row.toParty'],
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
