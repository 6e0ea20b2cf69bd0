import type { FactMetric } from '../../definition/metric.js';

/** Rejected over delivered hand-offs, by reason: the parts add up to the whole. */
export const rejectionRateByReason = {
  id: 'rejection_rate_by_reason',
  title: 'Rejection rate, by reason',
  question: 'Of the leads handed over in the period, how many were sent back for which reason?',
  hides: 'Second reasons: a rejection has one. Recent deliveries have had less time.',
  source: 'Rejected for a reason over delivered; the denominator differs from that of disqualification on purpose.',
  unit: 'delivery',
  dimensions: ['target.reason'],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'rows',
    table: 'handOffs',
    date: ['row.deliveredAt'],
    ahead: false,
    pick: null,
    standing: null,
    where: [],
    target: { is: 'met', all: [{ column: 'row.rejectedAt', is: 'not_null' }] },
    settled: ['row.acceptedAt', 'row.expiredAt', 'row.supersededAt'],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
