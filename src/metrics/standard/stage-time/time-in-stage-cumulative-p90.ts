import type { FactMetric } from '../../definition/metric.js';
import { timeInStageCumulativeP50 } from './time-in-stage-cumulative-p50.js';

/** Calendar time that nine in ten leads whose last stay in a stage began in the period have spent there over all their stays. */
export const timeInStageCumulativeP90 = /* @__PURE__ */ (() =>
  ({
    ...timeInStageCumulativeP50,
    id: 'time_in_stage_cumulative_p90',
    title: 'Time in stage over all stays, 90th percentile',
    question: 'Of the leads that last entered a stage in the period, within what time in all, earlier stays among it, were nine in ten done with it?',
    hides: 'The slowest tenth, and how often they came back. A stay that nobody recorded adds nothing.',
    source: "HubSpot's cumulative time in stage, as against the latest; a stay that still lasts ranks last.",
    measure: { ...timeInStageCumulativeP50.measure, rank: { numerator: 9, denominator: 10 } },
  }) as const satisfies FactMetric)();
