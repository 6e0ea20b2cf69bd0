import type { FactMetric } from '../../definition/metric.js';

/** Expired over delivered hand-offs. */
export const expiryRate = {
  id: 'expiry_rate',
  title: 'Expiry rate',
  question: 'Of the leads handed over in the period, how many ran out of time unanswered?',
  hides: 'Deliveries that are overdue and that nobody has recorded as expired.',
  source: 'Expired over delivered: the doing of the clock.',
  unit: 'delivery',
  dimensions: [],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'rows',
    table: 'handOffs',
    date: ['row.deliveredAt'],
    ahead: false,
    pick: null,
    standing: null,
    where: [],
    target: { is: 'met', all: [{ column: 'row.expiredAt', is: 'not_null' }] },
    settled: ['row.acceptedAt', 'row.rejectedAt', 'row.supersededAt'],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
