import type { FactMetric } from '../../definition/metric.js';
import { opportunityToWonRate } from './opportunity-to-won-rate.js';

/** First won leads of the period over first leads with an opportunity of the period, whoever they are; it may exceed 1. */
export const opportunityToWonRatePeriod = /* @__PURE__ */ (() =>
  ({
    ...opportunityToWonRate,
    id: 'opportunity_to_won_rate_period',
    title: 'Opportunity-to-won conversion rate, by period',
    question: 'How many won leads were there in the period for each lead with an opportunity of the period?',
    hides: 'That they are different leads: who comes this far in a month has mostly begun in earlier ones. A month with few leads with an opportunity looks best; it may exceed 100 %.',
    source: 'Atrium says of its own period conversion that it can exceed 100 %.',
    measure: { kind: 'ratio', digits: 4, rounding: 'half-even' },
    basis: { ...opportunityToWonRate.basis, cohort: 'own' },
  }) as const satisfies FactMetric)();
