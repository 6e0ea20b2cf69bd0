import type { FactMetric } from '../../definition/metric.js';
import { opportunityToWonRate } from '../conversion/opportunity-to-won-rate.js';
import { mqlToSqlTimeP50 } from './mql-to-sql-time-p50.js';

/** Calendar time within which half of the leads that first became opportunity in the period reached won; those that have not rank last. */
export const opportunityToWonTimeP50 = /* @__PURE__ */ (() =>
  ({
    ...opportunityToWonRate,
    id: 'opportunity_to_won_time_p50',
    title: 'Opportunity-to-won time, median',
    question: 'Within what time did half of the leads that first became an opportunity in the period reach won?',
    hides: 'The slower half. Most funnels convert less than that: then there is a lower bound and no value.',
    source: 'Time from entry to first entry with those that have not converted ranked last; averages over converters only fall when the funnel gets worse.',
    measure: mqlToSqlTimeP50.measure,
  }) as const satisfies FactMetric)();
