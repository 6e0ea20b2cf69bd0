import { toWhole, type Ratio, type Whole } from '../../kernel/ratio.js';
import { amount, over, put, rate, roundedUp, times, type Quantity, type Written } from './quantity.js';

/**
 * How many leads a revenue goal asks for: goal ÷ average deal ÷ each conversion rate in turn, rounded up once, at the
 * end. `null` where the deal or a rate is 0: no number of leads would do.
 *
 * @param goal - `rates` from lead to customer, in any order: one rate, or one for each step.
 * @example
 * ```ts
 * import { leadsNeeded } from 'revpact/metrics';
 *
 * leadsNeeded({ revenue: 1_000_000, averageDeal: 20_000, rates: ['0.25', '0.2'] }) // => 1000
 * ```
 */
export const leadsNeeded = (goal: {
  readonly revenue: Quantity;
  readonly averageDeal: Quantity;
  readonly rates: readonly Quantity[];
}): Whole | null => {
  const customers = customersFor(goal);
  const chance = goal.rates.map((one) => rate(one, 'a rate')).reduce(times, { numerator: 1, denominator: 1 });
  return whole(over(customers, chance));
};

/** How many must come as far as one step. */
export interface VolumeNeeded {
  readonly name: string;
  readonly needed: Whole | null;
}

/**
 * The same step by step: how many must reach each, first to last, and how many customers that makes. Each is rounded up
 * from the exact number, never from another rounded one. `null` for what no number would do.
 *
 * @param goal - `steps` in order, each with the rate at which it becomes the next; the last one's is the rate to a customer.
 * @example
 * ```ts
 * import { volumesNeeded } from 'revpact/metrics';
 *
 * const steps = [
 *   { name: 'lead', rate: '0.5' },
 *   { name: 'opportunity', rate: '0.3' },
 * ];
 * volumesNeeded({ revenue: 50_000, averageDeal: 10_000, steps }).map(({ needed }) => needed) // => [34, 17, 5]
 * ```
 */
export const volumesNeeded = (goal: {
  readonly revenue: Quantity;
  readonly averageDeal: Quantity;
  readonly steps: readonly { readonly name: string; readonly rate: Quantity }[];
}): readonly VolumeNeeded[] => {
  let reached = customersFor(goal);
  const volumes: VolumeNeeded[] = [{ name: 'customer', needed: whole(reached) }];
  for (const step of [...goal.steps].reverse()) {
    reached = over(reached, rate(step.rate, `the rate of ${step.name}`));
    volumes.unshift({ name: step.name, needed: whole(reached) });
  }
  return volumes;
};

/**
 * What one qualified lead is worth: the average revenue of a customer × the rate at which such a lead becomes one.
 *
 * @example
 * ```ts
 * import { valueOfMql } from 'revpact/metrics';
 *
 * valueOfMql({ averageDeal: 160_000, rate: '0.01' }, { digits: 0, rounding: 'half-even' }) // => '1600'
 * ```
 */
export const valueOfMql = (lead: { readonly averageDeal: Quantity; readonly rate: Quantity }, written: Written): string | null =>
  put(times(amount(lead.averageDeal, 'the average deal'), rate(lead.rate, 'the rate')), written);

/**
 * How many qualified leads marketing's part of a quota asks for: quota × its share ÷ the value of one, rounded up. `null`
 * where one is worth nothing.
 *
 * @example
 * ```ts
 * import { mqlsNeeded } from 'revpact/metrics';
 *
 * mqlsNeeded({ quota: 2_000_000, share: '0.4', valueOfMql: 1_600 }) // => 500
 * ```
 */
export const mqlsNeeded = (plan: { readonly quota: Quantity; readonly share: Quantity; readonly valueOfMql: Quantity }): Whole | null =>
  whole(over(times(amount(plan.quota, 'the quota'), rate(plan.share, 'the share')), amount(plan.valueOfMql, 'the value')));

const customersFor = ({ revenue, averageDeal }: { readonly revenue: Quantity; readonly averageDeal: Quantity }): Ratio =>
  over(amount(revenue, 'the revenue'), amount(averageDeal, 'the average deal'));

const whole = (exact: Ratio): Whole | null => {
  const up = roundedUp(exact);
  return up === null ? null : toWhole(up);
};
