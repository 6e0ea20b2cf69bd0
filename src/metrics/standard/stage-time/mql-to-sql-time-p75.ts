import type { FactMetric } from '../../definition/metric.js';
import { mqlToSqlTimeP50 } from './mql-to-sql-time-p50.js';

/** Calendar time within which three in four leads that first became MQL in the period reached SQL; those that have not rank last. */
export const mqlToSqlTimeP75 = /* @__PURE__ */ (() =>
  ({
    ...mqlToSqlTimeP50,
    id: 'mql_to_sql_time_p75',
    title: 'MQL-to-SQL time, 75th percentile',
    question: 'Within what time did three in four of the leads that first became MQL in the period reach SQL?',
    hides: 'The slowest quarter. Most funnels convert less than that: then there is a lower bound and no value.',
    source: 'Time from entry to first entry with those that have not converted ranked last; averages over converters only fall when the funnel gets worse.',
    measure: { ...mqlToSqlTimeP50.measure, rank: { numerator: 3, denominator: 4 } },
  }) as const satisfies FactMetric)();
