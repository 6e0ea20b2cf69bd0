import type { FactMetric } from '../../definition/metric.js';

/** Calendar time within which half of the leads that first became MQL in the period reached SAL; those that have not rank last. */
export const mqlToSalTimeP50 = {
  id: 'mql_to_sal_time_p50',
  title: 'MQL-to-SAL time, median',
  question: 'Within what time did half of the leads that first became MQL in the period reach SAL?',
  hides: 'The slower half. Most funnels convert less than that: then there is a lower bound and no value.',
  source: 'Time from entry to first entry with those that have not converted ranked last; averages over converters only fall when the funnel gets worse.',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'percentile', rank: { numerator: 1, denominator: 2 }, from: 'base.at', to: 'target.at', plus: null, unended: 'last' },
  basis: {
    kind: 'milestone',
    of: 'lead',
    base: { milestone: 'mql', pick: 'first' },
    target: { milestone: 'accepted', reach: 'strict' },
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'base.at',
    maturity: 'flag',
    where: [],
  },
} as const satisfies FactMetric;
