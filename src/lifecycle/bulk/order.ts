import type { LogColumns } from '../../vocabulary/log-columns.js';
import { eachTie } from '../log/each-tie.js';

/** The rows of a log, put in order. */
export interface RowOrder {
  /** Row numbers grouped by lead, leads by code, the rows of a lead in the total order (at, seq, row). */
  readonly rows: Uint32Array;
  /** Where each lead's rows begin in `rows`; one more at the end. */
  readonly starts: Uint32Array;
  /**
   * Rows, ascending, whose place before or after another of the same lead is only a convention: that of the rows within a
   * moment, and that what is known to the day only lies at its start.
   */
  readonly ties: Uint32Array;
  /** How many rows came after a later one of the same lead. */
  readonly outOfOrder: number;
}

type Times = Pick<LogColumns, 'rows' | 'leads' | 'lead' | 'at' | 'seq' | 'dayEnd'>;

const UNSORTED = 1;
const TIED = 2;
const BY_DAY = 4;

/**
 * Group a log's rows by lead and put each lead's rows in order. A counting sort: a lead whose rows come in order, as most
 * do, is only looked through.
 */
export const orderRows = (log: Pick<LogColumns, 'rows' | 'leads' | 'lead' | 'at' | 'seq' | 'dayEnd'>): RowOrder => {
  const { rows: size, leads, lead, at, dayEnd } = log;
  const compare = comparing(log);
  const starts = new Uint32Array(leads.length + 1);
  const flags = new Uint8Array(leads.length);
  const outOfOrder = countRows(log, compare, starts, flags);
  if (dayEnd !== undefined) flagDays(log, dayEnd, flags);

  const next = starts.slice();
  const rows = new Uint32Array(size);
  for (let row = 0; row < size; row += 1) {
    const whose = lead[row] ?? 0;
    const place = next[whose] ?? 0;
    rows[place] = row;
    next[whose] = place + 1;
  }

  const tied = new Set<number>();
  const tie = (one: number, other: number): void => {
    tied.add(one).add(other);
  };
  const course = { at: (row: number) => at[row] ?? 0, seq: seqIn(log), dayEnd: (row: number) => dayEnd?.[row] ?? NaN, byRow: tie, byDay: tie };
  flags.forEach((flag, whose) => {
    if (flag === 0) return;
    const own = rows.subarray(starts[whose], starts[whose + 1]);
    if ((flag & UNSORTED) !== 0) own.sort((a, b) => compare(a, b) || a - b);
    eachTie(own, course);
  });
  return { rows, starts, ties: Uint32Array.from(tied).sort(), outOfOrder };
};

/** Flag the leads that have a row known to the day only. */
const flagDays = ({ rows, lead }: Times, dayEnd: Float64Array, flags: Uint8Array): void => {
  for (let row = 0; row < rows; row += 1) {
    const whose = lead[row] ?? 0;
    if (!Number.isNaN(dayEnd[row] ?? NaN)) flags[whose] = (flags[whose] ?? 0) | BY_DAY;
  }
};

/** Count each lead's rows into `starts`, and flag the leads whose rows are not in order or share a moment. */
const countRows = ({ rows: size, leads, lead, at }: Times, compare: Compare, starts: Uint32Array, flags: Uint8Array): number => {
  const lastAt = new Float64Array(leads.length).fill(-Infinity);
  const lastRow = new Uint32Array(leads.length);
  let outOfOrder = 0;
  for (let row = 0; row < size; row += 1) {
    const whose = lead[row] ?? 0;
    const when = at[row] ?? 0;
    starts[whose + 1] = (starts[whose + 1] ?? 0) + 1;
    if (when <= (lastAt[whose] ?? 0)) {
      const since = compare(lastRow[whose] ?? 0, row);
      flags[whose] = (flags[whose] ?? 0) | (since > 0 ? UNSORTED : since === 0 ? TIED : 0);
      if (since > 0) {
        outOfOrder += 1;
        continue;
      }
    }
    lastAt[whose] = when;
    lastRow[whose] = row;
  }
  for (let whose = 0; whose < leads.length; whose += 1) starts[whose + 1] = (starts[whose + 1] ?? 0) + (starts[whose] ?? 0);
  return outOfOrder;
};

type Compare = (a: number, b: number) => number;

const comparing = (log: Times): Compare => {
  const { at } = log;
  const seqOf = seqIn(log);
  return (a, b) => (at[a] ?? 0) - (at[b] ?? 0) || seqOf(a) - seqOf(b);
};

/** A row without `seq` follows those with one. */
const seqIn =
  ({ seq }: Times) =>
  (row: number): number => {
    const own = seq[row] ?? NaN;
    return Number.isNaN(own) ? Number.MAX_SAFE_INTEGER : own;
  };
