import type { FactMetric } from '../../definition/metric.js';

/** Of the leads that first became SQL in the period, the share that reached opportunity before asOf. */
export const sqlToOpportunityRate = {
  id: 'sql_to_opportunity_rate',
  title: 'SQL-to-opportunity conversion rate, by cohort',
  question: 'Of the leads that sales qualified in the period, how many became an opportunity since?',
  hides: 'How long it took. A recent cohort is immature: its open members may still convert. Where the framework has one stage for both, it is 100 %.',
  source: 'Cohort conversion as in Rekener, "How to calculate cohort-based lead conversion rate".',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'milestone',
    of: 'lead',
    base: { milestone: 'sql', pick: 'first' },
    target: { milestone: 'opportunity', reach: 'strict' },
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'base.at',
    maturity: 'flag',
    where: [],
  },
} as const satisfies FactMetric;
