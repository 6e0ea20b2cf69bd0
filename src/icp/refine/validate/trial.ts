import { ok, type Result } from '../../../kernel/result.js';
import { binFeatures } from '../bins/bin-features.js';
import type { OutcomeTable } from '../data/outcome-table.js';
import { takeRows } from '../data/subset.js';
import { fitPoints, type FitOptions } from '../fit/fit-points.js';
import type { PointsTable } from '../fit/points-table.js';
import type { AgreedPoints } from '../fit/prior.js';
import { chanceOf, scoreRows } from '../fit/score-rows.js';
import { drift, type Drift } from '../measure/drift.js';
import { orderMeasures, probabilityMeasures, type OrderMeasures, type ProbabilityMeasures } from '../measure/measures.js';
import { countsBetween, scoreCuts } from '../measure/parts.js';
import type { Split } from './border.js';

/** Points that were fitted to some rows and tested on others. */
export interface Trial {
  readonly points: PointsTable;
  /** How well they order the rows tested on. */
  readonly order: OrderMeasures;
  /** How well they can be read as chances there. */
  readonly chances: ProbabilityMeasures;
  /** How far scores have moved from the rows learned from, in tenths of those; null where there is nothing to compare. */
  readonly drift: Drift | null;
}

/** How points are fitted, and at which capacity they are tested. */
export interface TrialOptions extends FitOptions {
  /** How many of the rows tested on can be worked; left out where that is not agreed. */
  readonly capacity?: number;
}

/** Agreed points of some rows. */
export const agreedOn = (agreed: readonly AgreedPoints[], rows: Int32Array): readonly AgreedPoints[] =>
  agreed.map((one) => ({ ...one, points: Int32Array.from(rows, (row) => one.points[row] ?? 0) }));

/**
 * Bins and fits on one side of a split and tests on the other: nothing of the rows tested on is known to what is tested.
 *
 * @param split - From `outOfTime`, `interleaved` or `rollingOrigin` over the same table.
 * @param options - Agreed points have one number for each row of the whole table.
 *
 * Issues: those of `fitPoints`.
 */
export const trial = (table: OutcomeTable, { older, newer }: Pick<Split, 'older' | 'newer'>, { capacity, ...options }: TrialOptions): Result<Trial> => {
  const learned = takeRows(table, older);
  const tested = takeRows(table, newer);
  const agreed = options.agreed === undefined ? {} : { agreed: agreedOn(options.agreed, older) };
  const fitted = fitPoints(learned, binFeatures(learned), { ...options, ...agreed });
  if (!fitted.ok) return fitted;
  const points = fitted.value;
  const scores = scoreRows(points, tested);
  const before = scoreRows(points, learned);
  const cuts = scoreCuts(before);
  return ok({
    points,
    order: orderMeasures(scores, tested.label, capacity ?? null),
    chances: probabilityMeasures(Float64Array.from(scores, (score) => chanceOf(points, score)), tested.label),
    drift: drift(countsBetween(before, cuts), countsBetween(scores, cuts)),
  });
};
