import type { FactMetric } from '../../definition/metric.js';

/** Every leaving of every stage. */
export const stageDepartures = {
  id: 'stage_departures',
  title: 'Departures, by stage',
  question: 'How often was each stage left in the period, in whatever direction?',
  hides: 'Where they went: forward, back and out are one number here.',
  source: 'Outflow of the identity opening + in - out = closing.',
  unit: 'visit',
  dimensions: ['row.stage'],
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
} as const satisfies FactMetric;
