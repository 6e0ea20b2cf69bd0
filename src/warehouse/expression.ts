import type { Instant } from '../kernel/instant.js';
import { FACT_TABLES } from '../vocabulary/fact.js';
import { guardsOf, type FactKey } from '../metrics/column.js';
import { columnOf, type ColumnRef } from '../metrics/column-ref.js';
import type { Filter } from '../metrics/filter.js';
import { integer, snakeCase, type Dialect } from './dialect.js';
import { tableName, type TablePath } from './tables.js';

/** What expressions of one statement share: the engine, the table of `row.` columns and where it is, and as of when it is read. */
export interface Scope {
  readonly dialect: Dialect;
  readonly rows: FactKey;
  readonly path: TablePath;
  readonly asOf: Instant;
}

/** A column by its alias: `r."accepted_at"`. */
export const column = (dialect: Dialect, alias: string, name: string): string => `${alias}.${dialect.identifier(snakeCase(name))}`;

/** A fact table as a common table expression: all its columns, NULL where what they tell has not happened yet. */
export const asOfSql = (name: string, table: FactKey, { dialect, path, asOf }: Scope): string => {
  const columns = Object.entries(FACT_TABLES[table].columns).map(([one]) => {
    const plain = column(dialect, 'v', one);
    const known = guardsOf(table, one).map((guard) => {
      const at = column(dialect, 'v', guard);
      return guard === one ? `${at} < ${integer(asOf)}` : `(${at} IS NULL OR ${at} < ${integer(asOf)})`;
    });
    return known.length === 0 ? plain : `CASE WHEN ${known.join(' AND ')} THEN ${plain} END AS ${dialect.identifier(snakeCase(one))}`;
  });
  return `${name} AS (\n  SELECT\n    ${columns.join(',\n    ')}\n  FROM ${tableName(table, dialect, path)} AS v\n)`;
};

/** A column of a unit, where rows as of a moment go by `r` and their leads by `l`. */
export const read = (ref: ColumnRef, { dialect, rows }: Scope): string => {
  const { of, name } = columnOf(ref, rows);
  return column(dialect, of === 'row' ? 'r' : 'l', name);
};

/** A condition. Each is unknown, and so not met, where what it asks about is NULL. */
export const condition = (filter: Filter, scope: Scope): string => {
  const { dialect } = scope;
  const left = read(filter.column, scope);
  switch (filter.is) {
    case 'equals':
      return `${left} = ${literal(filter.value, dialect)}`;
    case 'one_of':
      return `${left} IN (${filter.values.map(dialect.text).join(', ')})`;
    case 'null':
      return `${left} IS NULL`;
    case 'not_null':
      return `${left} IS NOT NULL`;
    case 'not_after':
      return `${left} <= ${read(filter.other, scope)}`;
  }
};

const literal = (value: string | number | boolean, dialect: Dialect): string =>
  typeof value === 'string' ? dialect.text(value) : typeof value === 'boolean' ? dialect.boolean(value) : integer(value);

/** The latest of several expressions that is not NULL; of two equal ones either. */
export const latest = (expressions: readonly string[]): string =>
  expressions.reduce((a, b) => `CASE WHEN ${a} IS NULL THEN ${b} WHEN ${b} IS NULL THEN ${a} WHEN ${a} >= ${b} THEN ${a} ELSE ${b} END`);
