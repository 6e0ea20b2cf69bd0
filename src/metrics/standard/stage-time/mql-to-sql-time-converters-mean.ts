import type { FactMetric } from '../../definition/metric.js';
import { mqlToSqlTimeP50 } from './mql-to-sql-time-p50.js';

/** Mean calendar time in milliseconds from MQL to SQL of those that converted: to be read beside the share that did not. */
export const mqlToSqlTimeConvertersMean = /* @__PURE__ */ (() =>
  ({
    ...mqlToSqlTimeP50,
    id: 'mql_to_sql_time_converters_mean',
    title: 'MQL-to-SQL time of converters, mean',
    question: 'Of the leads that became MQL in the period and reached SQL since, how long did they take on average?',
    hides: 'Everyone who has not converted, and that a few slow ones move it far.',
    source: 'Velocity as a mean, as in sales analytics tools; the share not converted belongs beside it.',
    measure: { kind: 'mean', from: 'base.at', to: 'target.at', plus: null, digits: 0, rounding: 'half-even' },
  }) as const satisfies FactMetric)();
