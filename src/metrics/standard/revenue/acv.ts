import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { opportunitiesWon } from './opportunities-won.js';
import { revenueWon } from './revenue-won.js';

/** First-year value of the deals won in the period over their number; deals of which it is not known are in neither. */
export const acv = /* @__PURE__ */ (() => {
  const where = [
    { column: 'row.annualMinor', is: 'not_null' },
    { column: 'row.currency', is: 'not_null' },
  ] as const;
  return {
    id: 'acv',
    title: 'Annual contract value',
    question: 'What is a deal won in the period worth in its first year, on average?',
    hides: 'Years after the first, ramps, and one large deal among small ones. Deals of which no first-year value is known.',
    source: 'Annualised first-year value of won deals over won deals; the first-year value as stated, else amount × 12 ÷ months of the term.',
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
        value: inputOf({
          ...revenueWon,
          measure: { ...revenueWon.measure, amount: 'row.annualMinor' },
          basis: { ...revenueWon.basis, where },
        }),
        deals: inputOf({ ...opportunitiesWon, basis: { ...opportunitiesWon.basis, where } }),
      },
    },
  } as const satisfies FormulaMetric;
})();
