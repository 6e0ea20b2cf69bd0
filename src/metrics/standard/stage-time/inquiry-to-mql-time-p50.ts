import type { FactMetric } from '../../definition/metric.js';
import { inquiryToMqlRate } from '../conversion/inquiry-to-mql-rate.js';
import { mqlToSqlTimeP50 } from './mql-to-sql-time-p50.js';

/** Calendar time within which half of the leads that first became inquiry in the period reached MQL; those that have not rank last. */
export const inquiryToMqlTimeP50 = /* @__PURE__ */ (() =>
  ({
    ...inquiryToMqlRate,
    id: 'inquiry_to_mql_time_p50',
    title: 'Inquiry-to-MQL time, median',
    question: 'Within what time did half of the leads that first inquired in the period reach MQL?',
    hides: 'The slower half. Most funnels convert less than that: then there is a lower bound and no value.',
    source: 'Time from entry to first entry with those that have not converted ranked last; averages over converters only fall when the funnel gets worse.',
    measure: mqlToSqlTimeP50.measure,
  }) as const satisfies FactMetric)();
