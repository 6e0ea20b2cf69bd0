import type { FactMetric } from '../../definition/metric.js';

/** The first entry of each lead into each stage. */
export const stageFirstEntries = {
  id: 'stage_first_entries',
  title: 'First entries, by stage',
  question: 'How many leads entered each stage for the first time in the period?',
  hides: 'Leads that come back, and leads whose first stay nobody recorded.',
  source: 'Volume by stage, first entry.',
  unit: 'visit',
  dimensions: ['row.stage'],
  measure: { kind: 'count' },
  basis: {
    kind: 'rows',
    table: 'stageVisits',
    date: ['row.enteredAt'],
    ahead: false,
    pick: null,
    standing: null,
    where: [{ column: 'row.entry', is: 'equals', value: 1 }, { column: 'row.inferred', is: 'equals', value: false }],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
