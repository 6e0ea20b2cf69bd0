import type { Issue } from '../../../kernel/issue.js';
import { fail, ok, type Result } from '../../../kernel/result.js';
import { MOST_POINTS } from '../../filter/criterion.js';
import type { BinnedFeature } from '../bins/bin.js';
import type { OutcomeTable } from '../data/outcome-table.js';
import { refineIssue } from '../issues.js';
import { pullIssues } from './check-pull.js';
import { chooseLambda } from './choose-lambda.js';
import { awayFromZero, designOf, logOddsOf } from './design.js';
import { factorOf, type PointsOfFeature, type PointsTable, type Scale } from './points-table.js';
import { agreedWeights, startOf, type AgreedPoints, type Start } from './prior.js';
import { fitWeights } from './weights.js';

/** How many attributes can be weighed against each other at once: as many as a filter can ask. */
const MOST_FEATURES = 200;

/** How points are fitted. */
export interface FitOptions {
  readonly scale: Scale;
  /** What is pulled towards. */
  readonly agreed?: readonly AgreedPoints[];
  /** What attributes are pulled towards that it leaves out: `evidence` where nothing is agreed, else `agreed`, where this is left out. */
  readonly start?: Start;
  /** The strength of the pull; found by trying on later rows of the table where left out. */
  readonly lambda?: number;
}

/**
 * Points from outcomes: one weight, never below zero, for the evidence of each feature, as likely as possible under the outcomes
 * and pulled towards what is agreed (see `start` for what is not): Σ log-likelihood − (λ/2)·Σ(β − β⁰)². Points of a bin are factor·β·evidence, rounded half
 * away from zero, with factor = points to double ÷ ln 2.
 *
 * Sums run over rows in the table's order, so that the same outcomes give the same points, however they were read.
 *
 * @param binned - The bins of this table's features, from `binFeatures`.
 *
 * Issues: `refine.one_outcome` without wins or without losses, `refine.too_many_features` above 200, `refine.bad_scale`,
 * `refine.bad_lambda`, `refine.unequal_lengths`, `refine.points_too_large` where a bin would have more points than a filter can give.
 *
 * @example
 * ```ts
 * import { binFeatures, DEFAULT_SCALE, fitPoints, outcomeTable } from 'revpact/icp/refine';
 *
 * const at = Float64Array.from({ length: 400 }, (_, row) => Date.UTC(2026, 0, 1) + row);
 * const read = outcomeTable({
 *   features: [{ name: 'region', about: 'account', known: 'before', knownAt: null, column: { kind: 'text', codes: Int32Array.from(at, (_, row) => row % 2), words: ['north', 'south'] } }],
 *   label: Uint8Array.from(at, (_, row) => (row % 10 === 0 || row % 2 === 1 ? 1 : 0)),
 *   at,
 *   account: { codes: Int32Array.from(at, (_, row) => row), words: Array.from(at, (_, row) => `a${row}`) },
 * });
 * const fitted = read.ok && fitPoints(read.value, binFeatures(read.value), { scale: DEFAULT_SCALE, lambda: 1 });
 * fitted && fitted.ok && fitted.value.features[0]?.bins.map(({ rows, wins, points }) => [rows, wins, points > 0]) // => [[200, 40, false], [200, 200, true]]
 * ```
 */
export const fitPoints = (table: OutcomeTable, binned: readonly BinnedFeature[], { scale, agreed = [], lambda, start = startOf(agreed) }: FitOptions): Result<PointsTable> => {
  const issues = fitIssues(table, binned, { scale, agreed, ...(lambda === undefined ? {} : { lambda }) });
  if (issues.length > 0) return fail(issues);
  const factor = factorOf(scale);
  const chosen = lambda === undefined ? chooseLambda(table, { agreed, factor, start }) : ({ lambda, chosenBy: 'caller', tried: [] } as const);
  const towards = agreedWeights(binned, agreed, factor, start);
  const design = designOf(binned, table.rows);
  const { weights, steps, converged } = fitWeights(design, table.label, { lambda: chosen.lambda, towards });
  const intercept = weights[0] ?? 0;
  const features = binned.map(({ name, about, bins, iv }, i): PointsOfFeature => {
    const weight = weights[i + 1] ?? 0;
    const idle = bins.every(({ woe }) => woe === 0) ? 'says_nothing' : weight === 0 ? 'said_by_others' : null;
    return { name, about, iv, weight, agreedWeight: towards[i] ?? 0, idle, bins: bins.map((bin) => ({ ...bin, points: awayFromZero(factor * weight * bin.woe) })) };
  });
  const large = features.flatMap(({ name, about, bins }) => {
    const most = bins.reduce((sum, { points }) => Math.max(sum, Math.abs(points)), 0);
    return most > MOST_POINTS ? [refineIssue('points_too_large', { about, name, points: most, limit: MOST_POINTS })] : [];
  });
  if (large.length > 0) return fail(large);
  const base = awayFromZero(scale.score - factor * Math.log(scale.odds) + factor * intercept);
  const separated = isSeparated(logOddsOf(design, weights), table.label);
  return ok({ features, base, intercept, scale, start, ...chosen, steps, converged, separated });
};

const fitIssues = ({ label, rows }: OutcomeTable, binned: readonly BinnedFeature[], { scale, agreed = [], lambda }: FitOptions): readonly Issue[] => {
  const wins = label.reduce((sum, won) => sum + won, 0);
  const uneven = [
    ...binned.map(({ name, codes }) => ({ what: `bins of "${name}"`, length: codes.length })),
    ...agreed.map(({ name, points }) => ({ what: `agreed points of "${name}"`, length: points.length })),
  ].filter(({ length }) => length !== rows);
  return [
    ...(wins === 0 || wins === rows ? [refineIssue('one_outcome', { wins, losses: rows - wins })] : []),
    ...(binned.length > MOST_FEATURES ? [refineIssue('too_many_features', { features: binned.length, limit: MOST_FEATURES })] : []),
    ...pullIssues(scale, lambda ?? null),
    ...uneven.map(({ what, length }) => refineIssue('unequal_lengths', { what, length, with: 'outcomes', expected: rows })),
  ];
};

const isSeparated = (logOdds: Float64Array, label: Uint8Array): boolean => {
  let [lowestWin, highestLoss] = [Infinity, -Infinity];
  for (let row = 0; row < label.length; row += 1) {
    const odds = logOdds[row] ?? 0;
    if (label[row] === 1) lowestWin = Math.min(lowestWin, odds);
    else highestLoss = Math.max(highestLoss, odds);
  }
  return lowestWin > highestLoss;
};
