import { RevpactError } from '../kernel/issue.js';
import { FACT_TABLES, type Facts } from './fact.js';
import { columnType, type FactTable } from './facts/table.js';
import { vocabularyIssue } from './issues.js';

/**
 * A column of facts as bulk work reads it.
 *
 * - `number`: integers, moments in epoch milliseconds, 1 and 0 for yes and no; `NaN` is null.
 * - `text`: the position of the word in `words`; -1 is null.
 * - `rows`: lists and evidence, as a row holds them.
 */
export type FactColumn =
  | { readonly kind: 'number'; readonly values: Float64Array }
  | { readonly kind: 'text'; readonly codes: Int32Array; readonly words: readonly string[] }
  | { readonly kind: 'rows'; readonly values: readonly unknown[] };

/** A fact table as columns, by the names of its row type. A column that is left out says nothing; one that is null in every row is
 * written out. */
export interface TableColumns<Row = object> {
  readonly rows: number;
  readonly columns: { readonly [Name in keyof Row]?: FactColumn };
}

/** Facts as typed columns: the same tables and columns as {@link Facts}. */
export type FactColumns = { readonly [Key in keyof Facts]: TableColumns<Facts[Key][number]> };

type Values = Readonly<Record<string, unknown>>;

/**
 * Facts as typed columns, every column of every table. Words of a text column are numbered as they first occur.
 *
 * @example
 * ```ts
 * import { columnsOf, NO_FACTS } from 'revpact/vocabulary';
 *
 * const row = { spendId: 'may', day: 1, at: 0, kind: null, channel: 'fair', campaign: null, amountMinor: 1000, currency: 'EUR' };
 * const { spend } = columnsOf({ ...NO_FACTS, spend: [row, { ...row, day: 2, channel: null }] });
 * spend.columns.channel // => { kind: 'text', codes: Int32Array.of(0, -1), words: ['fair'] }
 * ```
 */
export const columnsOf = (facts: Facts): FactColumns => {
  const tables = Object.entries(FACT_TABLES).map(([key, table]) => {
    const rows: readonly object[] = facts[key as keyof Facts];
    return [key, { rows: rows.length, columns: columnsOfTable(table, rows as readonly Values[]) }];
  });
  return Object.fromEntries(tables) as FactColumns;
};

const columnsOfTable = ({ columns }: FactTable, rows: readonly Values[]): Readonly<Record<string, FactColumn>> =>
  Object.fromEntries(Object.entries(columns).map(([name, written]) => [name, columnOf(rows, name, columnType(written).type)]));

const columnOf = (rows: readonly Values[], name: string, type: ReturnType<typeof columnType>['type']): FactColumn => {
  switch (type) {
    case 'text': {
      const words = new Map<string, number>();
      const codes = Int32Array.from(rows, (row) => {
        const word = row[name];
        if (typeof word !== 'string') return -1;
        const code = words.get(word) ?? words.size;
        words.set(word, code);
        return code;
      });
      return { kind: 'text', codes, words: [...words.keys()] };
    }
    case 'integer':
    case 'boolean':
      return { kind: 'number', values: Float64Array.from(rows, (row) => numberOf(row[name])) };
    case 'text_list':
    case 'json':
      return { kind: 'rows', values: rows.map((row) => row[name] ?? null) };
  }
};

const numberOf = (cell: unknown): number => (typeof cell === 'number' || typeof cell === 'boolean' ? Number(cell) : NaN);

/**
 * Typed columns as rows again: `factsOfColumns(columnsOf(facts))` is equal to `facts`. Throws one `RevpactError` with
 * `vocabulary.bad_fact_column` for each column that the table does not have, that is of another kind or length, or that is
 * null, no whole number or no word where that may not be.
 */
export const factsOfColumns = (columns: FactColumns): Facts => {
  const bad: string[] = [];
  const tables = Object.entries(FACT_TABLES).map(([key, table]) => [key, rowsOfTable(table, columns[key as keyof Facts], bad)]);
  if (bad.length > 0) throw new RevpactError(bad.map((column) => vocabularyIssue('bad_fact_column', { column })));
  return Object.fromEntries(tables) as Facts;
};

const rowsOfTable = ({ name: table, columns: types }: FactTable, given: TableColumns, bad: string[]): readonly Values[] => {
  const own = given.columns as Readonly<Record<string, FactColumn>>;
  const unknown = Object.keys(own).filter((name) => !Object.hasOwn(types, name));
  bad.push(...unknown.map((name) => `${table}.${name}`));
  const rows: Record<string, unknown>[] = Array.from({ length: given.rows }, () => ({}));
  for (const [name, written] of Object.entries(types)) {
    const { type, optional } = columnType(written);
    const read = cellsOf(own[name], type, given.rows);
    const isBad = (cell: unknown): boolean => cell === undefined || (cell === null && !optional);
    let [i, found] = [0, read === null];
    for (const row of rows) {
      const cell = read?.(i);
      found ||= isBad(cell);
      row[name] = cell;
      i += 1;
    }
    if (found) bad.push(`${table}.${name}`);
  }
  return rows;
};

/** Reads a column's cells: undefined is one that stands for nothing; null is a column of another kind or length. */
const cellsOf = (column: FactColumn | undefined, type: ReturnType<typeof columnType>['type'], rows: number): ((row: number) => unknown) | null => {
  if (column === undefined) return () => null;
  if (column.kind === 'text') {
    const { codes, words } = column;
    return type === 'text' && codes.length === rows ? (row) => (codes[row] === -1 ? null : words[codes[row] ?? -1]) : null;
  }
  if (column.values.length !== rows) return null;
  if (column.kind === 'rows') {
    const { values } = column;
    return type === 'text_list' || type === 'json' ? (row) => values[row] : null;
  }
  const { values } = column;
  if (type === 'integer') return (row) => wholeOf(values[row] ?? NaN);
  return type === 'boolean' ? (row) => yesOf(values[row] ?? NaN) : null;
};

const wholeOf = (value: number): number | null | undefined => (Number.isNaN(value) ? null : Number.isSafeInteger(value) ? value : undefined);
const yesOf = (value: number): boolean | null | undefined => (Number.isNaN(value) ? null : value === 1 ? true : value === 0 ? false : undefined);
