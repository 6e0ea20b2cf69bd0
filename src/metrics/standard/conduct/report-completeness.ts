import type { FactMetric } from '../../definition/metric.js';
import { conversationsReported } from './conversations-reported.js';

/** Of the conversations of the period, the share whose report says everything that was agreed. */
export const reportCompleteness = /* @__PURE__ */ (() =>
  ({
    ...conversationsReported,
    id: 'report_completeness',
    title: 'Report completeness',
    question: 'Of the calls and meetings of the period, after how many did the report say everything that both sides agreed it says?',
    hides: 'Whether what was said is true. Conversations of which the pact asks no report are left out.',
    source: 'Conversations with a complete report over conversations of which one is asked.',
    basis: {
      ...conversationsReported.basis,
      where: [...conversationsReported.basis.where, { column: 'row.complete', is: 'not_null' }],
      target: { is: 'met', all: [{ column: 'row.complete', is: 'equals', value: true }] },
    },
  }) as const satisfies FactMetric)();
