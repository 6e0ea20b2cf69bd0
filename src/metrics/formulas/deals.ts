import { amount, exactly, over, put, times, type Quantity, type Written } from './quantity.js';

/**
 * What deals are worth on average: value ÷ their number. Whether deals of nothing count is up to whoever counts; `null` of
 * none.
 *
 * @example
 * ```ts
 * import { averageDeal } from 'revpact/metrics';
 *
 * averageDeal({ value: '100.50', count: 2 }, { digits: 2, rounding: 'half-even' }) // => '50.25'
 * ```
 */
export const averageDeal = (deals: { readonly value: Quantity; readonly count: Quantity }, written: Written): string | null =>
  put(over(exactly(deals.value), amount(deals.count, 'the count')), written);

/**
 * What a contract is worth a year: value × 12 ÷ months of its term; `null` without a term. One-off parts of the value do not
 * belong in it.
 *
 * @example
 * ```ts
 * import { annualContractValue } from 'revpact/metrics';
 *
 * annualContractValue({ value: 90_000, months: 36 }, { digits: 2, rounding: 'half-even' }) // => '30000.00'
 * ```
 */
export const annualContractValue = (contract: { readonly value: Quantity; readonly months: Quantity }, written: Written): string | null =>
  put(over(times(exactly(contract.value), { numerator: 12, denominator: 1 }), amount(contract.months, 'the term')), written);
