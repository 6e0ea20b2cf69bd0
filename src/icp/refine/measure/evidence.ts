import { checkCounts } from './given.js';
import { areaOf } from './auc.js';

/** Rows of a bin and how many of them were won. */
export interface Cell {
  readonly rows: number;
  readonly wins: number;
}

/** Half a row in each cell, so that a bin without a win or without a loss weighs much, not without end. */
const ALPHA = 0.5;

/** Weight of evidence of each cell, and what all of them tell. */
export interface Evidence {
  /** The log of the smoothed share of wins over that of losses: above 0 a win is likelier here than elsewhere. */
  readonly woe: readonly number[];
  /** Information value: Σ (share of wins − share of losses) · weight, on the smoothed shares. Never negative. */
  readonly iv: number;
}

const checkCells = (cells: readonly Cell[]): void => {
  checkCounts('rows', cells.map(({ rows }) => rows));
  checkCounts('wins', cells.map(({ wins }) => wins), (cell) => cells[cell]?.rows ?? 0);
};

/**
 * Weight of evidence with half a row of each outcome added to each cell: ln of ((g + ½) ÷ (G + ½m)) ÷ ((b + ½) ÷ (B + ½m)) for
 * g wins and b losses in a cell, G and B in all, over m cells.
 *
 * @example
 * ```ts
 * import { evidenceOf } from 'revpact/icp/refine';
 *
 * const { woe, iv } = evidenceOf([{ rows: 10, wins: 7 }, { rows: 10, wins: 3 }]);
 * woe.map((weight) => weight.toFixed(4)) // => ['0.7621', '-0.7621']
 * iv.toFixed(4) // => '0.5543'
 * ```
 */
export const evidenceOf = (cells: readonly Cell[]): Evidence => {
  checkCells(cells);
  const wins = cells.reduce((sum, cell) => sum + cell.wins, 0);
  const losses = cells.reduce((sum, cell) => sum + cell.rows - cell.wins, 0);
  const shares = cells.map((cell) => ({
    won: (cell.wins + ALPHA) / (wins + ALPHA * cells.length),
    lost: (cell.rows - cell.wins + ALPHA) / (losses + ALPHA * cells.length),
  }));
  const woe = shares.map(({ won, lost }) => Math.log(won / lost));
  return { woe, iv: shares.reduce((sum, { won, lost }, i) => sum + (won - lost) * (woe[i] ?? 0), 0) };
};

/**
 * What an attribute alone is worth: the area under the curve when its bins are ranked by their own share of wins. At least
 * 0.5, as the order is taken from the same rows. Above 0.9 one attribute says nearly all: most often it was recorded after
 * the decision. Null where there are only wins or only losses.
 *
 * @example
 * ```ts
 * import { featureAuc } from 'revpact/icp/refine';
 *
 * featureAuc([{ rows: 10, wins: 3 }, { rows: 10, wins: 7 }]) // => 0.7
 * ```
 */
export const featureAuc = (cells: readonly Cell[]): number | null => {
  checkCells(cells);
  const ranked = cells.filter(({ rows }) => rows > 0).sort((a, b) => b.wins * a.rows - a.wins * b.rows);
  return areaOf(ranked.map(({ wins }) => wins), ranked.map(({ rows, wins }) => rows - wins));
};
