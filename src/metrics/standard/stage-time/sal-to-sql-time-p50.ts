import type { FactMetric } from '../../definition/metric.js';

/** Calendar time within which half of the leads that first became SAL in the period reached SQL; those that have not rank last. */
export const salToSqlTimeP50 = {
  id: 'sal_to_sql_time_p50',
  title: 'SAL-to-SQL time, median',
  question: 'Within what time did half of the leads that were first accepted in the period reach SQL?',
  hides: 'The slower half. Most funnels convert less than that: then there is a lower bound and no value.',
  source: 'Time from entry to first entry with those that have not converted ranked last; averages over converters only fall when the funnel gets worse.',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'percentile', rank: { numerator: 1, denominator: 2 }, from: 'base.at', to: 'target.at', plus: null, unended: 'last' },
  basis: {
    kind: 'milestone',
    of: 'lead',
    base: { milestone: 'accepted', pick: 'first' },
    target: { milestone: 'sql', reach: 'strict' },
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'base.at',
    maturity: 'flag',
    where: [],
  },
} as const satisfies FactMetric;
