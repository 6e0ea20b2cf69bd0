import type { Instant } from '../kernel/instant.js';
import { FACT_TABLES } from '../vocabulary/fact.js';
import { guardsOf, type FactKey } from '../metrics/column.js';
import { columnOf, type ColumnRef } from '../metrics/column-ref.js';
import type { Filter } from '../metrics/filter.js';
import { integer, snakeCase, type Dialect } from './dialect.js';

/** What expressions of one statement share: the engine, the table of `row.` columns, and as of when they are read. */
export interface Scope {
  readonly dialect: Dialect;
  readonly rows: FactKey;
  readonly asOf: Instant;
}

/** A column by its alias: `r."accepted_at"`. */
export const column = (dialect: Dialect, alias: string, name: string): string => `${alias}.${dialect.identifier(snakeCase(name))}`;

/** A column as of a moment: NULL where what it tells has not happened yet. Rows go by `r`, their leads by `l`. */
export const read = (ref: ColumnRef, { dialect, rows, asOf }: Scope): string => {
  const { of, table, name } = columnOf(ref, rows);
  const alias = of === 'row' ? 'r' : 'l';
  const plain = column(dialect, alias, name);
  const known = guardsOf(table, name).map((guard) => {
    const at = column(dialect, alias, guard);
    const happened = `${at} < ${integer(asOf)}`;
    return guard !== name && isOptional(table, guard) ? `(${at} IS NULL OR ${happened})` : happened;
  });
  return known.length === 0 ? plain : `CASE WHEN ${known.join(' AND ')} THEN ${plain} END`;
};

const isOptional = (table: FactKey, name: string): boolean =>
  Object.entries(FACT_TABLES[table].columns).some(([one, type]) => one === name && type.endsWith('?'));

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
