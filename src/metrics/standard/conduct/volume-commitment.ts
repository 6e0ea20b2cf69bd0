import type { FormulaMetric } from '../../definition/metric.js';

/** First MQLs of the period to date over those committed to date: the days of the quota `mql` that have begun. */
export const volumeCommitment = {
  id: 'volume_commitment',
  title: 'Volume commitment',
  question: 'How much of the MQLs that marketing committed to by now is there?',
  hides: 'What they are worth, and whether they come evenly. The day in progress asks for its whole part.',
  source: 'HubSpot, "How to calculate a sales and marketing SLA": delivered over committed, both to date; working days by the weekdays of the quota.',
  unit: 'period',
  dimensions: [],
  measure: {
    kind: 'formula',
    steps: [{ name: 'attained', op: 'divide', left: { input: 'mqls' }, right: { input: 'committed' } }],
    of: 'number',
    digits: 4,
    rounding: 'half-even',
  },
  basis: {
    kind: 'formula',
    inputs: {
      mqls: {
        unit: 'lead',
        measure: { kind: 'count' },
        basis: {
          kind: 'milestone',
          of: 'lead',
          base: { milestone: 'mql', pick: 'first' },
          target: null,
          order: 'at_or_after',
          tie: 'log_order',
          window: null,
          cohort: 'base.at',
          maturity: 'flag',
          where: [],
        },
        shift: 0,
      },
      committed: {
        unit: 'day of a quota',
        measure: { kind: 'total', column: 'row.count' },
        basis: {
          kind: 'rows',
          table: 'quotas',
          date: ['row.at'],
          ahead: false,
          pick: null,
          standing: null,
          where: [{ column: 'row.kind', is: 'equals', value: 'mql' }],
          target: null,
          settled: [],
          maturity: 'flag',
        },
        shift: 0,
      },
    },
  },
} as const satisfies FormulaMetric;
