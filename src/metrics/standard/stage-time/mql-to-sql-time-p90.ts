import type { FactMetric } from '../../definition/metric.js';
import { mqlToSqlTimeP50 } from './mql-to-sql-time-p50.js';

/** Calendar time within which nine in ten leads that first became MQL in the period reached SQL; those that have not rank last. */
export const mqlToSqlTimeP90 = /* @__PURE__ */ (() =>
  ({
    ...mqlToSqlTimeP50,
    id: 'mql_to_sql_time_p90',
    title: 'MQL-to-SQL time, 90th percentile',
    question: 'Within what time did nine in ten of the leads that first became MQL in the period reach SQL?',
    hides: 'The slowest tenth. Most funnels convert less than that: then there is a lower bound and no value.',
    source: 'Time from entry to first entry with those that have not converted ranked last; averages over converters only fall when the funnel gets worse.',
    measure: { ...mqlToSqlTimeP50.measure, rank: { numerator: 9, denominator: 10 } },
  }) as const satisfies FactMetric)();
