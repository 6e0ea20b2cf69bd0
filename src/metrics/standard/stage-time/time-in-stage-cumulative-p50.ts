import type { FactMetric } from '../../definition/metric.js';
import { timeInStageP50 } from './time-in-stage-p50.js';

/** Calendar time that half of the leads whose last stay in a stage began in the period have spent there over all their stays. */
export const timeInStageCumulativeP50 = /* @__PURE__ */ (() =>
  ({
    ...timeInStageP50,
    id: 'time_in_stage_cumulative_p50',
    title: 'Time in stage over all stays, median',
    question: 'Of the leads that last entered a stage in the period, within what time in all, earlier stays among it, were half done with it?',
    hides: 'The slower half, and how often they came back. A stay that nobody recorded adds nothing.',
    source: "HubSpot's cumulative time in stage, as against the latest; a stay that still lasts ranks last.",
    measure: { ...timeInStageP50.measure, plus: 'row.earlierMs' },
    basis: {
      ...timeInStageP50.basis,
      pick: { which: 'last', per: ['row.leadId', 'row.stage'], among: timeInStageP50.basis.where },
      where: [],
    },
  }) as const satisfies FactMetric)();
