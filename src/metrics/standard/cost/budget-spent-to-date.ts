import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { budget } from './budget.js';
import { budgetSpent } from './budget-spent.js';
import { spendTotal } from './spend-total.js';

/** Spend so far over the budget of the days that have begun. */
export const budgetSpentToDate = /* @__PURE__ */ (() =>
  ({
    ...budgetSpent,
    id: 'budget_spent_to_date',
    title: 'Budget spent, to date',
    question: 'How much of the budget of the days so far has been spent?',
    hides: 'That campaigns are not spent evenly: one large invoice early in the period looks like overspending.',
    source: 'Spend over budget, prorated by civil day.',
    basis: {
      kind: 'formula',
      inputs: { spend: inputOf(spendTotal), budget: inputOf({ ...budget, basis: { ...budget.basis, ahead: false } }) },
    },
  }) as const satisfies FormulaMetric)();
