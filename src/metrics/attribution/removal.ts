import { rational, toRatio, ZERO, type Rational } from '../rational.js';
import type { Ratio } from '../../kernel/ratio.js';
import type { Chain } from './chain.js';
import { invertExactly, invertFloat } from './inverse.js';
import { PARTS } from './weights.js';

/** Up to so many states a chain is solved in fractions of integers, beyond in floating point. */
export const MOST_EXACT_STATES = 40;

/** What a chain loses where a channel leads nowhere. */
export interface Removal {
  /** The probability that a walk converts: that of the paths it was counted from. */
  readonly conversion: Ratio;
  /**
   * By channel code: 1 − P(conversion where every visit to the channel ends the walk unconverted) ÷ P(conversion). Zero for all
   * where nothing converts.
   */
  readonly effects: readonly Ratio[];
  readonly exact: boolean;
  /** How far the equations of a chain solved in floating point are missed at most, as a probability; null where it is exact. */
  readonly residual: number | null;
}

/**
 * Removal effects by solving the chain once.
 *
 * Walks visit every state as often as the paths did that the chain was counted from: whatever enters a state leaves it. With N the
 * inverse of I − Q, row by row the expected visits, a walk first enters the states A of a channel in state a with probability
 * h(a), where h · N[A, A] is how often A is visited; and it converts from there with probability f(a). What is lost without
 * the channel is then Σ h(a) · f(a), and no chain needs to be solved without it.
 */
export const removalOf = (chain: Chain, channels: number): Removal => {
  const states = Array.from({ length: channels }, (): number[] => []);
  for (const [state, channel] of chain.channelOf.entries()) states[channel]?.push(state);
  const conversions = chain.won.reduce((sum, often) => sum + often, 0);
  const solved = chain.states <= MOST_EXACT_STATES ? exactly(chain, states, conversions) : inFloats(chain, states, conversions);
  return { conversion: toRatio(chain.paths === 0 ? ZERO : rational(BigInt(conversions), BigInt(chain.paths))), ...solved };
};

type Solved = Omit<Removal, 'conversion'>;

/**
 * In integers: the rows of I − Q are multiplied by how often each state was left. Of its adjugate and determinant, expected visits
 * are `adjugate × left ÷ determinant`, and visits seen are `left`, so that both cancel.
 */
const exactly = ({ states, steps, won, left }: Chain, byChannel: readonly (readonly number[])[], conversions: number): Solved => {
  const matrix = Array.from({ length: states }, (_, i) =>
    Array.from({ length: states }, (_, j) => BigInt((i === j ? (left[i] ?? 0) : 0) - (steps[i * states + j] ?? 0))),
  );
  const { adjugate } = invertExactly(matrix);
  const ends = Array.from(won, BigInt);
  const converting = adjugate.map((row) => row.reduce((sum, value, j) => sum + value * (ends[j] ?? 0n), 0n));
  const effectOf = (of: readonly number[]): Rational => {
    if (conversions === 0) return ZERO;
    const inner = invertExactly(of.map((i) => of.map((j) => adjugate[i]?.[j] ?? 0n)));
    let lost = 0n;
    for (const row of inner.adjugate) for (const [a, entering] of row.entries()) lost += entering * (converting[of[a] ?? 0] ?? 0n);
    return rational(lost, inner.determinant * BigInt(conversions));
  };
  return { effects: byChannel.map((of) => toRatio(effectOf(of))), exact: true, residual: null };
};

const inFloats = ({ states, steps, won, left }: Chain, byChannel: readonly (readonly number[])[], conversions: number): Solved => {
  const matrix = new Float64Array(states * states);
  for (let i = 0; i < states; i += 1) {
    for (let j = 0; j < states; j += 1) matrix[i * states + j] = (i === j ? 1 : 0) - (steps[i * states + j] ?? NaN) / (left[i] ?? NaN);
  }
  const inverse = Float64Array.from(matrix);
  invertFloat(inverse, states);
  const ends = Float64Array.from(won, (count, i) => count / (left[i] ?? NaN));
  const converting = new Float64Array(states);
  for (let i = 0; i < states; i += 1) {
    for (let j = 0; j < states; j += 1) converting[i] = (converting[i] ?? NaN) + (inverse[i * states + j] ?? NaN) * (ends[j] ?? NaN);
  }
  const effectOf = (of: readonly number[]): number => {
    if (conversions === 0) return 0;
    const inner = Float64Array.from(
      { length: of.length ** 2 },
      (_, at) => inverse[(of[Math.floor(at / of.length)] ?? 0) * states + (of[at % of.length] ?? 0)] ?? NaN,
    );
    invertFloat(inner, of.length);
    let lost = 0;
    for (const [a, state] of of.entries()) {
      let entering = 0;
      for (const [b, other] of of.entries()) entering += (left[other] ?? NaN) * (inner[b * of.length + a] ?? NaN);
      lost += entering * (converting[state] ?? NaN);
    }
    return lost / conversions;
  };
  return { effects: byChannel.map((of) => inParts(effectOf(of))), exact: false, residual: missed(matrix, converting, ends) };
};

/** A share as a fraction of 10^15; rounding may have carried it past its bounds by less than one part. */
const inParts = (share: number): Ratio => ({ numerator: Math.round(Math.min(1, Math.max(0, share)) * PARTS), denominator: PARTS });

/** By how much M·x = b is missed at most. */
const missed = (matrix: Float64Array, solution: Float64Array, wanted: Float64Array): number => {
  let most = 0;
  for (const [i, end] of wanted.entries()) {
    let sum = 0;
    for (const [j, value] of solution.entries()) sum += (matrix[i * wanted.length + j] ?? NaN) * value;
    most = Math.max(most, Math.abs(sum - end));
  }
  return most;
};
