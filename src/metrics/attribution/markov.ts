import { ok, type Result } from '../../kernel/result.js';
import { chainOf } from './chain.js';
import type { PathColumns } from './columns.js';
import { removalOf, type Removal } from './removal.js';

/** Removal effects of every channel, and how large the chain was. */
export interface MarkovEffects extends Removal {
  readonly order: number;
  readonly states: number;
}

/**
 * What conversions lose without each channel, by solving the chain that the paths walked (Anderl et al. 2016). No walk is
 * simulated.
 *
 * A state is the last `order` channels of a path. Without a channel, whoever comes to it does not convert. Up to 40 states the
 * result is exact; up to 1,000 it is computed in floating point, in parts of 10^15, and says by how much its equations are missed.
 * More states are an issue. Paths without touches are in no chain.
 *
 * @param order - How many channels back it remembers: 1 to 5.
 * @example
 * ```ts
 * import { markovEffects } from 'revpact/metrics';
 *
 * // Three paths: ads then mail, converted; ads alone, not; mail alone, converted.
 * const paths = {
 *   channels: ['ads', 'mail'],
 *   starts: Int32Array.of(0, 2, 3, 4),
 *   codes: Int32Array.of(0, 1, 0, 1),
 *   converted: Uint8Array.of(1, 0, 1),
 * };
 * const found = markovEffects(paths, 1);
 * found.ok && found.value.effects // => [{ numerator: 1, denominator: 2 }, { numerator: 1, denominator: 1 }]
 * ```
 */
export const markovEffects = (columns: PathColumns, order: number): Result<MarkovEffects> => {
  if (!Number.isInteger(order) || order < 1 || order > 5) throw new RangeError('an order is 1 to 5');
  const chain = chainOf(columns, order);
  return chain.ok ? ok({ order, states: chain.value.states, ...removalOf(chain.value, columns.channels.length) }) : chain;
};
