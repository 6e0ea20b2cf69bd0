import type { FactMetric } from '../../definition/metric.js';

/** Open time of the stage owner within which three in four stays that began in the period ended. */
export const timeInStageOpenP75 = {
  id: 'time_in_stage_open_p75',
  title: 'Time in stage in working hours, 75th percentile',
  question: 'Of the stays in a stage that began in the period, within how much working time of its owner did three in four end?',
  hides: 'The slowest quarter, and stays that are known to the day only or have no working hours agreed.',
  source: 'Stays that still last rank last, so that a rank that falls on one has no value but a lower bound. HubSpot and others drop them, which makes a stage in which leads get stuck look fast.',
  unit: 'visit',
  dimensions: ['row.stage'],
  measure: {
    kind: 'percentile',
    rank: { numerator: 3, denominator: 4 },
    from: ['row.enteredOpenMs'],
    to: ['row.leftOpenMs'],
    plus: null,
    unended: 'last',
  },
  basis: {
    kind: 'rows',
    table: 'stageVisits',
    date: ['row.enteredAt'],
    ahead: false,
    pick: null,
    standing: null,
    where: [
      { column: 'row.inferred', is: 'equals', value: false },
      { column: 'row.enteredByDay', is: 'equals', value: false },
      { column: 'row.enteredOpenMs', is: 'not_null' },
    ],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
