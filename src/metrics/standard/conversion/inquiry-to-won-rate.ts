import type { FactMetric } from '../../definition/metric.js';

/** Of the leads that first became inquiry in the period, the share that reached won before asOf. */
export const inquiryToWonRate = {
  id: 'inquiry_to_won_rate',
  title: 'Inquiry-to-won conversion rate, by cohort',
  question: 'Of the leads that first inquired in the period, how many became customers since?',
  hides: 'How long it took. A recent cohort is immature: its open members may still convert.',
  source: 'Cohort conversion as in Rekener, "How to calculate cohort-based lead conversion rate".',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'milestone',
    of: 'lead',
    base: { milestone: 'inquiry', pick: 'first' },
    target: { milestone: 'won', reach: 'strict' },
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'base.at',
    maturity: 'flag',
    where: [],
  },
} as const satisfies FactMetric;
