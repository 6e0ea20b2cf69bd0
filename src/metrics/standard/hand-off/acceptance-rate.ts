import type { FactMetric } from '../../definition/metric.js';

/** Accepted over delivered hand-offs. One that expired or still waits counts against the rate; those waiting are flagged as open. */
export const acceptanceRate = {
  id: 'acceptance_rate',
  title: 'Acceptance rate, of delivered',
  question: 'Of the leads handed over in the period, how many did the receiver accept?',
  hides: 'Why the others were not accepted; a receiver who accepts everything looks best. Recent deliveries have had less time.',
  source: 'SiriusDecisions (90 % or more of delivered leads accepted), in the stricter reading that counts expired deliveries.',
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
    target: { is: 'met', all: [{ column: 'row.acceptedAt', is: 'not_null' }] },
    settled: ['row.rejectedAt', 'row.expiredAt', 'row.supersededAt'],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
