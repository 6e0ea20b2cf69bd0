import type { FormulaMetric } from '../../definition/metric.js';

/** The share of first MQLs of the period that have not reached SQL before asOf: what a velocity of converters is silent about. */
export const mqlToSqlNotConverted = {
  id: 'mql_to_sql_not_converted',
  title: 'MQLs not converted to SQL',
  question: 'Of the leads that became MQL in the period, how many has sales not qualified by now?',
  hides: 'Whether they still may: a young cohort has a high share.',
  source: 'The share not converted beside a velocity of converters only.',
  unit: 'period',
  dimensions: [],
  measure: {
    kind: 'formula',
    steps: [
      { name: 'not_converted', op: 'subtract', left: { input: 'mqls' }, right: { input: 'converted' } },
      { name: 'share', op: 'divide', left: { step: 'not_converted' }, right: { input: 'mqls' } },
    ],
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
      converted: {
        unit: 'lead',
        measure: { kind: 'count' },
        basis: {
          kind: 'milestone',
          of: 'lead',
          base: { milestone: 'mql', pick: 'first' },
          target: { milestone: 'sql', reach: 'strict' },
          order: 'at_or_after',
          tie: 'log_order',
          window: null,
          cohort: 'base.at',
          maturity: 'flag',
          where: [],
        },
        shift: 0,
      },
    },
  },
} as const satisfies FormulaMetric;
