import type { FactMetric } from '../../definition/metric.js';
import { timeInStageP50 } from './time-in-stage-p50.js';

/** Calendar time within which nine in ten stays that began in the period ended; those that still last rank behind all that ended. */
export const timeInStageP90 = /* @__PURE__ */ (() =>
  ({
    ...timeInStageP50,
    id: 'time_in_stage_p90',
    title: 'Time in stage, 90th percentile',
    question: 'Of the stays in a stage that began in the period, within what time did nine in ten end?',
    hides: 'The slowest tenth; nights and weekends count. A lead that comes back has several stays.',
    source: 'Stays that still last rank last, so that a rank that falls on one has no value but a lower bound. HubSpot and others drop them, which makes a stage in which leads get stuck look fast.',
    measure: { ...timeInStageP50.measure, rank: { numerator: 9, denominator: 10 } },
  }) as const satisfies FactMetric)();
