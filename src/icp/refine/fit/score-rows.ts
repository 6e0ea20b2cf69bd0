import { placeRows } from '../bins/place-rows.js';
import type { OutcomeTable } from '../data/outcome-table.js';
import { featureOf } from '../data/subset.js';
import type { PointsTable } from './points-table.js';

/**
 * The score of every row of a table: the sum of the points of its bins, 0 for a value that no bin holds. Throws a
 * `RangeError` where the table lacks a feature that has points.
 */
export const scoreRows = ({ features }: Pick<PointsTable, 'features'>, table: OutcomeTable): Int32Array => {
  const scores = new Int32Array(table.rows);
  for (const { name, about, bins } of features) {
    if (bins.every(({ points }) => points === 0)) continue;
    const points = new Int32Array(256);
    bins.forEach((bin, place) => (points[place] = bin.points));
    const codes = placeRows(bins, featureOf(table, { name, about }));
    for (let row = 0; row < scores.length; row += 1) scores[row] = (scores[row] ?? 0) + (points[codes[row] ?? 0] ?? 0);
  }
  return scores;
};

/**
 * The probability of a win that a score stands for: 1 ÷ (1 + 2^−((score + base − S₀) ÷ points to double) ÷ odds₀).
 *
 * @example
 * ```ts
 * import { chanceOf, DEFAULT_SCALE } from 'revpact/icp/refine';
 *
 * const even = chanceOf({ base: 60, scale: DEFAULT_SCALE }, 40);
 * even // => 0.5
 * const twoToOne = chanceOf({ base: 60, scale: DEFAULT_SCALE }, 60);
 * twoToOne.toFixed(4) // => '0.6667'
 * ```
 */
export const chanceOf = ({ base, scale }: Pick<PointsTable, 'base' | 'scale'>, score: number): number =>
  1 / (1 + 2 ** (-(score + base - scale.score) / scale.pointsToDouble) / scale.odds);
