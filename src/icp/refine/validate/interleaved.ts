import { checkOption } from '../measure/given.js';
import type { Split, SplitRows } from './border.js';

/**
 * Accounts dealt to both sides in turn, evenly over time, each with all its rows: what a random split shows, without chance.
 * It tells how well the past is described, not how the future will be met; show it beside {@link outOfTime}, never instead.
 * Null where a side would be empty.
 *
 * @param table - Rows in the order of time.
 * @param olderPercent - How many of a hundred accounts are learned from, 1 to 99.
 */
export const interleaved = (table: SplitRows, olderPercent = 70): Split | null => {
  checkOption('olderPercent', olderPercent, 1, 99);
  const learns = new Map<number, boolean>();
  const older: number[] = [];
  const newer: number[] = [];
  for (let row = 0; row < table.rows; row += 1) {
    const account = table.account.codes[row] ?? -1;
    let side = learns.get(account);
    if (side === undefined) {
      const before = learns.size;
      side = Math.floor(((before + 1) * olderPercent) / 100) > Math.floor((before * olderPercent) / 100);
      learns.set(account, side);
    }
    (side ? older : newer).push(row);
  }
  if (older.length === 0 || newer.length === 0) return null;
  return { older: Int32Array.from(older), newer: Int32Array.from(newer), leftOut: 0, border: null };
};
