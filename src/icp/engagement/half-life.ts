import { Decimal } from '../../kernel/quotient.js';

/** What a fresh signal weighs; older ones weigh a whole number of these parts. */
export const FRESH = 1_000_000;

/** Binary places that powers are carried with: 3,650 products, the most there are, spoil the last twelve. */
const PLACES = 160n;
const ONE = 1n << PLACES;

/**
 * What a signal still weighs after so many whole days, in millionths of what it weighs fresh: 2^(−days / halfLifeDays) × 10^6,
 * rounded to the nearest, halves up. It ends where that is 0, after 21 half-lives.
 *
 * @param halfLifeDays - Whole days, at least 1.
 * @example
 * ```ts
 * import { halfLifeWeights } from 'revpact/icp';
 *
 * [...halfLifeWeights(7)].filter((_, day) => day % 7 === 0).slice(0, 4) // => [1000000, 500000, 250000, 125000]
 * halfLifeWeights(7)[1] // => 905724
 * ```
 */
export const halfLifeWeights = (halfLifeDays: number): Int32Array => {
  if (!Number.isInteger(halfLifeDays) || halfLifeDays < 1) throw new RangeError('a half-life is a whole number of days');
  const oneDay = BigInt(new Decimal(2).pow(new Decimal(-1).div(halfLifeDays)).times(ONE.toString()).toFixed(0));
  // A half-life later everything is halved exactly: only the days of the first have to be worked out.
  const first: bigint[] = [];
  for (let day = 0, part = ONE; day < halfLifeDays; day += 1, part = (part * oneDay) >> PLACES) first.push(part * BigInt(FRESH));
  const weights: number[] = [];
  for (let places = PLACES; ; places += 1n) {
    for (const one of first) {
      const weight = Number(((one >> (places - 1n)) + 1n) >> 1n);
      if (weight === 0) return Int32Array.from(weights);
      weights.push(weight);
    }
  }
};
