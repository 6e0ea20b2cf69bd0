import type { FactMetric } from '../../definition/metric.js';
import { openPipeline } from './open-pipeline.js';

/** Opportunities that stand open at the end of the period, or as of now where that is earlier: those whose amounts are the open pipeline. */
export const openOpportunities = /* @__PURE__ */ (() =>
  ({
    ...openPipeline,
    id: 'open_opportunities',
    title: 'Open opportunities',
    question: 'How many opportunities stand open at the end of the period?',
    hides: 'How old they are: a pipeline full of dead deals is large. What they are worth.',
    source: 'Open pipeline as a snapshot, as against what was opened in a period; from the history of each opportunity.',
    measure: { kind: 'count' },
  }) as const satisfies FactMetric)();
