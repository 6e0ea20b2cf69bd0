import { checkScores, type Numbers } from './given.js';
import { rank } from './ranked.js';

/** The area from counts of wins and losses, best group first; null where either is missing. Whole numbers up to the last division. */
export const areaOf = (wins: Numbers, losses: Numbers): number | null => {
  let before = 0;
  let lost = 0;
  let twice = 0;
  for (let i = 0; i < wins.length; i += 1) {
    const won = wins[i] ?? 0;
    const here = losses[i] ?? 0;
    twice += here * (2 * before + won);
    before += won;
    lost += here;
  }
  return before === 0 || lost === 0 ? null : twice / (2 * before * lost);
};

/**
 * The area under the ROC curve: how often a win scores above a loss, of all pairs of them. A pair with one score counts half
 * (midranks, as Mann and Whitney have it). 1 orders all of them rightly, 0.5 is chance, below it the order is upside down.
 *
 * Null where there are only wins or only losses. Throws a `RevpactError` for scores that are not numbers, labels other than
 * 0 and 1, and unequal lengths.
 *
 * @param scores - The higher, the likelier a win.
 * @param label - 1 for a win, 0 for none.
 * @example
 * ```ts
 * import { auc } from 'revpact/icp/refine';
 *
 * // Three of the four pairs are in order.
 * auc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]) // => 0.75
 * auc([5, 5], [0, 1]) // => 0.5
 * auc([5, 7], [1, 1]) // => null
 * ```
 */
export const auc = (scores: Numbers, label: Numbers): number | null => {
  checkScores(scores, label);
  const { wins, losses } = rank(scores, label);
  return areaOf(wins, losses);
};
