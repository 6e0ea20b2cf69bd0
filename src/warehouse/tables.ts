import type { Cell } from '../metrics/definition/column.js';
import { cell } from '../metrics/definition/column.js';
import { columnType, FACT_TABLES, type ColumnType, type Facts, type FactTable } from '../vocabulary/fact.js';
import { snakeCase, type Dialect } from './dialect.js';

/** Where the fact tables are: the names before a table's own, such as `['analytics', 'facts']`. */
export type TablePath = readonly string[];

type FactKey = keyof typeof FACT_TABLES;

/** A fact table as compiled SQL names it. */
export const tableName = (key: FactKey, dialect: Dialect, path: TablePath = []): string =>
  [...path, FACT_TABLES[key].name].map(dialect.identifier).join('.');

const columnsOf = ({ columns }: FactTable): readonly { readonly name: string; readonly type: ColumnType; readonly optional: boolean }[] =>
  Object.entries(columns).map(([name, written]) => ({ name, ...columnType(written) }));

/**
 * One `CREATE TABLE` statement for each fact table, in the order of `FACT_TABLES`. Moments are whole milliseconds since
 * 1970-01-01T00:00:00Z. Each table holds one row for each lead, visit, delivery and so on: compiled SQL joins on that.
 */
export const factTableDdl = (dialect: Dialect, path: TablePath = []): readonly string[] =>
  keys().map((key) => {
    const columns = columnsOf(FACT_TABLES[key]).map(
      ({ name, type, optional }) => `  ${dialect.identifier(snakeCase(name))} ${dialect.columnType(type)}${optional ? '' : ' NOT NULL'}`,
    );
    return `CREATE TABLE ${tableName(key, dialect, path)} (\n${columns.join(',\n')}\n)`;
  });

/** Rows of one fact table as a warehouse takes them in: columns in snake_case, in the table's order. */
export interface FactRows {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType; readonly optional: boolean }[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

/** Facts as rows by table, for a loader; every table is there, empty ones too. */
export const factRows = (facts: Facts): readonly FactRows[] =>
  keys().map((key) => {
    const columns = columnsOf(FACT_TABLES[key]).map((column) => ({ ...column, from: column.name, name: snakeCase(column.name) }));
    const rows: readonly object[] = facts[key];
    return {
      table: FACT_TABLES[key].name,
      columns: columns.map(({ name, type, optional }) => ({ name, type, optional })),
      rows: rows.map((row) => Object.fromEntries(columns.map(({ name, from, type }) => [name, type === 'json' ? JSON.stringify(cell(row, from)) : cell(row, from)]))),
    };
  });

/** In the order of the list, which a warehouse's scripts follow. */
const keys = (): readonly FactKey[] => [
  'leads',
  'stageVisits',
  'handOffs',
  'exits',
  'activities',
  'conversations',
  'meetings',
  'opportunities',
  'feedback',
  'practices',
  'provisions',
  'leadEvents',
  'opportunityStates',
  'touches',
  'scores',
  'advocacy',
  'listEntries',
  'spend',
  'quotas',
  'clocks',
];
