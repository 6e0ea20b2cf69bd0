import type { Ratio } from '../kernel/ratio.js';
import { gcd, rational, toRational, toRatio } from './rational.js';

/** As many players share exactly: 65,536 coalitions. */
export const MOST_PLAYERS = 16;

/**
 * What each player contributes, exactly: the Shapley shares of a game, which sum to the value of all together less the
 * value of nobody.
 *
 * A player's share is what they add to those who came before, averaged over all orders in which the players may come
 * (Shapley 1953). No order is preferred, equal players share equally, and who never adds anything gets nothing.
 *
 * @param values - The value of every coalition, 2^k of them for k players. The position says who is in it: player i where
 *   bit i is set, so that `values[0]` is the value of nobody. At most {@link MOST_PLAYERS} players.
 * @returns One share a player, in lowest terms. Throws a `RangeError` for a number of values that is no power of two, for
 *   more players, and for a denominator of zero: what has no value cannot be shared.
 *
 * @example
 * ```ts
 * import { shapleyShares } from 'revpact/metrics';
 *
 * // Alone they earn 10 and 20, together 50: each gets its own and half of the 20 that only both earn.
 * const of = (minor: number) => ({ numerator: minor, denominator: 1 });
 * shapleyShares([of(0), of(10), of(20), of(50)]) // => [{ numerator: 20, denominator: 1 }, { numerator: 30, denominator: 1 }]
 * ```
 */
export const shapleyShares = (values: readonly Ratio[]): readonly Ratio[] => {
  const players = Math.log2(values.length);
  if (!Number.isInteger(players) || players > MOST_PLAYERS) {
    throw new RangeError(`${String(values.length)} values; 2^k are needed for k players, and k is at most ${String(MOST_PLAYERS)}`);
  }
  const fractions = values.map(toRational);
  const common = commonDenominator(fractions.map(({ denominator }) => denominator));
  const whole = fractions.map(({ numerator, denominator }) => numerator * (common / denominator));
  const orders = ordersBySize(players);
  const all = common * factorial(players);
  return Array.from({ length: players }, (_, player) => toRatio(rational(added(whole, player, orders), all)));
};

/** The least number that every denominator divides. */
export const commonDenominator = (denominators: Iterable<bigint>): bigint => {
  let common = 1n;
  for (const denominator of new Set(denominators)) common *= denominator / gcd(common, denominator);
  return common;
};

/** In how many orders exactly so many given players come before one player: s! (k − s − 1)!, by s. */
export const ordersBySize = (players: number): readonly bigint[] =>
  Array.from({ length: players }, (_, before) => factorial(before) * factorial(players - before - 1));

/** 1 × 2 × … × n. */
export const factorial = (n: number): bigint => {
  let product = 1n;
  for (let factor = 2n; factor <= BigInt(n); factor += 1n) product *= factor;
  return product;
};

/** What a player adds, summed over all orders. Coalitions of one size weigh the same, so that they are summed first. */
const added = (values: readonly bigint[], player: number, orders: readonly bigint[]): bigint => {
  const bySize = orders.map(() => 0n);
  const bit = 1 << player;
  for (const [coalition, value] of values.entries()) {
    if ((coalition & bit) !== 0) continue;
    const size = members(coalition);
    bySize[size] = (bySize[size] ?? 0n) + (values[coalition | bit] ?? 0n) - value;
  }
  return orders.reduce((sum, often, size) => sum + often * (bySize[size] ?? 0n), 0n);
};

/** How many bits are set. */
const members = (coalition: number): number => {
  let [rest, count] = [coalition, 0];
  for (; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};
