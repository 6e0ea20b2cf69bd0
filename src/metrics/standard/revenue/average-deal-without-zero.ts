import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { averageDealMetric } from './average-deal.js';
import { opportunitiesWon } from './opportunities-won.js';
import { revenueWon } from './revenue-won.js';

/** Amount of the deals won in the period over their number, of those worth more than nothing. */
export const averageDealWithoutZero = /* @__PURE__ */ (() => {
  const where = [
    { column: 'row.amountMinor', is: 'at_least', value: 1 },
    { column: 'row.currency', is: 'not_null' },
  ] as const;
  return {
    ...averageDealMetric,
    id: 'average_deal_without_zero',
    title: 'Average deal, without zero amounts',
    question: 'What is a deal won in the period worth on average, free ones left out?',
    hides: 'How many were given away. One large deal among small ones, and terms of several years.',
    basis: {
      kind: 'formula',
      inputs: {
        value: inputOf({ ...revenueWon, basis: { ...revenueWon.basis, where } }),
        deals: inputOf({ ...opportunitiesWon, basis: { ...opportunitiesWon.basis, where } }),
      },
    },
  } as const satisfies FormulaMetric;
})();
