import { FACT_TABLES } from '../vocabulary/fact.js';
import { FACT_READINGS, guardsOf, type FactKey } from '../metrics/definition/column.js';
import { columnOf } from '../metrics/definition/column-ref.js';
import { integer, snakeCase, type Dialect } from './dialect.js';
import type { Scope } from './scope.js';
import { tableName } from './tables.js';

/** A column by its alias: `r."accepted_at"`. */
export const column = (dialect: Dialect, alias: string, name: string): string => `${alias}.${dialect.identifier(snakeCase(name))}`;

/** A fact table as a common table expression: all its columns, NULL where what they tell has not happened yet. */
export const asOfSql = (name: string, table: FactKey, { dialect, path, asOf }: Scope): string => {
  const keys = FACT_READINGS[table].keys.map((key, i) => `${column(dialect, 'v', key)} AS row_key_${String(i + 1)}`);
  const columns = Object.keys(FACT_TABLES[table].columns).map((one) => {
    const plain = column(dialect, 'v', one);
    const known = guardsOf(table, one).map((guard) => {
      const at = column(dialect, 'v', guard);
      return guard === one ? `${at} < ${integer(asOf)}` : `(${at} IS NULL OR ${at} < ${integer(asOf)})`;
    });
    return known.length === 0 ? plain : `CASE WHEN ${known.join(' AND ')} THEN ${plain} END AS ${dialect.identifier(snakeCase(one))}`;
  });
  return `${name} AS (\n  SELECT\n    ${[...columns, ...keys].join(',\n    ')}\n  FROM ${tableName(table, dialect, path)} AS v\n)`;
};

/** What identifies a row, whatever had happened by the moment: an event that is still to come has no id to tell, and is the same row. */
export const keyColumns = (table: FactKey, alias: string): readonly string[] => FACT_READINGS[table].keys.map((_, i) => `${alias}.row_key_${String(i + 1)}`);

/** What `row.` columns are read from: a unit goes by `r`, what it reached by `t`, a related row by `q`. Its lead is `l`. */
export type RowAlias = 'r' | 't' | 'q';

/** A column of a unit as of the moment. */
export const read = (ref: string, { dialect, rows }: Pick<Scope, 'dialect' | 'rows'>, row: RowAlias = 'r'): string => {
  const { of, name } = columnOf(ref, rows);
  return column(dialect, of === 'row' ? row : 'l', name);
};

/** Of several columns the first that is known. */
export const firstKnown = (refs: readonly string[], scope: Scope): string => {
  const columns = refs.map((ref) => read(ref, scope));
  return columns.length === 1 ? columns.join('') : `COALESCE(${columns.join(', ')})`;
};

/** The latest of several expressions that is not NULL; of two equal ones either. */
export const latest = (expressions: readonly string[]): string =>
  expressions.reduce((a, b) => `CASE WHEN ${a} IS NULL THEN ${b} WHEN ${b} IS NULL THEN ${a} WHEN ${a} >= ${b} THEN ${a} ELSE ${b} END`);

/** One or zero for a condition; one that is unknown is not met. */
export const bit = (condition: string): string => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;
