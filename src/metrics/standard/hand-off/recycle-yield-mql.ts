import type { FactMetric } from '../../definition/metric.js';

/** Of the leads brought back in the period, the share that became MQL again since. */
export const recycleYieldMql = {
  id: 'recycle_yield_mql',
  title: 'Recycle yield, MQL',
  question: 'Of the leads that were brought back in the period, how many became MQL again since?',
  hides: 'What it cost to bring them back. Recent ones have had less time.',
  source: 'SiriusDecisions newsletter, July 2017: recycled leads that reach MQL again over recycled.',
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
    target: { is: 'met', all: [{ column: 'row.mqlAgainAt', is: 'not_null' }] },
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
