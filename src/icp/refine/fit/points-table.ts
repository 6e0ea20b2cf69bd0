import type { Bin } from '../bins/bin.js';
import type { Start } from './prior.js';

/** A fitted feature: the points of each of its bins. */
export interface PointsOfFeature {
  readonly name: string;
  readonly about: 'account' | 'contact';
  readonly iv: number;
  /** The weight of its evidence, never below zero. */
  readonly weight: number;
  /** What the weight is pulled towards: what the agreed points stand for; where there are none, 0 or 1 as the table's `start` says. */
  readonly agreedWeight: number;
  /**
   * Why it weighs nothing: its bins all have the same rate of wins (`says_nothing`), or beside the others it would count
   * against its own evidence (`said_by_others`). Null where it weighs something.
   */
  readonly idle: 'says_nothing' | 'said_by_others' | null;
  readonly bins: readonly (Bin & { readonly points: number })[];
}

/** Points fitted to outcomes. The score of a row is the sum of the points of its bins; `base` is only for probabilities. */
export interface PointsTable {
  readonly features: readonly PointsOfFeature[];
  /** Added to a row's points it gives the score that `scale` reads as odds. */
  readonly base: number;
  readonly intercept: number;
  readonly scale: Scale;
  /** What attributes are pulled towards that nobody has agreed points on: nothing, or their evidence at face value. */
  readonly start: Start;
  /** The strength of the pull. */
  readonly lambda: number;
  /** Whether it was given, chosen on later rows, or is the default because those ranked no better than chance. */
  readonly chosenBy: 'caller' | 'folds' | 'default';
  /** What was tried to find it, strongest pull first; empty where it was given, or where there was too little to try it on. */
  readonly tried: readonly TriedLambda[];
  /** Newton's steps. */
  readonly steps: number;
  readonly converged: boolean;
  /** Whether these weights rank every win above every loss: more often a leak than a discovery. Points stay bounded by the pull. */
  readonly separated: boolean;
}

/** How well later outcomes were ranked by what earlier ones taught, with one strength of pull. */
export interface TriedLambda {
  readonly lambda: number;
  /** Area under the curve over the pairs of all folds, to three digits after the point. */
  readonly auc: number;
  /** Mean surprise of the rows of all folds in natural logarithms, each fold at its own rate of wins, to three digits. */
  readonly logLoss: number;
}

/** How points are read as odds: at `score` they are `odds` to one, and double with each further `pointsToDouble`. */
export interface Scale {
  readonly pointsToDouble: number;
  readonly score: number;
  readonly odds: number;
}

/** Twenty points double the odds, and a hundred are even. */
export const DEFAULT_SCALE: Scale = { pointsToDouble: 20, score: 100, odds: 1 };

/** Points for one unit of log odds. */
export const factorOf = ({ pointsToDouble }: Scale): number => pointsToDouble / Math.LN2;
