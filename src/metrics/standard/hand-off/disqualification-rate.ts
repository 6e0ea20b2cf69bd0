import type { FormulaMetric } from '../../definition/metric.js';

/** Leads disqualified in the period over deliveries accepted in the period, by reason. */
export const disqualificationRate = {
  id: 'disqualification_rate',
  title: 'Disqualification rate, by reason',
  question: 'How many leads were disqualified in the period for each one accepted in it, and for which reason?',
  hides: 'That they are different leads: who was accepted in March may be disqualified in May. It may exceed 100 %.',
  source: 'Disqualified for a reason over accepted; the denominator differs from that of rejection on purpose.',
  unit: 'period',
  dimensions: ['target.reason'],
  measure: {
    kind: 'formula',
    steps: [{ name: 'rate', op: 'divide', left: { input: 'disqualified' }, right: { input: 'accepted' } }],
    of: 'number',
    digits: 4,
    rounding: 'half-even',
  },
  basis: {
    kind: 'formula',
    inputs: {
      disqualified: {
        unit: 'exit',
        measure: { kind: 'count' },
        basis: {
          kind: 'rows',
          table: 'exits',
          date: ['row.at'],
          ahead: false,
          pick: null,
          standing: null,
          where: [],
          target: { is: 'met', all: [{ column: 'row.exit', is: 'equals', value: 'disqualified' }] },
          settled: ['row.at'],
          maturity: 'flag',
        },
        shift: 0,
      },
      accepted: {
        unit: 'delivery',
        measure: { kind: 'count' },
        basis: {
          kind: 'rows',
          table: 'handOffs',
          date: ['row.acceptedAt'],
          ahead: false,
          pick: null,
          standing: null,
          where: [],
          target: null,
          settled: [],
          maturity: 'flag',
        },
        shift: 0,
      },
    },
  },
} as const satisfies FormulaMetric;
