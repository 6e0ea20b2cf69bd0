import { checkScores, type Numbers } from './given.js';
import { rank, type Ranked } from './ranked.js';

/** The measure below, of outcomes that are ranked already. */
export const averagePrecisionOf = ({ wins, losses, totalWins }: Ranked): number | null => {
  if (totalWins === 0) return null;
  let won = 0;
  let taken = 0;
  let sum = 0;
  for (let i = 0; i < wins.length; i += 1) {
    const here = wins[i] ?? 0;
    won += here;
    taken += here + (losses[i] ?? 0);
    sum += here * (won / taken);
  }
  return sum / totalWins;
};

/**
 * Average precision: the precision at each score, weighted by the wins that it adds. Rows with one score enter together,
 * so that no order among them flatters. Not interpolated. With no skill it is about the share of wins. Null without a win.
 *
 * @example
 * ```ts
 * import { averagePrecision } from 'revpact/icp/refine';
 *
 * // The first win comes first (1 of 1), the second third (2 of 3): (1 + 2/3) / 2.
 * averagePrecision([9, 8, 7, 6], [1, 0, 1, 0])?.toFixed(4) // => '0.8333'
 * ```
 */
export const averagePrecision = (scores: Numbers, label: Numbers): number | null => {
  checkScores(scores, label);
  return averagePrecisionOf(rank(scores, label));
};
