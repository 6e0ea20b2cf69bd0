import type { FactMetric } from '../../definition/metric.js';
import { openPipeline } from './open-pipeline.js';

/** Open pipeline that is expected to close in the period. */
export const pipelineClosing = /* @__PURE__ */ (() =>
  ({
    ...openPipeline,
    id: 'pipeline_closing',
    title: 'Open pipeline closing in the period',
    question: 'How much of the pipeline that stands open is expected to close in the period?',
    hides: 'Expected dates that have slipped, or that nobody has set. How likely it is.',
    source: 'Salesforce: what stands open with a close date in the period.',
    basis: { ...openPipeline.basis, where: [...openPipeline.basis.where, { column: 'row.expectedCloseAt', is: 'in_period' }] },
  }) as const satisfies FactMetric)();
