import { RevpactError } from '../../kernel/issue.js';
import { columnType, FACT_TABLES } from '../../vocabulary/fact.js';
import type { FactColumn, TableColumns } from '../../vocabulary/fact-columns.js';
import type { Cell, FactKey } from '../definition/column.js';
import { metricsIssue } from '../issues.js';
import type { TextColumn } from './source.js';

/** A fact table, read column by column. */
export interface RawTable {
  readonly rows: number;
  readonly numbers: (column: string) => Float64Array;
  readonly text: (column: string) => TextColumn;
  readonly cell: (row: number, column: string, boolean: boolean) => Cell;
}

/** Whether a column holds yes and no. */
export const booleanColumn = (key: FactKey, column: string): boolean => {
  const columns: Readonly<Record<string, Parameters<typeof columnType>[0]>> = FACT_TABLES[key].columns;
  const written = columns[column];
  return written !== undefined && columnType(written).type === 'boolean';
};

/** A table of rows. */
export const ofRows = (rows: readonly object[]): RawTable => {
  const valueOf = (row: number, column: string): unknown => (rows[row] as Readonly<Record<string, unknown>>)[column];
  return {
    rows: rows.length,
    numbers: (column) => numbered(rows.length, (row) => toNumber(valueOf(row, column))),
    text: (column) => interned(rows.length, (row) => valueOf(row, column)),
    cell: (row, column) => toCell(valueOf(row, column)),
  };
};

/**
 * A table of typed columns. One that was left out says nothing, not "none": a number that reads it would be wrong without
 * anybody's noticing, so that reading it throws.
 */
export const ofColumns = (key: FactKey, { rows, columns }: TableColumns): RawTable => {
  const columnOf = (name: string): FactColumn | undefined => (columns as Readonly<Record<string, FactColumn | undefined>>)[name];
  const told = (name: string): FactColumn => {
    const column = columnOf(name);
    if (column === undefined) throw new RevpactError([metricsIssue('column_not_told', { column: `${key}.${name}` }, [])]);
    return column;
  };
  const valueOf = (row: number, name: string): unknown => {
    const column = columnOf(name);
    if (column === undefined) return null;
    if (column.kind === 'text') return column.words[column.codes[row] ?? -1] ?? null;
    return column.values[row] ?? null;
  };
  return {
    rows,
    numbers: (name) => {
      const column = told(name);
      return column.kind === 'number' ? column.values : numbered(rows, (row) => toNumber(valueOf(row, name)));
    },
    text: (name) => {
      const column = told(name);
      return column.kind === 'text' ? column : interned(rows, (row) => valueOf(row, name));
    },
    cell: (row, name, boolean) => {
      const value = toCell(valueOf(row, name));
      if (typeof value !== 'number') return value;
      return Number.isNaN(value) ? null : boolean ? value === 1 : value;
    },
  };
};

const numbered = (rows: number, valueOf: (row: number) => number): Float64Array => {
  const values = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) values[row] = valueOf(row);
  return values;
};

const toNumber = (value: unknown): number => (typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : NaN);

const toCell = (value: unknown): Cell =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

const interned = (rows: number, valueOf: (row: number) => unknown): TextColumn => {
  const codes = new Int32Array(rows).fill(-1);
  const words: string[] = [];
  const known = new Map<string, number>();
  for (let row = 0; row < rows; row += 1) {
    const value = valueOf(row);
    if (typeof value !== 'string') continue;
    let code = known.get(value);
    if (code === undefined) {
      code = words.length;
      known.set(value, code);
      words.push(value);
    }
    codes[row] = code;
  }
  return { codes, words };
};
