import type { FactMetric } from '../../definition/metric.js';

/** Calendar time that nine in ten leads whose last stay in a stage began in the period have spent there over all their stays. */
export const timeInStageCumulativeP90 = {
  id: 'time_in_stage_cumulative_p90',
  title: 'Time in stage over all stays, 90th percentile',
  question: 'Of the leads that last entered a stage in the period, within what time in all, earlier stays among it, were nine in ten done with it?',
  hides: 'The slowest tenth, and how often they came back. A stay that nobody recorded adds nothing.',
  source: "HubSpot's cumulative time in stage, as against the latest; a stay that still lasts ranks last.",
  unit: 'visit',
  dimensions: ['row.stage'],
  measure: {
    kind: 'percentile',
    rank: { numerator: 9, denominator: 10 },
    from: ['row.enteredAt'],
    to: ['row.leftAt'],
    plus: 'row.earlierMs',
    unended: 'last',
  },
  basis: {
    kind: 'rows',
    table: 'stageVisits',
    date: ['row.enteredAt'],
    ahead: false,
    pick: { which: 'last', per: ['row.leadId', 'row.stage'], among: [{ column: 'row.inferred', is: 'equals', value: false }] },
    standing: null,
    where: [],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
