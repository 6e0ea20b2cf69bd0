import type { FactMetric } from '../../definition/metric.js';
import { mqlToSqlRate } from '../conversion/mql-to-sql-rate.js';

/** Calendar time within which half of the leads that first became MQL in the period reached SQL; those that have not rank last. */
export const mqlToSqlTimeP50 = /* @__PURE__ */ (() =>
  ({
    ...mqlToSqlRate,
    id: 'mql_to_sql_time_p50',
    title: 'MQL-to-SQL time, median',
    question: 'Within what time did half of the leads that first became MQL in the period reach SQL?',
    hides: 'The slower half. Most funnels convert less than that: then there is a lower bound and no value.',
    source: 'Time from entry to first entry with those that have not converted ranked last; averages over converters only fall when the funnel gets worse.',
    measure: { kind: 'percentile', rank: { numerator: 1, denominator: 2 }, from: 'base.at', to: 'target.at', plus: null, unended: 'last' },
  }) as const satisfies FactMetric)();
