import type { FactMetric } from '../../definition/metric.js';

/** Median calendar time from MQL to SQL of those that converted: to be read beside the share that did not. */
export const mqlToSqlTimeConvertersP50 = {
  id: 'mql_to_sql_time_converters_p50',
  title: 'MQL-to-SQL time of converters, median',
  question: 'Of the leads that became MQL in the period and reached SQL since, within what time did half do so?',
  hides: 'Everyone who has not converted, and the slow ones of a young cohort: it looks fast when only the fastest have converted.',
  source: 'Velocity as most tools print it; the share not converted belongs beside it.',
  unit: 'lead',
  dimensions: [],
  measure: {
    kind: 'percentile',
    rank: { numerator: 1, denominator: 2 },
    from: 'base.at',
    to: 'target.at',
    plus: null,
    unended: 'left_out',
  },
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
