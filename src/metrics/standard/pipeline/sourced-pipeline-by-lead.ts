import type { FactMetric } from '../../definition/metric.js';
import { sourcedOpportunitiesByLead } from './sourced-opportunities-by-lead.js';

/** Of the pipeline opened in the period, the value of opportunities whose lead marketing brought: the party that recorded the lead's first event is marketing. */
export const sourcedPipelineByLead = /* @__PURE__ */ (() =>
  ({
    ...sourcedOpportunitiesByLead,
    id: 'sourced_pipeline_by_lead',
    title: 'Marketing-sourced pipeline, by who brought the lead',
    question: "How much of the pipeline opened in the period is of opportunities whose lead marketing brought: the party that recorded the lead's first event is marketing?",
    measure: { kind: 'value_share', amount: 'row.amountMinor', currency: 'row.currency', convert: null, digits: 4, rounding: 'half-even' },
  }) as const satisfies FactMetric)();
