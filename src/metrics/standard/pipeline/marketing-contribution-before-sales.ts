import type { FactMetric } from '../../definition/metric.js';
import { sourcedPipelineBeforeSales } from './sourced-pipeline-before-sales.js';

/** Of the revenue won in the period, the value of opportunities that marketing touched before sales did anything. */
export const marketingContributionBeforeSales = /* @__PURE__ */ (() =>
  ({
    ...sourcedPipelineBeforeSales,
    id: 'marketing_contribution_before_sales',
    title: 'Marketing contribution to revenue, marketing before sales',
    question: 'How much of the revenue won in the period is of opportunities that marketing touched before sales did anything?',
    basis: { ...sourcedPipelineBeforeSales.basis, date: ['row.wonAt'], settled: ['row.wonAt'] },
  }) as const satisfies FactMetric)();
