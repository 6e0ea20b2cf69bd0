import type { RowsBasis } from '../metrics/definition/basis.js';
import { FACT_READINGS, tieColumns } from '../metrics/definition/column.js';
import { columnOf } from '../metrics/definition/column-ref.js';
import { candidateSql, kept, selectCandidates, type Verdict } from './candidate-sql.js';
import { integer } from './dialect.js';
import { column, keyColumns, latest, read } from './expression.js';
import { condition, plainCondition } from './filter-sql.js';
import { joinLead } from './lead-sql.js';
import { relatedSql } from './related-sql.js';
import type { Scope } from './scope.js';
import type { UnitSql } from './units-sql.js';

/** The common table expressions up to `candidate` of a metric over rows. */
export const rowSql = (basis: RowsBasis, unit: UnitSql, scope: Scope): readonly string[] => {
  const date = latest(basis.date.map((ref) => dateOf(ref, basis, scope)));
  const relation = basis.pick === null ? 'dated' : 'picked';
  const reached = reachedBy(basis, scope);
  const settled = basis.settled.map((ref) => `(${come(ref, 'r', scope)}) IS NOT NULL`);
  const verdict: Verdict = {
    axis: 'r.dated_at',
    base: 'r.dated_at',
    reached: reached ?? '1 = 1',
    pending: reached === null ? '1 = 0' : `CASE WHEN ${[reached, ...settled].map((one) => `(${one})`).join(' OR ')} THEN 0 ELSE 1 END = 1`,
    side: 'both',
    goal: 'r',
    measured: unit('r.dated_at', null),
  };
  return [
    `dated AS (SELECT s.*, ${date} AS dated_at FROM seen AS s)`,
    ...pickedSql(basis, scope),
    ...relatedSql(relation, scope),
    candidateSql([selectCandidates(verdict, relation, [], [...kept(basis.where, scope), ...standing(basis, scope)], basis, scope)]),
  ];
};

/** A moment that has happened, or has come where it was planned; NULL otherwise. */
const come = (ref: string, alias: string, { dialect, rows, asOf }: Scope): string => {
  const { name } = columnOf(ref, rows);
  const at = column(dialect, alias, name);
  return FACT_READINGS[rows].planned.includes(name) ? `CASE WHEN ${at} < ${integer(asOf)} THEN ${at} END` : at;
};

/** One of the moments that may date a row: what stands is dated by those that came before the moment at which it stands. */
const dateOf = (ref: string, { ahead, standing: stands }: RowsBasis, scope: Scope): string => {
  const at = column(scope.dialect, 's', columnOf(ref, scope.rows).name);
  if (stands !== null) return `CASE WHEN ${at} < ${integer(Math.min(scope.period.end, scope.asOf))} THEN ${at} END`;
  return ahead ? at : come(ref, 's', scope);
};

/** Of the rows that agree in some columns, one: by date, then by their place in the log, then by their key. */
const pickedSql = ({ pick }: RowsBasis, scope: Scope): readonly string[] => {
  if (pick === null) return [];
  const per = pick.per.map((ref) => read(ref, scope));
  const down = pick.which === 'last' ? ' DESC' : '';
  const order = ['r.dated_at', ...placeOf(scope)].map((one) => `${one}${down}`).join(', ');
  const among = [
    'r.dated_at IS NOT NULL',
    ...per.map((one) => `${one} IS NOT NULL`),
    ...pick.among.map((filter) => `(${plainCondition(filter, scope)})`),
  ];
  return [
    [
      'ranked_row AS (',
      `  SELECT r.*, ROW_NUMBER() OVER (PARTITION BY ${per.join(', ')} ORDER BY ${order}) AS pick_place`,
      `  FROM dated AS r${joinLead(scope)}`,
      `  WHERE ${among.join(' AND ')}`,
      ')',
    ].join('\n'),
    'picked AS (SELECT * FROM ranked_row WHERE pick_place = 1)',
  ];
};

/** What keeps a unit standing: nothing that ends it has come by the end of the period, or by asOf where that is earlier. */
const standing = ({ standing: stands }: RowsBasis, scope: Scope): readonly string[] =>
  (stands?.until ?? []).map((ref) => {
    const at = read(ref, scope);
    return `${at} IS NULL OR ${at} >= ${integer(Math.min(scope.period.end, scope.asOf))}`;
  });

const placeOf = ({ dialect, rows }: Scope): readonly string[] => {
  const keys: readonly string[] = FACT_READINGS[rows].keys;
  return [...tieColumns(rows).filter((name) => !keys.includes(name)).map((name) => column(dialect, 'r', name)), ...keyColumns(rows, 'r')];
};

/** When the target is met; null where there is none to meet. */
const reachedBy = ({ target }: RowsBasis, scope: Scope): string | null => {
  if (target === null) return null;
  return target.is === 'latest'
    ? `${read(target.column, scope)} = r.dated_at`
    : target.all.map((filter) => `(${condition(filter, scope)})`).join(' AND ');
};
