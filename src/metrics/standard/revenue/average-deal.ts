import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { opportunitiesWon } from './opportunities-won.js';
import { revenueWon } from './revenue-won.js';

/** Amount of the deals won in the period over their number, zero amounts among them; deals without an amount are in neither. */
export const averageDealMetric = /* @__PURE__ */ (() => {
  const where = [
    { column: 'row.amountMinor', is: 'not_null' },
    { column: 'row.currency', is: 'not_null' },
  ] as const;
  return {
    id: 'average_deal',
    title: 'Average deal',
    question: 'What is a deal won in the period worth, on average?',
    hides: 'One large deal among small ones, and terms of several years. Free pilots lower it.',
    source: 'Won amount over won deals; whether zero amounts count is a choice to name.',
    unit: 'period',
    dimensions: ['row.type'],
    measure: {
      kind: 'formula',
      steps: [{ name: 'average', op: 'divide', left: { input: 'value' }, right: { input: 'deals' } }],
      of: 'money',
      digits: 2,
      rounding: 'half-even',
    },
    basis: {
      kind: 'formula',
      inputs: {
        value: inputOf({ ...revenueWon, basis: { ...revenueWon.basis, where } }),
        deals: inputOf({ ...opportunitiesWon, basis: { ...opportunitiesWon.basis, where } }),
      },
    },
  } as const satisfies FormulaMetric;
})();
