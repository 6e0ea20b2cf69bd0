import { toWhole, type Ratio } from '../../kernel/ratio.js';
import { amount, exactly, isBelow, minus, ONE, over, put, rate, times, type Quantity, type Written } from './quantity.js';

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
  const expected = times(
    times(amount(pipeline.opportunities, 'opportunities'), exactly(pipeline.averageDeal)),
    rate(pipeline.winRate, 'the win rate'),
  );
  return put(over(expected, amount(pipeline.cycle, 'the cycle')), written);
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
  const left = leftOf(pipeline);
  return left === null ? null : put(over(exactly(pipeline.open), left), written);
};

/**
 * How often the open pipeline must cover what is left of a quota: 1 ÷ the win rate by value. `null` where nothing is won.
 *
 * @example
 * ```ts
 * import { requiredCoverage } from 'revpact/metrics';
 *
 * requiredCoverage({ winRate: '0.25' }, { digits: 1, rounding: 'half-even' }) // => '4.0'
 * ```
 */
export const requiredCoverage = (deals: { readonly winRate: Quantity }, written: Written): string | null =>
  put(over(ONE, rate(deals.winRate, 'the win rate')), written);

/**
 * How much open pipeline a quota asks for: what is left of it ÷ the win rate by value. 0 where nothing is left; `null`
 * where nothing is won.
 *
 * @example
 * ```ts
 * import { pipelineNeeded } from 'revpact/metrics';
 *
 * pipelineNeeded({ quota: 250_000, won: 50_000, winRate: '0.25' }, { digits: 0, rounding: 'up' }) // => '800000'
 * ```
 */
export const pipelineNeeded = (
  pipeline: { readonly quota: Quantity; readonly won: Quantity; readonly winRate: Quantity },
  written: Written,
): string | null => put(over(leftOf(pipeline) ?? NOTHING, rate(pipeline.winRate, 'the win rate')), written);

/**
 * The sum of each amount at its own probability, which is a percentage from 0 to 100; 0 of no deals.
 *
 * @example
 * ```ts
 * import { weightedPipeline } from 'revpact/metrics';
 *
 * const deals = [
 *   { amount: 10_000, probability: 50 },
 *   { amount: '2500.50', probability: 10 },
 * ];
 * weightedPipeline(deals, { digits: 2, rounding: 'half-even' }) // => '5250.05'
 * ```
 */
export const weightedPipeline = (
  deals: Iterable<{ readonly amount: Quantity; readonly probability: Quantity }>,
  written: Written,
): string | null => {
  let [scale, sum] = [1n, 0n];
  for (const deal of deals) {
    const share = over(amount(deal.probability, 'a probability'), { numerator: 100, denominator: 1 });
    if (isBelow(minus(ONE, share), 0n)) throw new RangeError('a probability is above 100');
    const weighted = times(exactly(deal.amount), share);
    const denominator = BigInt(weighted.denominator);
    // Of decimals the longer scale holds both, so that it does not grow with every deal.
    const both = denominator % scale === 0n ? denominator : scale % denominator === 0n ? scale : scale * denominator;
    sum = sum * (both / scale) + BigInt(weighted.numerator) * (both / denominator);
    scale = both;
  }
  return put({ numerator: toWhole(sum), denominator: toWhole(scale) }, written);
};

const NOTHING: Ratio = { numerator: 0, denominator: 1 };

/** What is left of a quota; null where nothing is. */
const leftOf = ({ quota, won }: { readonly quota: Quantity; readonly won: Quantity }): Ratio | null => {
  const left = minus(amount(quota, 'the quota'), exactly(won));
  return isBelow(left, 0n) || BigInt(left.numerator) === 0n ? null : left;
};
