import type { FactMetric } from '../../definition/metric.js';

/** Amounts of the opportunities that stand open at the end of the period, as they stood then, by currency. */
export const openPipeline = {
  id: 'open_pipeline',
  title: 'Open pipeline',
  question: 'How much pipeline stands open at the end of the period?',
  hides: 'How likely it is and when it will close. Opportunities without an amount are in no sum and are counted apart.',
  source: 'Open pipeline as a snapshot: amounts as they stood at that moment, from the history of each opportunity.',
  unit: 'state of an opportunity',
  dimensions: [],
  measure: { kind: 'sum', amount: 'row.amountMinor', currency: 'row.currency', weight: null, convert: null },
  basis: {
    kind: 'rows',
    table: 'opportunityStates',
    date: ['row.from'],
    ahead: false,
    pick: null,
    standing: { until: ['row.until'] },
    where: [{ column: 'row.status', is: 'equals', value: 'open' }],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
