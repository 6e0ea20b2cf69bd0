import type { Design } from './design.js';
import { slopeAt, type Slope } from './likelihood.js';
import { lowestNonNegative } from './non-negative.js';

/** How far weights may be off that are not for a trial. */
const CLOSE_ENOUGH = 1e-9;
const MOST_STEPS = 100;
/** No weight moves further in one step: from far away the curve is a poor guide. */
const LONGEST_STEP = 8;
const HALVINGS = 40;
/** Part of the promised rise that a step must bring. */
const ENOUGH_RISE = 1e-4;

/** Weights fitted to outcomes: the intercept and then one for each feature. */
export interface FittedWeights {
  readonly weights: Float64Array;
  readonly steps: number;
  /** Whether no weight would have moved further than is close enough: 10⁻⁹ unless told. */
  readonly converged: boolean;
}

/** What weights are pulled towards, and how strongly. */
export interface Pull {
  readonly lambda: number;
  /** One for each feature, none below zero. */
  readonly towards: readonly number[];
  /** Where to begin, such as at the solution for a stronger pull. */
  readonly from?: Float64Array;
  /** Weights are found when none moves further than this. */
  readonly closeEnough?: number;
}

/**
 * The weights that maximise log-likelihood − (λ/2)·Σ(β − β⁰)², none below zero but the intercept, which is not pulled.
 *
 * Newton's steps on the whole curve, each to the lowest point of its parabola among weights that are not negative, halved until it
 * rises enough. With λ above 0 and both outcomes present there is exactly one such point, and it is finite: also where
 * outcomes are told apart without an error, and where two columns say the same.
 */
export const fitWeights = (design: Design, label: Uint8Array, { lambda, towards, from, closeEnough = CLOSE_ENOUGH }: Pull): FittedWeights => {
  const pulled = (weights: Float64Array): Slope => withPull(slopeAt(design, label, weights), weights, lambda, towards);
  let weights = from ?? startAt(label, towards);
  let here = pulled(weights);
  for (let steps = 1; steps <= MOST_STEPS; steps += 1) {
    const goal = goalOf(here, weights);
    const way = goal.map((weight, at) => weight - (weights[at] ?? 0));
    const length = way.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
    if (length <= closeEnough) return { weights, steps, converged: true };
    const rise = way.reduce((sum, part, at) => sum + part * (here.gradient[at] ?? 0), 0);
    let part = Math.min(1, LONGEST_STEP / length);
    let next = along(weights, way, part);
    let there = pulled(next);
    for (let halving = 0; halving < HALVINGS && there.height < here.height + ENOUGH_RISE * part * rise - rounding(here.height); halving += 1) {
      part /= 2;
      next = along(weights, way, part);
      there = pulled(next);
    }
    [weights, here] = [next, there];
  }
  return { weights, steps: MOST_STEPS, converged: false };
};

/** What sums of this size may be off by. */
const rounding = (height: number): number => 1e-11 * (1 + Math.abs(height));

const along = (weights: Float64Array, way: Float64Array, part: number): Float64Array =>
  weights.map((weight, at) => {
    const moved = weight + part * (way[at] ?? 0);
    return at > 0 && moved < 0 ? 0 : moved;
  });

const startAt = (label: Uint8Array, towards: readonly number[]): Float64Array => {
  const wins = label.reduce((sum, won) => sum + won, 0);
  return Float64Array.of(Math.log((wins + 0.5) / (label.length - wins + 0.5)), ...towards);
};

const withPull = ({ height, gradient, curvature }: Slope, weights: Float64Array, lambda: number, towards: readonly number[]): Slope => {
  const size = weights.length;
  let lower = height;
  towards.forEach((toward, feature) => {
    const at = feature + 1;
    const off = (weights[at] ?? 0) - toward;
    lower -= (lambda / 2) * off * off;
    gradient[at] = (gradient[at] ?? 0) - lambda * off;
    curvature[at * size + at] = (curvature[at * size + at] ?? 0) + lambda;
  });
  return { height: lower, gradient, curvature };
};

/** The top of the parabola that touches the curve here, among weights that are not negative. */
const goalOf = ({ gradient, curvature }: Slope, weights: Float64Array): Float64Array => {
  const size = weights.length;
  const right = gradient.map((slope, at) => {
    let sum = slope;
    for (let k = 0; k < size; k += 1) sum += (k <= at ? (curvature[at * size + k] ?? 0) : (curvature[k * size + at] ?? 0)) * (weights[k] ?? 0);
    return sum;
  });
  return lowestNonNegative(curvature, right, weights);
};
