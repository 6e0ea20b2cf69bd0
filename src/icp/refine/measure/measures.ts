import { areaOf } from './auc.js';
import { averagePrecisionOf } from './average-precision.js';
import { brierOf, type Brier } from './brier.js';
import { calibrationOf, type Calibration } from './calibration.js';
import { gainsOf, topOf, type AtCapacity } from './capacity.js';
import { checkOption, checkProbabilities, checkScores, type Numbers } from './given.js';
import { separationOf, type Separation } from './kolmogorov-smirnov.js';
import { logLossOf } from './log-loss.js';
import { rank } from './ranked.js';

/** How well scores order rows. */
export interface OrderMeasures {
  readonly rows: number;
  readonly wins: number;
  readonly auc: number | null;
  readonly averagePrecision: number | null;
  readonly separation: Separation | null;
  /** At the capacity agreed; null where none is, or no rows are. */
  readonly capacity: AtCapacity | null;
  /** The best tenth, the best two tenths and so on. */
  readonly gains: readonly AtCapacity[];
}

/** How well probabilities can be taken at their word. */
export interface ProbabilityMeasures {
  readonly logLoss: number | null;
  readonly brier: Brier | null;
  readonly calibration: Calibration | null;
}

/**
 * All that orders are judged by, in one go: the scores are ranked once.
 *
 * @param capacity - How many rows can be worked, at least 1; null where that is not agreed.
 */
export const orderMeasures = (scores: Numbers, label: Numbers, capacity: number | null = null): OrderMeasures => {
  checkScores(scores, label);
  if (capacity !== null) checkOption('capacity', capacity, 1, Number.MAX_SAFE_INTEGER);
  const ranked = rank(scores, label);
  return {
    rows: ranked.totalWins + ranked.totalLosses,
    wins: ranked.totalWins,
    auc: areaOf(ranked.wins, ranked.losses),
    averagePrecision: averagePrecisionOf(ranked),
    separation: separationOf(ranked),
    capacity: capacity === null ? null : topOf(ranked, capacity),
    gains: gainsOf(ranked, 10),
  };
};

/** All that probabilities are judged by, in one go; calibration in ten groups. */
export const probabilityMeasures = (probability: Numbers, label: Numbers): ProbabilityMeasures => {
  checkProbabilities(probability, label);
  const ranked = rank(probability, label);
  return { logLoss: logLossOf(ranked), brier: brierOf(ranked), calibration: calibrationOf(ranked, 10) };
};
