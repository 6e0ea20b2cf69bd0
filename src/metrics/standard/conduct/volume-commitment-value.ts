import type { FormulaMetric } from '../../definition/metric.js';

/** Amounts of opportunities opened in the period whose first touch was marketing’s over the quota `marketing_pipeline` to date. */
export const volumeCommitmentValue = {
  id: 'volume_commitment_value',
  title: 'Volume commitment, by value',
  question: 'How much of the pipeline that marketing committed to by now is there?',
  hides: 'Whether it closes; opportunities without an amount. The day in progress asks for its whole part.',
  source: 'HubSpot, "How to calculate a sales and marketing SLA", in value: what is delivered over what is committed, both to date.',
  unit: 'period',
  dimensions: [],
  measure: {
    kind: 'formula',
    steps: [{ name: 'attained', op: 'divide', left: { input: 'pipeline' }, right: { input: 'committed' } }],
    of: 'number',
    digits: 4,
    rounding: 'half-even',
  },
  basis: {
    kind: 'formula',
    inputs: {
      pipeline: {
        unit: 'opportunity',
        measure: { kind: 'sum', amount: 'row.amountMinor', currency: 'row.currency', weight: null, convert: null },
        basis: {
          kind: 'rows',
          table: 'opportunities',
          date: ['row.openedAt'],
          ahead: false,
          pick: null,
          standing: null,
          where: [{ column: 'row.firstTouchParty', is: 'equals', value: 'marketing' }],
          target: null,
          settled: [],
          maturity: 'flag',
        },
        shift: 0,
      },
      committed: {
        unit: 'day of a quota',
        measure: { kind: 'sum', amount: 'row.amountMinor', currency: 'row.currency', weight: null, convert: null },
        basis: {
          kind: 'rows',
          table: 'quotas',
          date: ['row.at'],
          ahead: false,
          pick: null,
          standing: null,
          where: [{ column: 'row.kind', is: 'equals', value: 'marketing_pipeline' }],
          target: null,
          settled: [],
          maturity: 'flag',
        },
        shift: 0,
      },
    },
  },
} as const satisfies FormulaMetric;
