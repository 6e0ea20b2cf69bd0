import type { RowsBasis } from '../metrics/basis.js';
import type { Measure } from '../metrics/measure.js';
import { integer } from './dialect.js';
import { condition, latest, read, type Scope } from './expression.js';
import { bit, candidate, select, type SelectOptions, type Verdict } from './select.js';
import { tableName } from './tables.js';

/** The common table expression `candidate` of a metric over rows. */
export const rowSql = (measure: Measure, basis: RowsBasis, scope: Scope, options: SelectOptions): string => {
  const { dialect, rows, asOf } = scope;
  const date = latest(basis.date.map((ref) => read(ref, scope)));
  const reached = reachedBy(basis, date, scope);
  const unsettled = basis.settled.map((ref) => `WHEN ${read(ref, scope)} IS NOT NULL THEN 0 `).join('');
  const verdict: Verdict = {
    // A moment that was only planned dates a row once it has come.
    axis: `CASE WHEN ${date} < ${integer(asOf)} THEN ${date} END`,
    num: reached === null ? '1' : bit(reached),
    den: '1',
    pending: reached === null ? '0' : `CASE WHEN ${reached} THEN 0 ${unsettled}ELSE 1 END`,
    ...measured(measure, scope),
  };
  return candidate([select(verdict, `${tableName(rows, dialect, options.path)} AS r`, basis, scope, options)]);
};

/** When the target is met; null where there is none to meet. */
const reachedBy = ({ target }: RowsBasis, date: string, scope: Scope): string | null => {
  if (target === null) return null;
  return target.is === 'latest'
    ? `${read(target.column, scope)} = ${date}`
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
