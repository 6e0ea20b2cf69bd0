import type { Instant } from '../../kernel/instant.js';
import { guardsOf } from '../definition/column.js';
import { columnOf, type ColumnRef } from '../definition/column-ref.js';
import type { FactSource, TableSource } from './source.js';

/** What a column of a row says as of a moment: a number, or the position of a word; `NaN` and -1 are null. */
export type ReadRow = (row: number) => number;

/** The same of a unit: of its row or of its lead, which it may not have (-1). */
export type ReadUnit = (row: number, lead: number) => number;

/** A number of a row; null where what it tells had not happened. */
export const numberAsOf = (table: TableSource, column: string, asOf: Instant): ReadRow => {
  const values = table.numbers(column);
  return guarded(table, column, asOf, (row) => values[row] ?? NaN, NaN);
};

/** The position of a row's word; null where what it tells had not happened. */
export const codeAsOf = (table: TableSource, column: string, asOf: Instant): ReadRow => {
  const { codes } = table.text(column);
  return guarded(table, column, asOf, (row) => codes[row] ?? -1, -1);
};

const guarded = (table: TableSource, column: string, asOf: Instant, read: ReadRow, none: number): ReadRow => {
  // A guard that lies before asOf in every row guards nothing.
  const [guard, ...more] = guardsOf(table.key, column)
    .filter((name) => table.latest(name) >= asOf)
    .map((name) => table.numbers(name));
  if (guard === undefined) return read;
  if (more.length === 0) return (row) => ((guard[row] ?? NaN) >= asOf ? none : read(row));
  return (row) => ((guard[row] ?? NaN) >= asOf || more.some((one) => (one[row] ?? NaN) >= asOf) ? none : read(row));
};

/** A text column of a unit, with its words. */
export interface UnitText {
  readonly words: readonly string[];
  readonly read: ReadUnit;
}

/** A number of a unit, by reference. */
export const unitNumber = (source: FactSource, ref: ColumnRef, rows: TableSource, asOf: Instant): ReadUnit => {
  const { of, table, name } = columnOf(ref, rows.key);
  const read = numberAsOf(source.table(table), name, asOf);
  return of === 'row' ? read : (_, lead) => (lead < 0 ? NaN : read(lead));
};

/** A word of a unit, by reference. */
export const unitText = (source: FactSource, ref: ColumnRef, rows: TableSource, asOf: Instant): UnitText => {
  const { of, table, name } = columnOf(ref, rows.key);
  const from = source.table(table);
  const read = codeAsOf(from, name, asOf);
  return { words: from.text(name).words, read: of === 'row' ? read : (_, lead) => (lead < 0 ? -1 : read(lead)) };
};
