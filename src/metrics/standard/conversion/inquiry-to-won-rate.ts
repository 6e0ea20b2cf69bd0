import type { FactMetric } from '../../definition/metric.js';
import { inquiryToMqlRate } from './inquiry-to-mql-rate.js';

/** Of the leads that first became inquiry in the period, the share that reached won before asOf. */
export const inquiryToWonRate = /* @__PURE__ */ (() =>
  ({
    ...inquiryToMqlRate,
    id: 'inquiry_to_won_rate',
    title: 'Inquiry-to-won conversion rate, by cohort',
    question: 'Of the leads that first inquired in the period, how many became customers since?',
    hides: 'How long it took. A recent cohort is immature: its open members may still convert.',
    source: 'Cohort conversion as in Rekener, "How to calculate cohort-based lead conversion rate".',
    basis: { ...inquiryToMqlRate.basis, target: { milestone: 'won', reach: 'strict' } },
  }) as const satisfies FactMetric)();
