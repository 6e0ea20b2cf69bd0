import type { FactMetric } from '../../definition/metric.js';
import { weightedPipelineMetric } from './weighted-pipeline.js';

/** Weighted pipeline that is expected to close in the period. */
export const weightedPipelineClosing = /* @__PURE__ */ (() =>
  ({
    ...weightedPipelineMetric,
    id: 'weighted_pipeline_closing',
    title: 'Weighted pipeline closing in the period',
    question: 'How much is to be expected of the pipeline that is due to close in the period?',
    hides: 'Expected dates that have slipped, or that nobody has set. That no deal comes in by half.',
    basis: {
      ...weightedPipelineMetric.basis,
      where: [...weightedPipelineMetric.basis.where, { column: 'row.expectedCloseAt', is: 'in_period' }],
    },
  }) as const satisfies FactMetric)();
