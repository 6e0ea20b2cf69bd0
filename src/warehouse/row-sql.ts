import type { RowsBasis } from '../metrics/basis.js';
import { FACT_READINGS } from '../metrics/column.js';
import { columnOf } from '../metrics/column-ref.js';
import type { Measure } from '../metrics/measure.js';
import { integer } from './dialect.js';
import { asOfSql, column, condition, latest, read, type Scope } from './expression.js';
import { bit, candidate, leadsSql, select, type SelectOptions, type Verdict } from './select.js';

/** The common table expressions up to `candidate` of a metric over rows. */
export const rowSql = (measure: Measure, basis: RowsBasis, scope: Scope, options: SelectOptions): readonly string[] => {
  const date = latest(basis.date.map((ref) => come(columnOf(ref, scope.rows).name, scope)));
  const reached = reachedBy(basis, scope);
  const unsettled = basis.settled.map((ref) => `WHEN ${read(ref, scope)} IS NOT NULL THEN 0 `).join('');
  const verdict: Verdict = {
    axis: 'r.dated_at',
    num: reached === null ? '1' : bit(reached),
    den: '1',
    pending: reached === null ? '0' : `CASE WHEN ${reached} THEN 0 ${unsettled}ELSE 1 END`,
    ...measured(measure, scope),
  };
  return [
    asOfSql('seen', scope.rows, scope),
    ...leadsSql(scope, options),
    `dated AS (SELECT s.*, ${date} AS dated_at FROM seen AS s)`,
    candidate([select(verdict, 'dated AS r', basis, scope, options)]),
  ];
};

/** A moment that has happened, or has come where it was planned; NULL otherwise. */
const come = (name: string, { dialect, rows, asOf }: Scope): string => {
  const at = column(dialect, 's', name);
  return FACT_READINGS[rows].planned.includes(name) ? `CASE WHEN ${at} < ${integer(asOf)} THEN ${at} END` : at;
};

/** When the target is met; null where there is none to meet. */
const reachedBy = ({ target }: RowsBasis, scope: Scope): string | null => {
  if (target === null) return null;
  return target.is === 'latest'
    ? `${read(target.column, scope)} = r.dated_at`
    : target.all.map((filter) => condition(filter, scope)).join(' AND ');
};

const measured = (measure: Measure, scope: Scope): Pick<Verdict, 'value' | 'currency'> => {
  switch (measure.kind) {
    case 'count':
    case 'share':
    case 'ratio':
      return {};
    case 'percentile':
      return { value: `${read(measure.to, scope)} - ${read(measure.from, scope)}` };
    case 'sum':
      return { value: read(measure.amount, scope), currency: read(measure.currency, scope) };
  }
};
