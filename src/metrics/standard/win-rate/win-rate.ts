import type { MetricDefinition } from '../../definition/metric.js';

/** Won over won and lost, of the opportunities closed in the period, by count. Closed twice, the last outcome wins. */
export const closedWinRate = {
  id: 'win_rate',
  title: 'Win rate, of closed',
  question: 'Of the opportunities closed in the period, how many were won?',
  hides: 'Opportunities that never close: 3 won and 7 lost of 100 opened are 30 % of closed and 3 % of created. Amounts.',
  source: 'Close rate as in Varicent, as against its created win rate; by count.',
  unit: 'opportunity',
  dimensions: ['row.type'],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'rows',
    table: 'opportunities',
    date: ['row.wonAt', 'row.lostAt'],
    ahead: false,
    pick: null,
    standing: null,
    where: [],
    target: { is: 'latest', column: 'row.wonAt' },
    settled: ['row.wonAt', 'row.lostAt'],
    maturity: 'flag',
  },
} as const satisfies MetricDefinition;
