import type { FactMetric } from '../../definition/metric.js';
import { sourcedOpportunitiesByFirstTouch } from './sourced-opportunities-by-first-touch.js';

/** Of the pipeline opened in the period, the value of opportunities whose first touch was marketing's. */
export const sourcedPipelineByFirstTouch = /* @__PURE__ */ (() =>
  ({
    ...sourcedOpportunitiesByFirstTouch,
    id: 'sourced_pipeline_by_first_touch',
    title: 'Marketing-sourced pipeline, by first touch',
    question: "How much of the pipeline opened in the period is of opportunities whose first touch was marketing's?",
    measure: { kind: 'value_share', amount: 'row.amountMinor', currency: 'row.currency', convert: null, digits: 4, rounding: 'half-even' },
  }) as const satisfies FactMetric)();
