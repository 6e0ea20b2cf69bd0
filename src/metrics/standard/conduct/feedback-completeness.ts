import type { FactMetric } from '../../definition/metric.js';
import { feedbackAnswered } from './feedback-answered.js';

/** Of the items of feedback of the period, the share that has the reason and the specifics that were agreed. */
export const feedbackCompleteness = /* @__PURE__ */ (() =>
  ({
    ...feedbackAnswered,
    id: 'feedback_completeness',
    title: 'Feedback completeness',
    question: 'Of the leads sent back, let go or lost in the period, how many came with the reason and the specifics that were agreed?',
    hides: 'Whether what was said is true. Items on which the pact asks for nothing are left out.',
    source: 'Pedowitz Group: required structured fields on all rejected leads.',
    basis: {
      ...feedbackAnswered.basis,
      where: [{ column: 'row.complete', is: 'not_null' }],
      target: { is: 'met', all: [{ column: 'row.complete', is: 'equals', value: true }] },
      settled: ['row.at'],
    },
  }) as const satisfies FactMetric)();
