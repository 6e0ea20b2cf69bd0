import type { FactMetric } from '../../definition/metric.js';

/** Of the leads that left by one of the four exits in the period, the share that was brought back since, by exit. */
export const recycleRate = {
  id: 'recycle_rate',
  title: 'Recycle rate, by exit',
  question: 'Of the leads that were rejected, disqualified, expired or lost in the period, how many came back since?',
  hides: 'What became of them then. Recent exits have had less time.',
  source: 'SiriusDecisions newsletter, July 2017: recycled over rejected, disqualified, expired and lost.',
  unit: 'exit',
  dimensions: ['row.exit'],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'rows',
    table: 'exits',
    date: ['row.at'],
    ahead: false,
    pick: null,
    standing: null,
    where: [],
    target: { is: 'met', all: [{ column: 'row.recycledAt', is: 'not_null' }] },
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
