import { rebinFeatures } from '../bins/bin-features.js';
import type { OutcomeTable } from '../data/outcome-table.js';
import { takeRows } from '../data/subset.js';
import { fitPoints } from '../fit/fit-points.js';
import type { PointsTable } from '../fit/points-table.js';
import type { AgreedPoints } from '../fit/prior.js';
import { pointsStability, type Stability } from './stability.js';
import { agreedOn } from './trial.js';

/** Which draws are made, and what the fit was pulled towards. */
export interface StablePointsOptions {
  /** A safe integer, 0 or more. */
  readonly seed: number;
  /** 10 to 10,000; 50 unless told. Each is a fit of its own. */
  readonly draws?: number;
  /** As in the fit, one number for each row of the table. */
  readonly agreed?: readonly AgreedPoints[];
}

/**
 * How the points of each bin hold when accounts are drawn with replacement: the same bins, their evidence counted anew, the
 * weights fitted anew with the same pull. What turns round in many draws has no claim to its points.
 *
 * @param table - The rows that the points were fitted to.
 */
export const stablePoints = (table: OutcomeTable, { features, scale, lambda }: PointsTable, { agreed = [], ...drawing }: StablePointsOptions): Stability => {
  const refit = (rows: Int32Array): readonly (readonly number[])[] | null => {
    const drawn = takeRows(table, rows);
    const fitted = fitPoints(drawn, rebinFeatures(features, drawn), { scale, lambda, agreed: agreedOn(agreed, rows) });
    return fitted.ok ? fitted.value.features.map(({ bins }) => bins.map(({ points }) => points)) : null;
  };
  return pointsStability(features.map(({ bins }) => bins.map(({ points }) => points)), table.account.codes, refit, drawing);
};
