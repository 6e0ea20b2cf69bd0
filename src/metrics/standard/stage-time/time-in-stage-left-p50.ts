import type { FactMetric } from '../../definition/metric.js';
import { timeInStageP50 } from './time-in-stage-p50.js';

/** Median calendar time of stays that ended in the period: what most tools print. */
export const timeInStageLeftP50 = /* @__PURE__ */ (() =>
  ({
    ...timeInStageP50,
    id: 'time_in_stage_left_p50',
    title: 'Time in stage of those that left, median',
    question: 'Of the stays in a stage that ended in the period, how long did half last at most?',
    hides: 'Everyone who is still there: it falls when a stage gets stuck. Read it beside the time in stage of those that entered.',
    source: 'Closed stays only, as HubSpot and Frappe CRM (which writes the seconds at the exit) have it.',
    basis: { ...timeInStageP50.basis, date: ['row.leftAt'] },
  }) as const satisfies FactMetric)();
