import type { FactMetric } from '../../definition/metric.js';

/** Calendar time within which half of the stays that began in the period ended; those that still last rank behind all that ended. */
export const timeInStageP50 = {
  id: 'time_in_stage_p50',
  title: 'Time in stage, median',
  question: 'Of the stays in a stage that began in the period, within what time did half end?',
  hides: 'The slower half; nights and weekends count. A lead that comes back has several stays.',
  source: 'Stays that still last rank last, so that a rank that falls on one has no value but a lower bound. HubSpot and others drop them, which makes a stage in which leads get stuck look fast.',
  unit: 'visit',
  dimensions: ['row.stage'],
  measure: {
    kind: 'percentile',
    rank: { numerator: 1, denominator: 2 },
    from: ['row.enteredAt'],
    to: ['row.leftAt'],
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
    where: [{ column: 'row.inferred', is: 'equals', value: false }],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
