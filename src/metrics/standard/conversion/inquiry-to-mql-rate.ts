import type { FactMetric } from '../../definition/metric.js';

/** Of the leads that first became inquiry in the period, the share that reached MQL before asOf. */
export const inquiryToMqlRate = {
  id: 'inquiry_to_mql_rate',
  title: 'Inquiry-to-MQL conversion rate, by cohort',
  question: 'Of the leads that first inquired in the period, how many did marketing qualify since?',
  hides: 'How long it took. A recent cohort is immature: its open members may still convert.',
  source: 'Cohort conversion as in Rekener, "How to calculate cohort-based lead conversion rate".',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'milestone',
    of: 'lead',
    base: { milestone: 'inquiry', pick: 'first' },
    target: { milestone: 'mql', reach: 'strict' },
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'base.at',
    maturity: 'flag',
    where: [],
  },
} as const satisfies FactMetric;
