import type { FactMetric } from '../../definition/metric.js';

/** Of the leads that first became MQL in the period, the share that reached opportunity before asOf. */
export const mqlToOpportunityRate = {
  id: 'mql_to_opportunity_rate',
  title: 'MQL-to-opportunity conversion rate, by cohort',
  question: 'Of the leads that marketing qualified in the period, how many became an opportunity since?',
  hides: 'How long it took. A recent cohort is immature: its open members may still convert.',
  source: 'Cohort conversion as in Rekener, "How to calculate cohort-based lead conversion rate".',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'milestone',
    of: 'lead',
    base: { milestone: 'mql', pick: 'first' },
    target: { milestone: 'opportunity', reach: 'strict' },
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'base.at',
    maturity: 'flag',
    where: [],
  },
} as const satisfies FactMetric;
