import type { FactMetric } from '../../definition/metric.js';
import { sourcedPipelineByFirstTouch } from './sourced-pipeline-by-first-touch.js';

/** Of the revenue won in the period, the value of opportunities whose first touch was marketing's. */
export const marketingContributionByFirstTouch = /* @__PURE__ */ (() =>
  ({
    ...sourcedPipelineByFirstTouch,
    id: 'marketing_contribution_by_first_touch',
    title: 'Marketing contribution to revenue, by first touch',
    question: "How much of the revenue won in the period is of opportunities whose first touch was marketing's?",
    basis: { ...sourcedPipelineByFirstTouch.basis, date: ['row.wonAt'], settled: ['row.wonAt'] },
  }) as const satisfies FactMetric)();
