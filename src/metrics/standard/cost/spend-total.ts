import type { FactMetric } from '../../definition/metric.js';

/** What was spent in the period, by currency: each record's amount split over its civil days. */
export const spendTotal = {
  id: 'spend_total',
  title: 'Spend',
  question: 'How much was spent on marketing and sales in the period?',
  hides: 'What it was spent on, and whatever nobody recorded: salaries are often not among it.',
  source: 'Spend records, each split over its days to the last minor unit.',
  unit: 'day of spend',
  dimensions: ['row.kind'],
  measure: { kind: 'sum', amount: 'row.amountMinor', currency: 'row.currency', weight: null, convert: null },
  basis: {
    kind: 'rows',
    table: 'spend',
    date: ['row.at'],
    ahead: false,
    pick: null,
    standing: null,
    where: [],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
