import type { FactMetric } from '../../definition/metric.js';
import { rejectionRateByReason } from './rejection-rate-by-reason.js';

/** Of the hand-offs rejected in the period, the share of each reason. */
export const rejectionReasons = /* @__PURE__ */ (() =>
  ({
    ...rejectionRateByReason,
    id: 'rejection_reasons',
    title: 'Rejections, share by reason',
    question: 'Of the leads sent back in the period, which share was for which reason?',
    hides: 'How many were sent back at all. The whole is always 100 %.',
    source: 'Share of reasons among rejections, as against their rate among deliveries.',
    basis: { ...rejectionRateByReason.basis, date: ['row.rejectedAt'], settled: ['row.rejectedAt'] },
  }) as const satisfies FactMetric)();
