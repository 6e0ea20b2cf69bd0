import { shareOf, type Share } from '../../../kernel/share.js';
import type { Feature } from '../data/outcome-table.js';
import { areaOf } from './auc.js';
import { checkLabels } from './given.js';

/** What it alone tells whether a value is there. */
export interface Missingness {
  /**
   * The area under the curve of "is it there?", whichever way it points: at least 0.5. It is 0.5 plus half the difference
   * between the shares of wins and of losses without a value.
   */
  readonly auc: number;
  /** Pearson's chi-square of the two by two table, one degree of freedom: above 6.63 chance does so once in a hundred. */
  readonly chiSquare: number;
  /** Wins of the rows without a value, and of those with one. */
  readonly missing: Share;
  readonly present: Share;
}

const isMissing = (column: Feature['column'], row: number): boolean =>
  column.kind === 'number' ? Number.isNaN(column.values[row] ?? NaN) : (column.codes[row] ?? -1) < 0;

/**
 * Whether a value is there can tell the outcome, when people fill the field in once the answer is known: then the attribute
 * leaks, whatever its values say. Null where no value is missing or all are, and where there are only wins or only losses.
 */
export const missingness = ({ column }: Pick<Feature, 'column'>, label: Uint8Array): Missingness | null => {
  checkLabels(label, 'values', column.kind === 'number' ? column.values : column.codes);
  let rows = 0;
  let wins = 0;
  let allWins = 0;
  for (let row = 0; row < label.length; row += 1) {
    const won = label[row] ?? 0;
    allWins += won;
    if (!isMissing(column, row)) continue;
    rows += 1;
    wins += won;
  }
  const all = label.length;
  const allLosses = all - allWins;
  if (rows === 0 || rows === all || allWins === 0 || allLosses === 0) return null;
  const area = areaOf([wins, allWins - wins], [rows - wins, allLosses - rows + wins]) ?? 0.5;
  const cross = wins * (allLosses - rows + wins) - (rows - wins) * (allWins - wins);
  return {
    auc: Math.max(area, 1 - area),
    chiSquare: ((cross / rows) * (cross / (all - rows)) * (all / allWins)) / allLosses,
    missing: shareOf(wins, rows),
    present: shareOf(allWins - wins, all - rows),
  };
};
