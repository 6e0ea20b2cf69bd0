import type { Tier } from '../../filter/filter.js';

/** Rows by where they stand. */
export type Standings = readonly { readonly standing: number; readonly rows: number }[];

/** How many rows each tier holds. */
export const tierCounts = (tiers: readonly Tier[], standings: Standings): readonly number[] => {
  const counts = new Array<number>(tiers.length).fill(0);
  for (const { standing, rows } of standings) {
    const place = tiers.findIndex(({ atLeast }) => standing >= atLeast);
    if (place >= 0) counts[place] = (counts[place] ?? 0) + rows;
  }
  return counts;
};

/**
 * Tiers cut anew, so that each holds as many of the rows as wanted, as near as whole points can: where two cuts are equally
 * near, the one that lets in fewer. Cuts fall from tier to tier, as before. A last tier that is to hold every row is cut at
 * the fewest points that anyone can have.
 *
 * @param fewest - The fewest points that an account can have under the criteria.
 */
export const cutTiers = (
  tiers: readonly Tier[],
  standings: Standings,
  wanted: readonly number[],
  fewest: number,
): readonly Tier[] => {
  const reach = reachOf(standings);
  const above = (reach[0]?.cut ?? fewest - 1) + 1;
  const all = standings.reduce((sum, { rows }) => sum + rows, 0);
  // A question left out makes those asked weigh more: some may stand lower than the sum of all.
  const lowest = Math.min(fewest, reach.at(-1)?.cut ?? fewest);
  let [sofar, before] = [0, Infinity];
  return tiers.map(({ id }, place) => {
    sofar += wanted[place] ?? 0;
    // As little as a tier can hold: what stands just below the tier before it, or above all for the first.
    const least = before === Infinity ? above : before - 1;
    const few = { cut: least, rows: reach.reduce((rows, one) => (one.cut >= least ? one.rows : rows), 0) };
    const nearest = reach.filter(({ cut }) => cut < least).reduce((best, one) => (Math.abs(one.rows - sofar) < Math.abs(best.rows - sofar) ? one : best), few);
    const everyone = place === tiers.length - 1 && sofar >= all;
    before = everyone ? Math.min(least, lowest) : nearest.cut;
    return { id, atLeast: before };
  });
};

/** How many rows a cut lets in. */
interface Reach {
  readonly cut: number;
  readonly rows: number;
}

/** Every cut that makes a difference, from the highest. */
const reachOf = (standings: Standings): readonly Reach[] => {
  const at = new Map<number, number>();
  for (const { standing, rows } of standings) at.set(Math.floor(standing), (at.get(Math.floor(standing)) ?? 0) + rows);
  const cuts = [...at.keys()].sort((a, b) => b - a);
  let rows = 0;
  return cuts.map((cut) => ({ cut, rows: (rows += at.get(cut) ?? 0) }));
};
