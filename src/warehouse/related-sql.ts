import { FACT_TABLES } from '../vocabulary/fact.js';
import type { FactKey } from '../metrics/definition/column.js';
import type { RelatedFilter } from '../metrics/definition/filter.js';
import { integer } from './dialect.js';
import { asOfSql, keyColumns, read } from './expression.js';
import { plainCondition } from './filter-sql.js';
import { joinLead } from './lead-sql.js';
import type { Scope } from './scope.js';

/** The tables that related rows are looked for in, each once, as of the moment. */
export const relatedTables = (scope: Scope): readonly string[] =>
  [...new Set(scope.related.map(({ table }) => table))].map((table) => asOfSql(seenName(table), table, scope));

const seenName = (table: FactKey): string => `seen_${FACT_TABLES[table].name}`;

/**
 * For each related condition, how many rows belong to each unit of a relation, by the unit's key. The join is on equality,
 * and what else binds narrows it; units of none are absent.
 */
export const relatedSql = (relation: string, scope: Scope): readonly string[] =>
  scope.related.map((filter, i) => {
    const keys = keyColumns(scope.rows, 'r');
    return [
      `${relation}_related_${String(i + 1)} AS (`,
      `  SELECT ${keys.map((key, k) => `${key} AS key_${String(k + 1)}`).join(', ')}, COUNT(*) AS found`,
      `  FROM ${relation} AS r${joinLead(scope)}`,
      `  JOIN ${seenName(filter.table)} AS q ON ${filter.on.map(({ theirs, ours }) => `${theirsOf(theirs, filter, scope)} = ${read(ours, scope)}`).join(' AND ')}`,
      `  WHERE ${belongs(filter, scope).join(' AND ')}`,
      `  GROUP BY ${keys.join(', ')}`,
      ')',
    ].join('\n');
  });

/** The joins that bring those counts to a relation that goes by `r`, as `n1`, `n2` …. */
export const joinRelated = (relation: string, scope: Scope): readonly string[] =>
  scope.related.map((_, i) => {
    const nth = String(i + 1);
    const same = keyColumns(scope.rows, 'r').map((key, k) => `n${nth}.key_${String(k + 1)} = ${key}`);
    return `  LEFT JOIN ${relation}_related_${nth} AS n${nth} ON ${same.join(' AND ')}`;
  });

const theirsOf = (ref: string, { table }: RelatedFilter, scope: Scope): string => read(ref, { ...scope, rows: table }, 'q');

const belongs = (filter: RelatedFilter, scope: Scope): readonly string[] => {
  const at = theirsOf(filter.at, filter, scope);
  const { after, before } = filter;
  return [
    `${at} < ${integer(scope.asOf)}`,
    ...filter.where.map((one) => `(${plainCondition(one, { ...scope, rows: filter.table }, 'q')})`),
    ...(after === null ? [] : [`${at} >= ${read(after.column, scope)}`]),
    ...(after === null || after.withinMs === null ? [] : [`${at} - ${read(after.column, scope)} < ${integer(after.withinMs)}`]),
    ...(before === null ? [] : [`${at} < ${read(before.column, scope)}`]),
    ...(before === null || before.withinMs === null ? [] : [`${read(before.column, scope)} - ${at} <= ${integer(before.withinMs)}`]),
  ];
};
