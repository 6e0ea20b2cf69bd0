import type { FactMetric } from '../../definition/metric.js';
import { influencedOpportunitiesAtAnyTimeOfLead } from './influenced-opportunities-at-any-time-of-lead.js';

/** Of the pipeline opened in the period, the value of opportunities whose lead marketing touched at any time. */
export const influencedPipelineAtAnyTimeOfLead = /* @__PURE__ */ (() =>
  ({
    ...influencedOpportunitiesAtAnyTimeOfLead,
    id: 'influenced_pipeline_at_any_time_of_lead',
    title: 'Marketing-influenced pipeline, at any time, touches of the lead',
    question: 'How much of the pipeline opened in the period is of opportunities whose lead marketing touched at any time?',
    measure: { kind: 'value_share', amount: 'row.amountMinor', currency: 'row.currency', convert: null, digits: 4, rounding: 'half-even' },
  }) as const satisfies FactMetric)();
