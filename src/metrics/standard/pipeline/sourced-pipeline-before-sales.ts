import type { FactMetric } from '../../definition/metric.js';
import { sourcedOpportunitiesBeforeSales } from './sourced-opportunities-before-sales.js';

/** Of the pipeline opened in the period, the value of opportunities that marketing touched before sales did anything. */
export const sourcedPipelineBeforeSales = /* @__PURE__ */ (() =>
  ({
    ...sourcedOpportunitiesBeforeSales,
    id: 'sourced_pipeline_before_sales',
    title: 'Marketing-sourced pipeline, marketing before sales',
    question: 'How much of the pipeline opened in the period is of opportunities that marketing touched before sales did anything?',
    measure: { kind: 'value_share', amount: 'row.amountMinor', currency: 'row.currency', convert: null, digits: 4, rounding: 'half-even' },
  }) as const satisfies FactMetric)();
