import { RevpactError } from '../../../kernel/issue.js';
import { refineIssue } from '../issues.js';
import { checkOption, type Numbers } from '../measure/given.js';
import { byAccount, drawAccounts } from './accounts.js';
import { middle95 } from './middle.js';
import { seeded } from './seeded.js';

/** How points hold when other accounts had come along. */
export interface StablePoints {
  readonly points: number;
  /** The middle 95 % of what other draws give; of fewer than 79 draws the lowest and the highest. */
  readonly low: number;
  readonly high: number;
  /** Draws in which the points turned round: from plus to minus or the reverse. Zero is neither. */
  readonly flips: number;
}

/** Points of each bin of each attribute. */
export type Points = readonly (readonly number[])[];

/** Stability by attribute and bin, in the order of the points. */
export interface Stability {
  readonly features: readonly (readonly StablePoints[])[];
  readonly draws: number;
  /** Draws that could be fitted; where none could, there are no features. */
  readonly fitted: number;
}

const summary = (points: number, drawn: Float64Array): StablePoints => {
  const flips = drawn.reduce((count, value) => count + (value * points < 0 ? 1 : 0), 0);
  const { low, high } = middle95(drawn.slice().sort()) ?? { low: points, high: points };
  return { points, low, high, flips };
};

/**
 * Fits again and again on accounts drawn with replacement and tells how far the points of each bin swing. What turns round in
 * many draws is no evidence for or against anything.
 *
 * @param points - As fitted on all rows.
 * @param account - A number for each row's account.
 * @param refit - The points from these rows, in the same shape: positions, ascending, each as often as it was drawn. Null where
 *   they cannot be fitted. Keep the bins as they are: points of other bins cannot be compared.
 * @param drawing - `draws` from 10 to 10,000; 50 unless told.
 */
export const pointsStability = (
  points: Points,
  account: Numbers,
  refit: (rows: Int32Array) => Points | null,
  { seed, draws = 50 }: { readonly seed: number; readonly draws?: number },
): Stability => {
  checkOption('draws', draws, 10, 10_000);
  const chance = seeded(seed, 'stability');
  const { accounts, of } = byAccount(account);
  const times = new Int32Array(accounts);
  const refitted: Points[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    drawAccounts(times, chance);
    const rows = new Int32Array(of.reduce((sum, place) => sum + (times[place] ?? 0), 0));
    let filled = 0;
    for (let row = 0; row < of.length; row += 1) {
      const next = filled + (times[of[row] ?? 0] ?? 0);
      rows.fill(row, filled, next);
      filled = next;
    }
    const drawn = refit(rows);
    if (drawn === null) continue;
    for (const [i, bins] of points.entries()) {
      const length = drawn[i]?.length ?? 0;
      if (length === bins.length) continue;
      throw new RevpactError([refineIssue('unequal_lengths', { what: 'refitted points', length, with: 'bins', expected: bins.length }, ['refit', i])]);
    }
    refitted.push(drawn);
  }
  const features = points.map((bins, i) => bins.map((was, j) => summary(was, Float64Array.from(refitted, (drawn) => drawn[i]?.[j] ?? NaN))));
  return { features: refitted.length === 0 ? [] : features, draws, fitted: refitted.length };
};
