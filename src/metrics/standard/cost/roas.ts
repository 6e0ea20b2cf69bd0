import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { revenueWon } from '../revenue/revenue-won.js';
import { spendTotal } from './spend-total.js';

/** Revenue won in the period whose first touch was marketing's, over all spend of the period. */
export const roasMetric = /* @__PURE__ */ (() =>
  ({
    id: 'roas',
    title: 'Return on spend, revenue by first touch',
    question: 'How much revenue that marketing touched first came in for each unit of money spent?',
    hides: 'That revenue is not profit, that it would partly have come anyway, and that first touch is one way of crediting among many. All spend on record is in it, that of sales too: narrow it where only marketing is meant.',
    source: 'Revenue over spend. The basis is named because one vendor page (legitlads) computes the same example as 200 % and as negative.',
    unit: 'period',
    dimensions: [],
    measure: {
      kind: 'formula',
      steps: [{ name: 'return', op: 'divide', left: { input: 'revenue' }, right: { input: 'spend' } }],
      of: 'number',
      digits: 4,
      rounding: 'half-even',
    },
    basis: {
      kind: 'formula',
      inputs: {
        revenue: inputOf({
          ...revenueWon,
          basis: { ...revenueWon.basis, where: [{ column: 'row.firstTouchParty', is: 'equals', value: 'marketing' }] },
        }),
        spend: inputOf(spendTotal),
      },
    },
  }) as const satisfies FormulaMetric)();
