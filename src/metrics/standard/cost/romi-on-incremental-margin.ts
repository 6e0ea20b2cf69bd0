import type { FormulaMetric } from '../../definition/metric.js';
import { roasMetric } from './roas.js';

/** The same of that part of the margin which would not have come anyway. Asks for `gross_margin` and `incremental_share`. */
export const romiOnIncrementalMargin = /* @__PURE__ */ (() =>
  ({
    ...roasMetric,
    id: 'romi_on_incremental_margin',
    title: 'Return on marketing investment, on incremental margin',
    question: 'By how much does the margin that would not have come without marketing exceed what was spent, for each unit spent?',
    hides: 'How sure the incremental share is: it comes from an experiment, or from a guess. All spend on record is in it, that of sales too.',
    source: 'Incremental gross margin less spend, over spend; `gross_margin` and `incremental_share` are given by the caller.',
    measure: {
      ...roasMetric.measure,
      steps: [
        { name: 'incremental', op: 'multiply', left: { input: 'revenue' }, right: { parameter: 'incremental_share' } },
        { name: 'margin', op: 'multiply', left: { step: 'incremental' }, right: { parameter: 'gross_margin' } },
        { name: 'gain', op: 'subtract', left: { step: 'margin' }, right: { input: 'spend' } },
        { name: 'return', op: 'divide', left: { step: 'gain' }, right: { input: 'spend' } },
      ],
    },
  }) as const satisfies FormulaMetric)();
