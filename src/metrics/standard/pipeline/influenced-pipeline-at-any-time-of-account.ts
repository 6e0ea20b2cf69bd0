import type { FactMetric } from '../../definition/metric.js';
import { influencedOpportunitiesAtAnyTimeOfAccount } from './influenced-opportunities-at-any-time-of-account.js';

/** Of the pipeline opened in the period, the value of opportunities whose account marketing touched at any time. */
export const influencedPipelineAtAnyTimeOfAccount = /* @__PURE__ */ (() =>
  ({
    ...influencedOpportunitiesAtAnyTimeOfAccount,
    id: 'influenced_pipeline_at_any_time_of_account',
    title: 'Marketing-influenced pipeline, at any time, touches of the account',
    question: 'How much of the pipeline opened in the period is of opportunities whose account marketing touched at any time?',
    measure: { kind: 'value_share', amount: 'row.amountMinor', currency: 'row.currency', convert: null, digits: 4, rounding: 'half-even' },
  }) as const satisfies FactMetric)();
