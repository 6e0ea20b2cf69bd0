import { amount, exactly, minus, over, put, times, type Quantity, type Written } from './quantity.js';

/**
 * What one customer cost to win: spend ÷ new customers; `null` where there were none. Blended, paid or fully loaded is what
 * the two inputs are of; they must be of the same.
 *
 * @example
 * ```ts
 * import { customerAcquisitionCost } from 'revpact/metrics';
 *
 * customerAcquisitionCost({ spend: 100_000, customers: 8 }, { digits: 2, rounding: 'half-even' }) // => '12500.00'
 * ```
 */
export const customerAcquisitionCost = (won: { readonly spend: Quantity; readonly customers: Quantity }, written: Written): string | null =>
  costPer({ spend: won.spend, count: won.customers }, written);

/**
 * What one lead, MQL, SQL or opportunity cost: spend ÷ their number; `null` where there were none.
 *
 * @example
 * ```ts
 * import { costPer } from 'revpact/metrics';
 *
 * costPer({ spend: 100, count: 3 }, { digits: 2, rounding: 'half-even' }) // => '33.33'
 * ```
 */
export const costPer = (bought: { readonly spend: Quantity; readonly count: Quantity }, written: Written): string | null =>
  put(over(amount(bought.spend, 'the spend'), amount(bought.count, 'the count')), written);

/**
 * How many months of margin pay back what a customer cost: cost ÷ (monthly revenue × gross margin). `null` where a month
 * earns nothing.
 *
 * @example
 * ```ts
 * import { paybackMonths } from 'revpact/metrics';
 *
 * paybackMonths({ cost: 12_000, monthlyRevenue: 1_000, grossMargin: '0.8' }, { digits: 1, rounding: 'half-even' }) // => '15.0'
 * ```
 */
export const paybackMonths = (
  customer: { readonly cost: Quantity; readonly monthlyRevenue: Quantity; readonly grossMargin: Quantity },
  written: Written,
): string | null => {
  const monthly = times(amount(customer.monthlyRevenue, 'the monthly revenue'), amount(customer.grossMargin, 'the gross margin'));
  return put(over(amount(customer.cost, 'the cost'), monthly), written);
};

/**
 * Return on marketing investment, on gross margin: (attributed gross margin − spend) ÷ spend; below zero where it did not
 * come back, `null` without spend.
 *
 * @example
 * ```ts
 * import { romi } from 'revpact/metrics';
 *
 * romi({ grossMargin: 300_000, spend: 100_000 }, { digits: 2, rounding: 'half-even' }) // => '2.00'
 * ```
 */
export const romi = (campaign: { readonly grossMargin: Quantity; readonly spend: Quantity }, written: Written): string | null =>
  gain(campaign.grossMargin, campaign.spend, written);

/**
 * The same on revenue: (revenue − spend) ÷ spend. It flatters whatever sells at a thin margin.
 *
 * @example
 * ```ts
 * import { revenueReturn } from 'revpact/metrics';
 *
 * revenueReturn({ revenue: 300_000, spend: 100_000 }, { digits: 2, rounding: 'half-even' }) // => '2.00'
 * ```
 */
export const revenueReturn = (campaign: { readonly revenue: Quantity; readonly spend: Quantity }, written: Written): string | null =>
  gain(campaign.revenue, campaign.spend, written);

/**
 * Return on ad spend: revenue ÷ spend; `null` without spend. Always one more than {@link revenueReturn}.
 *
 * @example
 * ```ts
 * import { roas } from 'revpact/metrics';
 *
 * roas({ revenue: 300_000, spend: 100_000 }, { digits: 2, rounding: 'half-even' }) // => '3.00'
 * ```
 */
export const roas = (campaign: { readonly revenue: Quantity; readonly spend: Quantity }, written: Written): string | null =>
  put(over(exactly(campaign.revenue), amount(campaign.spend, 'the spend')), written);

const gain = (earned: Quantity, spent: Quantity, written: Written): string | null => {
  const spend = amount(spent, 'the spend');
  return put(over(minus(exactly(earned), spend), spend), written);
};
