import type { FactMetric } from '../../definition/metric.js';

/** Every entry into every stage. */
export const stageEntries = {
  id: 'stage_entries',
  title: 'Entries, by stage',
  question: 'How often was each stage entered in the period?',
  hides: 'How many different leads that is: one that comes back counts again. Stays that nobody recorded are in no period.',
  source: 'Inflow of the identity opening + in - out = closing.',
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
    where: [{ column: 'row.inferred', is: 'equals', value: false }],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
