import type { FormulaMetric } from '../../definition/metric.js';
import { roasMetric } from './roas.js';

/** Revenue won whose first touch was marketing's, less spend, over spend. */
export const romiOnRevenue = /* @__PURE__ */ (() =>
  ({
    ...roasMetric,
    id: 'romi_on_revenue',
    title: 'Return on marketing investment, on revenue',
    question: 'By how much does the revenue that marketing touched first exceed what was spent, for each unit spent?',
    hides: 'What it costs to deliver what was sold, that it would partly have come anyway, and when the money comes in. All spend on record is in it, that of sales too.',
    source: 'gtm.atifalam: (revenue − cost) ÷ cost. The basis is revenue.',
    measure: {
      ...roasMetric.measure,
      steps: [
        { name: 'gain', op: 'subtract', left: { input: 'revenue' }, right: { input: 'spend' } },
        { name: 'return', op: 'divide', left: { step: 'gain' }, right: { input: 'spend' } },
      ],
    },
  }) as const satisfies FormulaMetric)();
