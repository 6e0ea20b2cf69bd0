import type { FactMetric } from '../../definition/metric.js';
import { sqlToOpportunityRate } from '../conversion/sql-to-opportunity-rate.js';
import { mqlToSqlTimeP50 } from './mql-to-sql-time-p50.js';

/** Calendar time within which half of the leads that first became SQL in the period reached opportunity; those that have not rank last. */
export const sqlToOpportunityTimeP50 = /* @__PURE__ */ (() =>
  ({
    ...sqlToOpportunityRate,
    id: 'sql_to_opportunity_time_p50',
    title: 'SQL-to-opportunity time, median',
    question: 'Within what time did half of the leads that sales first qualified in the period reach opportunity?',
    hides: 'The slower half. Most funnels convert less than that: then there is a lower bound and no value.',
    source: 'Time from entry to first entry with those that have not converted ranked last; averages over converters only fall when the funnel gets worse.',
    measure: mqlToSqlTimeP50.measure,
  }) as const satisfies FactMetric)();
