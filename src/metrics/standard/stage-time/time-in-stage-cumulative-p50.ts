import type { FactMetric } from '../../definition/metric.js';

/** Calendar time that half of the leads whose last stay in a stage began in the period have spent there over all their stays. */
export const timeInStageCumulativeP50 = {
  id: 'time_in_stage_cumulative_p50',
  title: 'Time in stage over all stays, median',
  question: 'Of the leads that last entered a stage in the period, within what time in all, earlier stays among it, were half done with it?',
  hides: 'The slower half, and how often they came back. A stay that nobody recorded adds nothing.',
  source: "HubSpot's cumulative time in stage, as against the latest; a stay that still lasts ranks last.",
  unit: 'visit',
  dimensions: ['row.stage'],
  measure: {
    kind: 'percentile',
    rank: { numerator: 1, denominator: 2 },
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
