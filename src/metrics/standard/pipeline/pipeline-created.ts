import type { MetricDefinition } from '../../definition/metric.js';

/** Amounts of the opportunities opened in the period, as last recorded, by currency. */
export const pipelineCreated = {
  id: 'pipeline_created',
  title: 'Pipeline created',
  question: 'How much pipeline was opened in the period?',
  hides: 'Who sourced it and whether it will close. Opportunities without an amount are counted apart and are in no sum.',
  source: 'Pipeline by creation date; Marketo documents a fractional credit under the same name, which this is not.',
  unit: 'opportunity',
  dimensions: ['row.type'],
  measure: { kind: 'sum', amount: 'row.amountMinor', currency: 'row.currency', weight: null, convert: null },
  basis: {
    kind: 'rows',
    table: 'opportunities',
    date: ['row.openedAt'],
    ahead: false,
    pick: null,
    standing: null,
    where: [],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies MetricDefinition;
