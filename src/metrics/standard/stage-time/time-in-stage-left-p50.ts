import type { FactMetric } from '../../definition/metric.js';

/** Median calendar time of stays that ended in the period: what most tools print. */
export const timeInStageLeftP50 = {
  id: 'time_in_stage_left_p50',
  title: 'Time in stage of those that left, median',
  question: 'Of the stays in a stage that ended in the period, how long did half last at most?',
  hides: 'Everyone who is still there: it falls when a stage gets stuck. Read it beside the time in stage of those that entered.',
  source: 'Closed stays only, as HubSpot and Frappe CRM (which writes the seconds at the exit) have it.',
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
