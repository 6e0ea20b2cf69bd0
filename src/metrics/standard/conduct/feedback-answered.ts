import type { FactMetric } from '../../definition/metric.js';

/** Of the items of feedback of the period, the share that a person of another party answered since. */
export const feedbackAnswered = {
  id: 'feedback_answered',
  title: 'Feedback answered',
  question: 'Of what sales said of leads in the period, how much did anybody answer?',
  hides: 'Whether the answer helped, and how long it took. Recent items have had less time.',
  source: 'Both sides owe: feedback that nobody answers is not given again.',
  unit: 'item of feedback',
  dimensions: ['row.kind'],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'rows',
    table: 'feedback',
    date: ['row.at'],
    ahead: false,
    pick: null,
    standing: null,
    where: [],
    target: { is: 'met', all: [{ column: 'row.answeredAt', is: 'not_null' }] },
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
