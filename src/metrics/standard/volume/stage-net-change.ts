import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { stageDepartures } from './stage-departures.js';
import { stageEntries } from './stage-entries.js';

/** Entries less departures of each stage. */
export const stageNetChange = /* @__PURE__ */ (() =>
  ({
    id: 'stage_net_change',
    title: 'Net change, by stage',
    question: 'By how many leads did each stage grow or shrink in the period?',
    hides: 'How much movement there was: a hundred in and a hundred out is no change.',
    source: 'Closing less opening of the identity opening + in - out = closing.',
    unit: 'period',
    dimensions: ['row.stage'],
    measure: {
      kind: 'formula',
      steps: [{ name: 'change', op: 'subtract', left: { input: 'entries' }, right: { input: 'departures' } }],
      of: 'number',
      digits: 0,
      rounding: 'half-even',
    },
    basis: { kind: 'formula', inputs: { entries: inputOf(stageEntries), departures: inputOf(stageDepartures) } },
  }) as const satisfies FormulaMetric)();
