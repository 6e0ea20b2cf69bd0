import type { FactMetric } from '../../definition/metric.js';
import { timeInStageOpenP50 } from './time-in-stage-open-p50.js';

/** Open time of the stage owner within which nine in ten stays that began in the period ended. */
export const timeInStageOpenP90 = /* @__PURE__ */ (() =>
  ({
    ...timeInStageOpenP50,
    id: 'time_in_stage_open_p90',
    title: 'Time in stage in working hours, 90th percentile',
    question: 'Of the stays in a stage that began in the period, within how much working time of its owner did nine in ten end?',
    hides: 'The slowest tenth, and stays that are known to the day only or have no working hours agreed.',
    source: 'Stays that still last rank last, so that a rank that falls on one has no value but a lower bound. HubSpot and others drop them, which makes a stage in which leads get stuck look fast.',
    measure: { ...timeInStageOpenP50.measure, rank: { numerator: 9, denominator: 10 } },
  }) as const satisfies FactMetric)();
