import type { FactMetric } from '../../definition/metric.js';

/** Of the hand-offs rejected in the period, the share of each reason. */
export const rejectionReasons = {
  id: 'rejection_reasons',
  title: 'Rejections, share by reason',
  question: 'Of the leads sent back in the period, which share was for which reason?',
  hides: 'How many were sent back at all. The whole is always 100 %.',
  source: 'Share of reasons among rejections, as against their rate among deliveries.',
  unit: 'delivery',
  dimensions: ['target.reason'],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'rows',
    table: 'handOffs',
    date: ['row.rejectedAt'],
    ahead: false,
    pick: null,
    standing: null,
    where: [],
    target: { is: 'met', all: [{ column: 'row.rejectedAt', is: 'not_null' }] },
    settled: ['row.rejectedAt'],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
