import { surprise } from './design.js';

/** Newton's steps, none longer than one unit of log odds. */
const MOST_STEPS = 60;
const NEAR_ENOUGH = 1e-9;

/**
 * How much outcomes surprise in all, in natural logarithms, where as many wins as there are were expected: all log odds are moved by
 * the same, so that only what attributes say of one row against another is judged, and not how the market has moved.
 *
 * Of rows with wins and losses: without one of them no finite move exists.
 */
export const surpriseAtOwnRate = (logOdds: Float64Array, label: Uint8Array): number => {
  const wins = label.reduce((sum, won) => sum + won, 0);
  let move = 0;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    let [expected, slope] = [0, 0];
    for (const odds of logOdds) {
      const chance = 1 / (1 + Math.exp(-odds - move));
      expected += chance;
      slope += chance * (1 - chance);
    }
    const next = Math.max(-1, Math.min(1, (wins - expected) / Math.max(slope, NEAR_ENOUGH)));
    move += next;
    if (Math.abs(next) < NEAR_ENOUGH) break;
  }
  return logOdds.reduce((sum, odds, row) => sum + surprise(odds + move, label[row] === 1), 0);
};
