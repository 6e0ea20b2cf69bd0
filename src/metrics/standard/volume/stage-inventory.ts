import type { FactMetric } from '../../definition/metric.js';
import { stageEntries } from './stage-entries.js';

/** Leads that stand in each stage at the end of the period, or at asOf where that is earlier. */
export const stageInventory = /* @__PURE__ */ (() =>
  ({
    ...stageEntries,
    id: 'stage_inventory',
    title: 'In stage now, by stage',
    question: 'How many leads stood in each stage at the end of the period?',
    hides: 'How long they have stood there, and how many came and went in between.',
    source: 'In stage at a moment, as against entries in a period.',
    basis: { ...stageEntries.basis, standing: { until: ['row.leftAt'] } },
  }) as const satisfies FactMetric)();
