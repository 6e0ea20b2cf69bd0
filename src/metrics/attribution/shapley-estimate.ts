import { seeded } from '../../kernel/seeded.js';
import type { Coalition } from './coalitions.js';

/** Shares of the conversion rate as an estimate, with how far each may be off. */
export interface EstimatedShares {
  readonly shares: Float64Array;
  /** The standard error of each share: the deviation over the orders drawn, by the root of how many. */
  readonly errors: Float64Array;
}

/**
 * Shapley shares from random orders (Castro et al. 2009): what each channel adds to those before it, averaged over so many
 * orders. In every order the additions sum to the worth of all, and so do the shares.
 *
 * An order takes one pass over the coalitions that occur: each counts from its last channel on.
 */
export const estimatedShares = (
  coalitions: readonly Coalition[],
  channels: number,
  permutations: number,
  seed: number,
): EstimatedShares => {
  const draw = seeded(seed, 'orders').below;
  const order = Int32Array.from({ length: channels }, (_, channel) => channel);
  const place = new Int32Array(channels);
  const [shares, squares] = [new Float64Array(channels), new Float64Array(channels)];
  const [paths, conversions] = [new Float64Array(channels), new Float64Array(channels)];
  for (let drawn = 1; drawn <= permutations; drawn += 1) {
    shuffle(order, draw);
    order.forEach((channel, at) => (place[channel] = at));
    paths.fill(0);
    conversions.fill(0);
    for (const coalition of coalitions) {
      let last = 0;
      for (const channel of coalition.channels) last = Math.max(last, place[channel] ?? 0);
      paths[last] = (paths[last] ?? 0) + coalition.paths;
      conversions[last] = (conversions[last] ?? 0) + coalition.conversions;
    }
    let [seen, converted, before] = [0, 0, 0];
    for (let at = 0; at < channels; at += 1) {
      seen += paths[at] ?? 0;
      converted += conversions[at] ?? 0;
      const rate = seen === 0 ? 0 : converted / seen;
      const channel = order[at] ?? 0;
      // Welford's running mean and squared deviation.
      const off = rate - before - (shares[channel] ?? 0);
      shares[channel] = (shares[channel] ?? 0) + off / drawn;
      squares[channel] = (squares[channel] ?? 0) + off * (rate - before - (shares[channel] ?? 0));
      before = rate;
    }
  }
  return { shares, errors: squares.map((sum) => Math.sqrt(sum / (permutations - 1) / permutations)) };
};

/** Fisher and Yates: every order is as likely as any other. */
const shuffle = (order: Int32Array, draw: (below: number) => number): void => {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = draw(last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
};
