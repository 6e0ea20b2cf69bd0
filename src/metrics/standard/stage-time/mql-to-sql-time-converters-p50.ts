import type { FactMetric } from '../../definition/metric.js';
import { mqlToSqlTimeP50 } from './mql-to-sql-time-p50.js';

/** Median calendar time from MQL to SQL of those that converted: to be read beside the share that did not. */
export const mqlToSqlTimeConvertersP50 = /* @__PURE__ */ (() =>
  ({
    ...mqlToSqlTimeP50,
    id: 'mql_to_sql_time_converters_p50',
    title: 'MQL-to-SQL time of converters, median',
    question: 'Of the leads that became MQL in the period and reached SQL since, within what time did half do so?',
    hides: 'Everyone who has not converted, and the slow ones of a young cohort: it looks fast when only the fastest have converted.',
    source: 'Velocity as most tools print it; the share not converted belongs beside it.',
    measure: { ...mqlToSqlTimeP50.measure, unended: 'left_out' },
  }) as const satisfies FactMetric)();
