import type { FactMetric } from '../../definition/metric.js';
import { stageEntries } from './stage-entries.js';

/** The first entry of each lead into each stage. */
export const stageFirstEntries = /* @__PURE__ */ (() =>
  ({
    ...stageEntries,
    id: 'stage_first_entries',
    title: 'First entries, by stage',
    question: 'How many leads entered each stage for the first time in the period?',
    hides: 'Leads that come back, and leads whose first stay nobody recorded.',
    source: 'Volume by stage, first entry.',
    basis: {
      ...stageEntries.basis,
      where: [{ column: 'row.entry', is: 'equals', value: 1 }, ...stageEntries.basis.where],
    },
  }) as const satisfies FactMetric)();
