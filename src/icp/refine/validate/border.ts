import type { OutcomeTable } from '../data/outcome-table.js';

/** Rows to learn from and rows to test on: no moment and no account is on both sides. Positions in the table, ascending. */
export interface Split {
  readonly older: Int32Array;
  readonly newer: Int32Array;
  /** Rows that would have been tested on, of accounts that were learned from. They are on neither side. */
  readonly leftOut: number;
  /** Epoch milliseconds: what is newer was decided then or after it, what is older before it. Null where the sides are mixed in time. */
  readonly border: number | null;
}

/** What a split needs to know of a table: when each row was decided, and whose it is. Rows stand in the order of time. */
export type SplitRows = Pick<OutcomeTable, 'rows' | 'at' | 'account'>;

/** The first row of the moment that `row` belongs to: what was decided at one moment stays together. */
export const momentStart = ({ at }: SplitRows, row: number): number => {
  let first = row;
  while (first > 0 && at[first - 1] === at[row]) first -= 1;
  return first;
};

/** Which rows from `from` up to `to` are of accounts that none of the rows before `from` is of. */
const unseen = ({ account }: SplitRows, from: number, to: number): Int32Array => {
  const seen = new Set<number>();
  for (let row = 0; row < from; row += 1) seen.add(account.codes[row] ?? -1);
  return Int32Array.from({ length: to - from }, (_, i) => from + i).filter((row) => !seen.has(account.codes[row] ?? -1));
};

/** Learned from everything before row `from`, tested on the rows from there up to `to`. Null where a side would be empty. */
export const splitAt = (table: SplitRows, from: number, to: number): Split | null => {
  const newer = unseen(table, from, to);
  if (from === 0 || newer.length === 0) return null;
  const older = Int32Array.from({ length: from }, (_, row) => row);
  return { older, newer, leftOut: to - from - newer.length, border: table.at[from] ?? null };
};
