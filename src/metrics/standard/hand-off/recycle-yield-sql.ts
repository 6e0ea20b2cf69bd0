import type { FactMetric } from '../../definition/metric.js';

/** Of the leads brought back in the period, the share that became SQL again since. */
export const recycleYieldSql = {
  id: 'recycle_yield_sql',
  title: 'Recycle yield, SQL',
  question: 'Of the leads that were brought back in the period, how many became SQL again since?',
  hides: 'What it cost to bring them back. Recent ones have had less time.',
  source: 'SiriusDecisions newsletter, July 2017: recycled leads that reach SQL again over recycled.',
  unit: 'exit',
  dimensions: ['row.exit'],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'rows',
    table: 'exits',
    date: ['row.recycledAt'],
    ahead: false,
    pick: null,
    standing: null,
    where: [],
    target: { is: 'met', all: [{ column: 'row.sqlAgainAt', is: 'not_null' }] },
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
