import type { FactMetric } from '../../definition/metric.js';
import { acceptanceRate } from './acceptance-rate.js';

/** Accepted over accepted and rejected hand-offs: those that expired or still wait are in neither. */
export const acceptanceRateAnswered = /* @__PURE__ */ (() =>
  ({
    ...acceptanceRate,
    id: 'acceptance_rate_answered',
    title: 'Acceptance rate, of answered',
    question: 'Of the leads handed over in the period that the receiver answered, how many were accepted?',
    hides: 'Everyone who was never answered: a receiver who answers only the good ones looks best.',
    source: 'SiriusDecisions: accepted over accepted and rejected, 90 % or more.',
    basis: {
      ...acceptanceRate.basis,
      where: [{ is: 'any', of: [{ column: 'row.acceptedAt', is: 'not_null' }, { column: 'row.rejectedAt', is: 'not_null' }] }],
      settled: ['row.rejectedAt'],
    },
  }) as const satisfies FactMetric)();
