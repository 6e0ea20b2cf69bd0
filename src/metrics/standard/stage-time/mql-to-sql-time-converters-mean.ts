import type { FactMetric } from '../../definition/metric.js';

/** Mean calendar time in milliseconds from MQL to SQL of those that converted: to be read beside the share that did not. */
export const mqlToSqlTimeConvertersMean = {
  id: 'mql_to_sql_time_converters_mean',
  title: 'MQL-to-SQL time of converters, mean',
  question: 'Of the leads that became MQL in the period and reached SQL since, how long did they take on average?',
  hides: 'Everyone who has not converted, and that a few slow ones move it far.',
  source: 'Velocity as a mean, as in sales analytics tools; the share not converted belongs beside it.',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'mean', from: 'base.at', to: 'target.at', plus: null, digits: 0, rounding: 'half-even' },
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
