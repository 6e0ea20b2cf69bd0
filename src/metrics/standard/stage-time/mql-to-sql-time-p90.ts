import type { FactMetric } from '../../definition/metric.js';

/** Calendar time within which nine in ten leads that first became MQL in the period reached SQL; those that have not rank last. */
export const mqlToSqlTimeP90 = {
  id: 'mql_to_sql_time_p90',
  title: 'MQL-to-SQL time, 90th percentile',
  question: 'Within what time did nine in ten of the leads that first became MQL in the period reach SQL?',
  hides: 'The slowest tenth. Most funnels convert less than that: then there is a lower bound and no value.',
  source: 'Time from entry to first entry with those that have not converted ranked last; averages over converters only fall when the funnel gets worse.',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'percentile', rank: { numerator: 9, denominator: 10 }, from: 'base.at', to: 'target.at', plus: null, unended: 'last' },
  basis: {
    kind: 'milestone',
    of: 'lead',
    base: { milestone: 'mql', pick: 'first' },
    target: { milestone: 'sql', reach: 'strict' },
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'base.at',
    maturity: 'flag',
    where: [],
  },
} as const satisfies FactMetric;
