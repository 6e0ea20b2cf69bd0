import type { FactMetric } from '../../definition/metric.js';
import { stageEntries } from './stage-entries.js';

/** Every leaving of every stage. */
export const stageDepartures = /* @__PURE__ */ (() =>
  ({
    ...stageEntries,
    id: 'stage_departures',
    title: 'Departures, by stage',
    question: 'How often was each stage left in the period, in whatever direction?',
    hides: 'Where they went: forward, back and out are one number here.',
    source: 'Outflow of the identity opening + in - out = closing.',
    basis: { ...stageEntries.basis, date: ['row.leftAt'] },
  }) as const satisfies FactMetric)();
