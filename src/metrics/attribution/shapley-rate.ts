import { commonDenominator, factorial, ordersBySize } from '../shapley.js';
import { rational, ZERO, type Rational } from '../rational.js';
import type { Coalition } from './coalitions.js';

/**
 * Exact Shapley shares of the conversion rate: a coalition is worth conversions ÷ paths over all paths whose channels are all
 * in it, and nothing where there are none.
 *
 * One number is kept for each of the 2^k coalitions. Counts become sums over all parts of a coalition one channel at a time.
 * What a channel adds is summed by denominator first, so that large integers are met once a denominator and not once a coalition.
 *
 * @returns By channel code; a share is below zero where a channel comes with fewer conversions than the others have without it.
 */
export const rateShares = (coalitions: readonly Coalition[], channels: number): readonly Rational[] => {
  const size = 2 ** channels;
  const [paths, conversions] = [new Float64Array(size), new Float64Array(size)];
  for (const coalition of coalitions) {
    const mask = coalition.channels.reduce((bits, channel) => bits | (1 << channel), 0);
    paths[mask] = (paths[mask] ?? 0) + coalition.paths;
    conversions[mask] = (conversions[mask] ?? 0) + coalition.conversions;
  }
  sumOverParts(paths, channels);
  sumOverParts(conversions, channels);
  const orders = ordersBySize(channels);
  const common = commonDenominator(Array.from(paths, (count) => BigInt(Math.max(1, count))));
  const all = common * factorial(channels);
  return Array.from({ length: channels }, (_, channel) => {
    const byPaths = new Map<number, bigint>();
    for (let mask = 1; mask < size; mask += 1) {
      const [count = 0, converted = 0] = [paths[mask], conversions[mask]];
      if (converted === 0) continue;
      const others = members(mask & ~(1 << channel));
      // With the channel it is what was come to, without it what was started from.
      const often = (orders[others] ?? 0n) * BigInt((mask & (1 << channel)) === 0 ? -converted : converted);
      byPaths.set(count, (byPaths.get(count) ?? 0n) + often);
    }
    let sum = 0n;
    for (const [count, value] of byPaths) sum += value * (common / BigInt(count));
    return sum === 0n ? ZERO : rational(sum, all);
  });
};

/** Each place becomes the sum over all places whose bits are among its own. */
const sumOverParts = (values: Float64Array, bits: number): void => {
  for (let bit = 1; bit < 2 ** bits; bit *= 2) {
    for (let mask = 0; mask < values.length; mask += 1) {
      if ((mask & bit) !== 0) values[mask] = (values[mask] ?? 0) + (values[mask ^ bit] ?? 0);
    }
  }
};

const members = (mask: number): number => {
  let [rest, count] = [mask, 0];
  for (; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};
