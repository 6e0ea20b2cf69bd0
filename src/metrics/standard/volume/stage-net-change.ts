import type { FormulaMetric } from '../../definition/metric.js';

/** Entries less departures of each stage. */
export const stageNetChange = {
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
  basis: {
    kind: 'formula',
    inputs: {
      entries: {
        unit: 'visit',
        measure: { kind: 'count' },
        basis: {
          kind: 'rows',
          table: 'stageVisits',
          date: ['row.enteredAt'],
          ahead: false,
          pick: null,
          standing: null,
          where: [{ column: 'row.inferred', is: 'equals', value: false }],
          target: null,
          settled: [],
          maturity: 'flag',
        },
        shift: 0,
      },
      departures: {
        unit: 'visit',
        measure: { kind: 'count' },
        basis: {
          kind: 'rows',
          table: 'stageVisits',
          date: ['row.leftAt'],
          ahead: false,
          pick: null,
          standing: null,
          where: [{ column: 'row.inferred', is: 'equals', value: false }],
          target: null,
          settled: [],
          maturity: 'flag',
        },
        shift: 0,
      },
    },
  },
} as const satisfies FormulaMetric;
