import type { FactMetric } from '../../definition/metric.js';
import { sourcedPipelineByLead } from './sourced-pipeline-by-lead.js';

/** Of the revenue won in the period, the value of opportunities whose lead marketing brought: the party that recorded the lead's first event is marketing. */
export const marketingContributionByLead = /* @__PURE__ */ (() =>
  ({
    ...sourcedPipelineByLead,
    id: 'marketing_contribution_by_lead',
    title: 'Marketing contribution to revenue, by who brought the lead',
    question: "How much of the revenue won in the period is of opportunities whose lead marketing brought: the party that recorded the lead's first event is marketing?",
    basis: { ...sourcedPipelineByLead.basis, date: ['row.wonAt'], settled: ['row.wonAt'] },
  }) as const satisfies FactMetric)();
