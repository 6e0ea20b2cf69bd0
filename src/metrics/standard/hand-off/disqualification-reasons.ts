import type { FactMetric } from '../../definition/metric.js';

/** Of the leads disqualified in the period, the share of each reason. */
export const disqualificationReasons = {
  id: 'disqualification_reasons',
  title: 'Disqualifications, share by reason',
  question: 'Of the leads disqualified in the period, which share was for which reason?',
  hides: 'How many were disqualified at all. The whole is always 100 %.',
  source: 'Share of reasons among disqualifications, as against their rate among acceptances.',
  unit: 'exit',
  dimensions: ['target.reason'],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'rows',
    table: 'exits',
    date: ['row.at'],
    ahead: false,
    pick: null,
    standing: null,
    where: [{ column: 'row.exit', is: 'equals', value: 'disqualified' }],
    target: { is: 'met', all: [{ column: 'row.at', is: 'not_null' }] },
    settled: ['row.at'],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
