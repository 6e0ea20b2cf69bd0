import type { FactMetric } from '../../definition/metric.js';
import { influencedOpportunitiesRecentlyOfLead } from './influenced-opportunities-recently-of-lead.js';

/** Of the pipeline opened in the period, the value of opportunities whose lead marketing touched in the 90 days before they were opened. */
export const influencedPipelineRecentlyOfLead = /* @__PURE__ */ (() =>
  ({
    ...influencedOpportunitiesRecentlyOfLead,
    id: 'influenced_pipeline_recently_of_lead',
    title: 'Marketing-influenced pipeline, within 90 days before creation, touches of the lead',
    question: 'How much of the pipeline opened in the period is of opportunities whose lead marketing touched in the 90 days before they were opened?',
    measure: { kind: 'value_share', amount: 'row.amountMinor', currency: 'row.currency', convert: null, digits: 4, rounding: 'half-even' },
  }) as const satisfies FactMetric)();
