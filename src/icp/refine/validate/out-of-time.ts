import { checkOption } from '../measure/given.js';
import { momentStart, splitAt, type Split, type SplitRows } from './border.js';

/** The row where the moment after that of `row` begins; the number of rows where it is the last. */
const nextMoment = ({ at, rows }: SplitRows, row: number): number => {
  let next = row + 1;
  while (next < rows && at[next] === at[row]) next += 1;
  return next;
};

/**
 * The oldest rows to learn from, the newest to test on: the test that a proposal will meet in life. An account is on the side
 * of its first row; its rows beyond the border are left out and counted. Rows of one moment stay together, so the older side
 * may hold somewhat less than asked for, or more where all of it is one moment. Null where no border leaves rows on both sides.
 *
 * @param table - Rows in the order of time, as an outcome table has them.
 * @param olderPercent - How much is learned from, 1 to 99.
 */
export const outOfTime = (table: SplitRows, olderPercent = 70): Split | null => {
  checkOption('olderPercent', olderPercent, 1, 99);
  if (table.rows < 2) return null;
  const wanted = Math.floor((table.rows * olderPercent) / 100);
  const start = momentStart(table, wanted);
  return splitAt(table, start > 0 ? start : nextMoment(table, wanted), table.rows);
};
