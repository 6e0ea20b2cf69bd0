import type { FormulaMetric } from '../../definition/metric.js';
import { roasMetric } from './roas.js';

/** Gross margin of the revenue won whose first touch was marketing's, less spend, over spend. Asks for `gross_margin`, such as 0.7. */
export const romiOnGrossMargin = /* @__PURE__ */ (() =>
  ({
    ...roasMetric,
    id: 'romi_on_gross_margin',
    title: 'Return on marketing investment, on gross margin',
    question: 'By how much does the margin of what marketing touched first exceed what was spent, for each unit spent?',
    hides: 'That it would partly have come anyway, and that one margin stands for all products. All spend on record is in it, that of sales too.',
    source: '(Attributed gross margin − spend) ÷ spend. The basis is gross margin; `gross_margin` is given by the caller.',
    measure: {
      ...roasMetric.measure,
      steps: [
        { name: 'margin', op: 'multiply', left: { input: 'revenue' }, right: { parameter: 'gross_margin' } },
        { name: 'gain', op: 'subtract', left: { step: 'margin' }, right: { input: 'spend' } },
        { name: 'return', op: 'divide', left: { step: 'gain' }, right: { input: 'spend' } },
      ],
    },
  }) as const satisfies FormulaMetric)();
