import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { budget } from './budget.js';
import { spendTotal } from './spend-total.js';

/** Spend so far over the budget of the whole period. */
export const budgetSpent = /* @__PURE__ */ (() =>
  ({
    id: 'budget_spent',
    title: 'Budget spent',
    question: 'How much of the budget of the whole period has been spent?',
    hides: 'Whether the days that are gone had that much to spend. Above 1 it is overspent.',
    source: 'Spend over budget, of the full period.',
    unit: 'period',
    dimensions: [],
    measure: {
      kind: 'formula',
      steps: [{ name: 'share', op: 'divide', left: { input: 'spend' }, right: { input: 'budget' } }],
      of: 'number',
      digits: 4,
      rounding: 'half-even',
    },
    basis: { kind: 'formula', inputs: { spend: inputOf(spendTotal), budget: inputOf(budget) } },
  }) as const satisfies FormulaMetric)();
