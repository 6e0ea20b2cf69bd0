import { checkOption, checkScores, type Numbers } from './given.js';
import { rank, type Ranked } from './ranked.js';

/** What working the best so many rows would have brought. */
export interface AtCapacity {
  /** Rows worked: those asked for, or all there are. */
  readonly worked: number;
  /** Wins among them; a fraction where only some of the rows at the cut have room. */
  readonly wins: number;
  /** Wins of those worked. */
  readonly precision: number;
  /** Of all wins; null where there is none. */
  readonly recall: number | null;
  /** Precision over the share of wins in all rows; null without a win. */
  readonly lift: number | null;
  /** The lowest score that is worked. */
  readonly cut: number;
  /** How many rows have that score, and for how many of them there is room. */
  readonly atCut: { readonly rows: number; readonly room: number };
}

/** The measure below, of outcomes that are ranked already; the capacity may be a broken number of rows. */
export const topOf = ({ values, wins, losses, totalWins, totalLosses }: Ranked, capacity: number): AtCapacity | null => {
  const rows = totalWins + totalLosses;
  if (rows === 0 || capacity <= 0) return null;
  const worked = Math.min(capacity, rows);
  let taken = 0;
  let won = 0;
  for (let i = 0; i < values.length; i += 1) {
    const here = (wins[i] ?? 0) + (losses[i] ?? 0);
    const room = Math.min(here, worked - taken);
    won += room === here ? (wins[i] ?? 0) : ((wins[i] ?? 0) * room) / here;
    taken += here;
    if (taken < worked) continue;
    const recall = totalWins === 0 ? null : won / totalWins;
    const lift = totalWins === 0 ? null : (won * rows) / (worked * totalWins);
    return { worked, wins: won, precision: won / worked, recall, lift, cut: values[i] ?? NaN, atCut: { rows: here, room } };
  }
  throw new Error('fewer rows than were counted');
};

/**
 * Precision, recall and lift when only the best `capacity` rows can be worked. Where more rows share the score at the cut
 * than there is room for, their wins count by the share that has room, as if lots were drawn: which of them stands first
 * in a file is no merit. Null without rows.
 *
 * @param capacity - Rows, at least 1.
 * @example
 * ```ts
 * import { atCapacity } from 'revpact/icp/refine';
 *
 * const top = atCapacity([9, 8, 8, 1], [1, 1, 0, 0], 2);
 * top?.precision // => 0.75
 * top?.lift // => 1.5
 * top?.atCut // => { rows: 2, room: 1 }
 * ```
 */
export const atCapacity = (scores: Numbers, label: Numbers, capacity: number): AtCapacity | null => {
  checkScores(scores, label);
  checkOption('capacity', capacity, 1, Number.MAX_SAFE_INTEGER);
  return topOf(rank(scores, label), capacity);
};

/**
 * What the best tenth brings, the best two tenths, and so on to all. Parts are of equal size, also where that breaks a row:
 * its share counts.
 *
 * @param parts - 1 to 100.
 */
export const gains = (scores: Numbers, label: Numbers, parts = 10): readonly AtCapacity[] => {
  checkScores(scores, label);
  checkOption('parts', parts, 1, 100);
  return gainsOf(rank(scores, label), parts);
};

/** The measure above, of outcomes that are ranked already. */
export const gainsOf = (ranked: Ranked, parts: number): readonly AtCapacity[] =>
  Array.from({ length: parts }, (_, i) => topOf(ranked, ((ranked.totalWins + ranked.totalLosses) * (i + 1)) / parts)).filter((top) => top !== null);
