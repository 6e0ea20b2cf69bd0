import type { FactMetric } from '../../definition/metric.js';
import { influencedOpportunitiesBeforeCreationOfLead } from './influenced-opportunities-before-creation-of-lead.js';

/** Of the pipeline opened in the period, the value of opportunities whose lead marketing touched before they were opened. */
export const influencedPipelineBeforeCreationOfLead = /* @__PURE__ */ (() =>
  ({
    ...influencedOpportunitiesBeforeCreationOfLead,
    id: 'influenced_pipeline_before_creation_of_lead',
    title: 'Marketing-influenced pipeline, before creation, touches of the lead',
    question: 'How much of the pipeline opened in the period is of opportunities whose lead marketing touched before they were opened?',
    measure: { kind: 'value_share', amount: 'row.amountMinor', currency: 'row.currency', convert: null, digits: 4, rounding: 'half-even' },
  }) as const satisfies FactMetric)();
