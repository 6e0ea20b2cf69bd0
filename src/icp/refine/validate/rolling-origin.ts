import { checkOption } from '../measure/given.js';
import { momentStart, splitAt, type Split, type SplitRows } from './border.js';

/**
 * The past judged step by step: rows are cut by time into one more block than there are folds, and each block after the first
 * is tested on what is learned from all before it. Rows of one moment stay together; rows of accounts that were learned from
 * are left out of the test and counted. Folds whose test would be empty are not among the answers.
 *
 * @param table - Rows in the order of time.
 * @param folds - 1 to 50.
 */
export const rollingOrigin = (table: SplitRows, folds = 4): readonly Split[] => {
  checkOption('folds', folds, 1, 50);
  const starts = Array.from({ length: folds }, (_, i) => Math.floor((table.rows * (i + 1)) / (folds + 1)));
  const borders = [...new Set(starts.map((row) => momentStart(table, row)))].filter((row) => row > 0);
  return borders.flatMap((from, i) => splitAt(table, from, borders[i + 1] ?? table.rows) ?? []);
};
