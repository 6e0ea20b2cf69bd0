import { binFeatures, rebinFeatures } from '../bins/bin-features.js';
import type { OutcomeTable } from '../data/outcome-table.js';
import { takeRows } from '../data/subset.js';
import { auc } from '../measure/auc.js';
import { rollingOrigin } from '../validate/rolling-origin.js';
import { designOf, pointOddsOf } from './design.js';
import { surpriseAtOwnRate } from './own-rate.js';
import type { PointsTable, TriedLambda } from './points-table.js';
import { agreedWeights, type AgreedPoints, type Start } from './prior.js';
import { fitWeights } from './weights.js';

/** Pulls that are tried, strongest first. */
export const LAMBDAS: readonly number[] = [10_000, 3000, 1000, 300, 100, 30, 10, 3, 1];
/** Where trying tells nothing: a weight is then thought to lie within 0.36 of the agreed one, nineteen times of twenty. */
const DEFAULT_LAMBDA = 30;
/** So many standard errors above a half an area has to be to be more than chance. */
const STANDARD_ERRORS = 2;
const FOLDS = 4;
/** Areas, and after them losses, are compared to so many digits: less is no difference. */
const DIGITS = 3;
/** Weights of a trial are good enough so: what they are off by moves no area's third digit. */
const CLOSE_ENOUGH = 1e-4;

/**
 * The pull under which earlier outcomes rank later ones best: the area under the curve over all pairs of a win and a loss of one
 * fold. Each of four folds is binned and fitted on what came before it alone, and ranked by the whole points that would come of it,
 * for a pull that leaves less than a point leaves nothing. Of equals the one whose chances are nearest to what
 * came, at the fold's own rate of wins: an order does not say how much an attribute is worth. Then the stronger pull, which leaves
 * more as agreed. Where even the best ranks no better than chance (not two standard errors above a half, after Mann and Whitney
 * 1947), or no fold has both outcomes to learn from and to be tested on, folds cannot choose, and it is 30.
 *
 * Folds are judged by rank first, for the rate of wins moves with the market: a loss that asks for the rate is least where no
 * attribute has points, however well they rank.
 */
export const chooseLambda = (
  table: OutcomeTable,
  { agreed, factor, start }: { readonly agreed: readonly AgreedPoints[]; readonly factor: number; readonly start: Start },
): Pick<PointsTable, 'lambda' | 'chosenBy' | 'tried'> => {
  const ranked = LAMBDAS.map(() => 0);
  const surprised = LAMBDAS.map(() => 0);
  let [pairs, variance, rows] = [0, 0, 0];
  for (const { older, newer } of rollingOrigin(table, FOLDS)) {
    const [train, test] = [takeRows(table, older), takeRows(table, newer)];
    const own = pairsOf(test.label);
    if (own === 0 || pairsOf(train.label) === 0) continue;
    const binned = binFeatures(train);
    const ofTrain = agreed.map((one) => ({ ...one, points: Int32Array.from(older, (row) => one.points[row] ?? 0) }));
    const towards = agreedWeights(binned, ofTrain, factor, start);
    const learned = designOf(binned, train.rows);
    const judged = designOf(rebinFeatures(binned, test).map(({ codes }, i) => ({ codes, bins: binned[i]?.bins ?? [] })), test.rows);
    let from: Float64Array | undefined;
    LAMBDAS.forEach((lambda, i) => {
      const { weights } = fitWeights(learned, train.label, { lambda, towards, closeEnough: CLOSE_ENOUGH, ...(from === undefined ? {} : { from }) });
      from = weights;
      const odds = pointOddsOf(judged, weights, factor);
      ranked[i] = (ranked[i] ?? 0) + own * (auc(odds, test.label) ?? 0);
      surprised[i] = (surprised[i] ?? 0) + surpriseAtOwnRate(odds, test.label);
    });
    pairs += own;
    rows += test.rows;
    // Of the number of pairs in the right order, where order is chance.
    variance += (own * (test.rows + 1)) / 12;
  }
  if (pairs === 0) return { lambda: DEFAULT_LAMBDA, chosenBy: 'default', tried: [] };
  const tried = LAMBDAS.map((lambda, i): TriedLambda => ({
    lambda,
    auc: Number(((ranked[i] ?? 0) / pairs).toFixed(DIGITS)),
    logLoss: Number(((surprised[i] ?? 0) / rows).toFixed(DIGITS)),
  }));
  const best = tried.reduce((most, one) => (one.auc > most.auc || (one.auc === most.auc && one.logLoss < most.logLoss) ? one : most));
  const chance = 0.5 + (STANDARD_ERRORS * Math.sqrt(variance)) / pairs;
  return best.auc > chance ? { lambda: best.lambda, chosenBy: 'folds', tried } : { lambda: DEFAULT_LAMBDA, chosenBy: 'default', tried };
};

const pairsOf = (label: Uint8Array): number => {
  const wins = label.reduce((sum, won) => sum + won, 0);
  return wins * (label.length - wins);
};
