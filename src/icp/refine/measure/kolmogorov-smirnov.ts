import { checkScores, type Numbers } from './given.js';
import { rank, type Ranked } from './ranked.js';

/** The widest gap between wins and losses, and the score from which upwards it is that wide. */
export interface Separation {
  /** 0 to 1. A distance: it does not say which of the two scores higher. */
  readonly distance: number;
  readonly at: number;
}

/** The measure below, of outcomes that are ranked already. */
export const separationOf = ({ values, wins, losses, totalWins, totalLosses }: Ranked): Separation | null => {
  if (totalWins === 0 || totalLosses === 0) return null;
  let won = 0;
  let lost = 0;
  let widest = 0;
  let at = values[0] ?? NaN;
  for (let i = 0; i < values.length; i += 1) {
    won += wins[i] ?? 0;
    lost += losses[i] ?? 0;
    const gap = Math.abs(won * totalLosses - lost * totalWins);
    if (gap <= widest) continue;
    widest = gap;
    at = values[i] ?? NaN;
  }
  return { distance: widest / (totalWins * totalLosses), at };
};

/**
 * The two-sample statistic of Kolmogorov and Smirnov: the largest difference between the share of wins and the share of
 * losses that score at least so much. Of equally wide gaps the highest score is told. Null where there are only wins or
 * only losses.
 *
 * @example
 * ```ts
 * import { kolmogorovSmirnov } from 'revpact/icp/refine';
 *
 * kolmogorovSmirnov([1, 2, 3, 4], [0, 1, 0, 1]) // => { distance: 0.5, at: 4 }
 * ```
 */
export const kolmogorovSmirnov = (scores: Numbers, label: Numbers): Separation | null => {
  checkScores(scores, label);
  return separationOf(rank(scores, label));
};
