import type { Row } from 'revpact/crm';

export type { Row };

/** A line that is no row, and why. */
export interface Malformed {
  readonly line: number;
  readonly reason: string;
}

/** A file of rows: every line of it is the header, blank, in `rows` or in `malformed`. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly malformed: readonly Malformed[];
}

/** Cells by column; a column may be called anything, also `__proto__`. */
export const cellsOf = (columns: readonly string[], values: readonly (string | null)[]): Row['cells'] =>
  Object.fromEntries(columns.map((column, i) => [column, values[i] === '' ? null : (values[i] ?? null)]));

/** A column name that occurs twice, or null: two cells of one name cannot be told apart. */
export const repeatedColumn = (columns: readonly string[]): string | null =>
  columns.find((column, i) => columns.indexOf(column) !== i) ?? null;
