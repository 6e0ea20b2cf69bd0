import type { FactMetric } from '../../definition/metric.js';
import { sqlToOpportunityRate } from './sql-to-opportunity-rate.js';

/** First leads with an opportunity of the period over first SQLs of the period, whoever they are; it may exceed 1. */
export const sqlToOpportunityRatePeriod = /* @__PURE__ */ (() =>
  ({
    ...sqlToOpportunityRate,
    id: 'sql_to_opportunity_rate_period',
    title: 'SQL-to-opportunity conversion rate, by period',
    question: 'How many leads with an opportunity were there in the period for each SQL of the period?',
    hides: 'That they are different leads: who comes this far in a month has mostly begun in earlier ones. A month with few SQLs looks best; it may exceed 100 %.',
    source: 'Atrium says of its own period conversion that it can exceed 100 %.',
    measure: { kind: 'ratio', digits: 4, rounding: 'half-even' },
    basis: { ...sqlToOpportunityRate.basis, cohort: 'own' },
  }) as const satisfies FactMetric)();
