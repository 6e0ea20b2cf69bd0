import { checkProbabilities, type Numbers } from './given.js';
import { rank, sumOver, type Ranked } from './ranked.js';

/** How far probabilities were from what happened. */
export interface Brier {
  /** The mean squared distance: 0 is best, 0.25 is what a coin's 0.5 gets. */
  readonly score: number;
  /** What saying the share of wins each time would get. */
  readonly base: number;
  /** How much of `base` is saved: 1 is best, 0 is no better than the share of wins; null where all came out alike. */
  readonly skill: number | null;
}

/** The measure below, of probabilities that are ranked already. */
export const brierOf = (ranked: Ranked): Brier | null => {
  const { totalWins, totalLosses } = ranked;
  const rows = totalWins + totalLosses;
  if (rows === 0) return null;
  const score = sumOver(ranked, (p, wins, losses) => wins * (1 - p) * (1 - p) + losses * p * p) / rows;
  const base = (totalWins / rows) * (totalLosses / rows);
  return { score, base, skill: base === 0 ? null : 1 - score / base };
};

/**
 * The score of Brier (1950) in its form for two outcomes, and the skill over the share of wins. Null without rows.
 *
 * @param probability - Of a win, 0 to 1.
 * @example
 * ```ts
 * import { brier } from 'revpact/icp/refine';
 *
 * brier([0.75, 0.25], [1, 0]) // => { score: 0.0625, base: 0.25, skill: 0.75 }
 * ```
 */
export const brier = (probability: Numbers, label: Numbers): Brier | null => {
  checkProbabilities(probability, label);
  return brierOf(rank(probability, label));
};
