import type { FactMetric } from '../../definition/metric.js';
import { feedbackAnswered } from './feedback-answered.js';

/** Calendar time within which nine in ten items of feedback of the period were answered; the unanswered rank last. */
export const feedbackAnswerTimeP90 = /* @__PURE__ */ (() =>
  ({
    ...feedbackAnswered,
    id: 'feedback_answer_time_p90',
    title: 'Time to answer feedback, 90th percentile',
    question: 'Within what time were nine in ten items of feedback answered?',
    hides: 'The slowest tenth, and items known to the day only. Nights and weekends count.',
    source: 'Nearest rank, with unanswered items ranked last.',
    dimensions: [],
    measure: {
      kind: 'percentile',
      rank: { numerator: 9, denominator: 10 },
      from: ['row.at'],
      to: ['row.answeredAt'],
      plus: null,
      unended: 'last',
    },
    basis: { ...feedbackAnswered.basis, where: [{ column: 'row.byDay', is: 'equals', value: false }], target: null },
  }) as const satisfies FactMetric)();
