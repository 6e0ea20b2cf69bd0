import type { FactMetric } from '../../definition/metric.js';
import { timeInStageP50 } from './time-in-stage-p50.js';

/** Open time of the stage owner within which half of the stays that began in the period ended. */
export const timeInStageOpenP50 = /* @__PURE__ */ (() =>
  ({
    ...timeInStageP50,
    id: 'time_in_stage_open_p50',
    title: 'Time in stage in working hours, median',
    question: 'Of the stays in a stage that began in the period, within how much working time of its owner did half end?',
    hides: 'The slower half, and stays that are known to the day only or have no working hours agreed.',
    source: 'Stays that still last rank last, so that a rank that falls on one has no value but a lower bound. HubSpot and others drop them, which makes a stage in which leads get stuck look fast.',
    measure: { ...timeInStageP50.measure, from: ['row.enteredOpenMs'], to: ['row.leftOpenMs'] },
    basis: {
      ...timeInStageP50.basis,
      where: [
        ...timeInStageP50.basis.where,
        { column: 'row.enteredByDay', is: 'equals', value: false },
        { column: 'row.enteredOpenMs', is: 'not_null' },
      ],
    },
  }) as const satisfies FactMetric)();
