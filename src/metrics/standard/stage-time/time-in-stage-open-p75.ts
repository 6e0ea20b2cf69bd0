import type { FactMetric } from '../../definition/metric.js';
import { timeInStageOpenP50 } from './time-in-stage-open-p50.js';

/** Open time of the stage owner within which three in four stays that began in the period ended. */
export const timeInStageOpenP75 = /* @__PURE__ */ (() =>
  ({
    ...timeInStageOpenP50,
    id: 'time_in_stage_open_p75',
    title: 'Time in stage in working hours, 75th percentile',
    question: 'Of the stays in a stage that began in the period, within how much working time of its owner did three in four end?',
    hides: 'The slowest quarter, and stays that are known to the day only or have no working hours agreed.',
    source: 'Stays that still last rank last, so that a rank that falls on one has no value but a lower bound. HubSpot and others drop them, which makes a stage in which leads get stuck look fast.',
    measure: { ...timeInStageOpenP50.measure, rank: { numerator: 3, denominator: 4 } },
  }) as const satisfies FactMetric)();
