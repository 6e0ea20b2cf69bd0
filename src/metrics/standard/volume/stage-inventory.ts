import type { FactMetric } from '../../definition/metric.js';

/** Leads that stand in each stage at the end of the period, or at asOf where that is earlier. */
export const stageInventory = {
  id: 'stage_inventory',
  title: 'In stage now, by stage',
  question: 'How many leads stood in each stage at the end of the period?',
  hides: 'How long they have stood there, and how many came and went in between.',
  source: 'In stage at a moment, as against entries in a period.',
  unit: 'visit',
  dimensions: ['row.stage'],
  measure: { kind: 'count' },
  basis: {
    kind: 'rows',
    table: 'stageVisits',
    date: ['row.enteredAt'],
    ahead: false,
    pick: null,
    standing: { until: ['row.leftAt'] },
    where: [{ column: 'row.inferred', is: 'equals', value: false }],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
