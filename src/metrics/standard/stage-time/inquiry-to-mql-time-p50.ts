import type { FactMetric } from '../../definition/metric.js';

/** Calendar time within which half of the leads that first became inquiry in the period reached MQL; those that have not rank last. */
export const inquiryToMqlTimeP50 = {
  id: 'inquiry_to_mql_time_p50',
  title: 'Inquiry-to-MQL time, median',
  question: 'Within what time did half of the leads that first inquired in the period reach MQL?',
  hides: 'The slower half. Most funnels convert less than that: then there is a lower bound and no value.',
  source: 'Time from entry to first entry with those that have not converted ranked last; averages over converters only fall when the funnel gets worse.',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'percentile', rank: { numerator: 1, denominator: 2 }, from: 'base.at', to: 'target.at', plus: null, unended: 'last' },
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
