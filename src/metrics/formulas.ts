import { toDecimal, type Rounding } from '../kernel/quotient.js';
import { compareRatios, toWhole, type Whole } from '../kernel/ratio.js';
import { exactly, minus, over, times, type Quantity } from './quantity.js';

/** How a formula's result is written. */
export interface Written {
  /** Places after the point, 0 to 30. */
  readonly digits: number;
  readonly rounding: Rounding;
}

/**
 * Won over won and lost, as decimal text; `null` where nothing closed.
 *
 * @example
 * ```ts
 * import { winRate } from 'revpact/metrics';
 *
 * winRate({ won: 3, lost: 7 }, { digits: 2, rounding: 'half-even' }) // => '0.30'
 * ```
 */
export const winRate = (deals: { readonly won: Quantity; readonly lost: Quantity }, written: Written): string | null => {
  const lost = exactly(deals.lost);
  const won = exactly(deals.won);
  const closed = minus(won, times(lost, exactly(-1)));
  return toDecimal(over(won, closed), written.digits, written.rounding);
};

/**
 * Opportunities × win rate × average deal ÷ cycle length: money a day (or whichever unit the cycle is in). All four must
 * be of the same cohort. `null` where the cycle is 0.
 *
 * @example
 * ```ts
 * import { salesVelocity } from 'revpact/metrics';
 *
 * const pipeline = { opportunities: 50, averageDeal: 10_000, winRate: '0.20', cycle: 30 };
 * salesVelocity(pipeline, { digits: 2, rounding: 'half-even' }) // => '3333.33'
 * ```
 */
export const salesVelocity = (
  pipeline: { readonly opportunities: Quantity; readonly averageDeal: Quantity; readonly winRate: Quantity; readonly cycle: Quantity },
  written: Written,
): string | null => {
  const expected = times(times(exactly(pipeline.opportunities), exactly(pipeline.averageDeal)), exactly(pipeline.winRate));
  return toDecimal(over(expected, exactly(pipeline.cycle)), written.digits, written.rounding);
};

/**
 * Open pipeline over what is left of the quota. `null` where nothing is left to close: a quota reached needs no cover.
 *
 * @param pipeline - `won` is what was closed of the quota so far; 0 measures against the full quota.
 * @example
 * ```ts
 * import { pipelineCoverage } from 'revpact/metrics';
 *
 * pipelineCoverage({ open: 600_000, quota: 250_000, won: 50_000 }, { digits: 1, rounding: 'half-even' }) // => '3.0'
 * ```
 */
export const pipelineCoverage = (
  pipeline: { readonly open: Quantity; readonly quota: Quantity; readonly won: Quantity },
  written: Written,
): string | null => {
  const left = minus(exactly(pipeline.quota), exactly(pipeline.won));
  if (compareRatios(left, { numerator: 0, denominator: 1 }) <= 0) return null;
  return toDecimal(over(exactly(pipeline.open), left), written.digits, written.rounding);
};

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
  const perLead = goal.rates.map(exactly).reduce(times, exactly(goal.averageDeal));
  const needed = over(exactly(goal.revenue), perLead);
  const [numerator, denominator] = [BigInt(needed.numerator), BigInt(needed.denominator)];
  if (denominator === 0n) return null;
  const floor = numerator / denominator;
  const exact = floor * denominator === numerator;
  return toWhole(exact || numerator < 0n !== denominator < 0n ? floor : floor + 1n);
};
