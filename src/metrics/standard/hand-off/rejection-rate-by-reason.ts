import type { FactMetric } from '../../definition/metric.js';
import { rejectionRate } from './rejection-rate.js';

/** Rejected over delivered hand-offs, by reason: the parts add up to the whole. */
export const rejectionRateByReason = /* @__PURE__ */ (() =>
  ({
    ...rejectionRate,
    id: 'rejection_rate_by_reason',
    title: 'Rejection rate, by reason',
    question: 'Of the leads handed over in the period, how many were sent back for which reason?',
    hides: 'Second reasons: a rejection has one. Recent deliveries have had less time.',
    source: 'Rejected for a reason over delivered; the denominator differs from that of disqualification on purpose.',
    dimensions: ['target.reason'],
  }) as const satisfies FactMetric)();
