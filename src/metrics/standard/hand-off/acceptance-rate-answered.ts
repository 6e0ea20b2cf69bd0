import type { FactMetric } from '../../definition/metric.js';

/** Accepted over accepted and rejected hand-offs: those that expired or still wait are in neither. */
export const acceptanceRateAnswered = {
  id: 'acceptance_rate_answered',
  title: 'Acceptance rate, of answered',
  question: 'Of the leads handed over in the period that the receiver answered, how many were accepted?',
  hides: 'Everyone who was never answered: a receiver who answers only the good ones looks best.',
  source: 'SiriusDecisions: accepted over accepted and rejected, 90 % or more.',
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
    where: [{ is: 'any', of: [{ column: 'row.acceptedAt', is: 'not_null' }, { column: 'row.rejectedAt', is: 'not_null' }] }],
    target: { is: 'met', all: [{ column: 'row.acceptedAt', is: 'not_null' }] },
    settled: ['row.rejectedAt'],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
