import { checkProbabilities, type Numbers } from './given.js';
import { rank, sumOver, type Ranked } from './ranked.js';

/** A probability no nearer to 0 or 1 than this: one wrong certainty would else cost without end. */
const NEAREST = 1e-15;

/** The probability with its distance from 0 and 1 held. */
export const held = (p: number): number => Math.min(1 - NEAREST, Math.max(NEAREST, p));

/** The measure below, of probabilities that are ranked already. */
export const logLossOf = (ranked: Ranked): number | null => {
  const rows = ranked.totalWins + ranked.totalLosses;
  if (rows === 0) return null;
  return -sumOver(ranked, (p, wins, losses) => wins * Math.log(held(p)) + losses * Math.log1p(-held(p))) / rows;
};

/**
 * The mean of −log of the probability that was given to what happened (natural logarithm). Probabilities are held within
 * 10⁻¹⁵ of 0 and 1. Null without rows.
 *
 * @param probability - Of a win, 0 to 1.
 * @example
 * ```ts
 * import { logLoss } from 'revpact/icp/refine';
 *
 * logLoss([0.5, 0.5], [0, 1])?.toFixed(4) // => '0.6931'
 * ```
 */
export const logLoss = (probability: Numbers, label: Numbers): number | null => {
  checkProbabilities(probability, label);
  return logLossOf(rank(probability, label));
};
