import type { FactMetric } from '../../definition/metric.js';
import { salToSqlRate } from '../conversion/sal-to-sql-rate.js';
import { mqlToSqlTimeP50 } from './mql-to-sql-time-p50.js';

/** Calendar time within which half of the leads that first became SAL in the period reached SQL; those that have not rank last. */
export const salToSqlTimeP50 = /* @__PURE__ */ (() =>
  ({
    ...salToSqlRate,
    id: 'sal_to_sql_time_p50',
    title: 'SAL-to-SQL time, median',
    question: 'Within what time did half of the leads that were first accepted in the period reach SQL?',
    hides: 'The slower half. Most funnels convert less than that: then there is a lower bound and no value.',
    source: 'Time from entry to first entry with those that have not converted ranked last; averages over converters only fall when the funnel gets worse.',
    measure: mqlToSqlTimeP50.measure,
  }) as const satisfies FactMetric)();
