import type { RowsBasis } from '../definition/basis.js';
import { FACT_READINGS, guardsOf } from '../definition/column.js';
import { columnOf } from '../definition/column-ref.js';
import { columnsOf } from '../definition/filter.js';
import type { FactMeasure } from '../definition/measure.js';
import { numberAsOf } from './as-of.js';
import type { Counted, MetricOptions, Outcome, Unit } from './candidate.js';
import { allOf } from './filter-test.js';
import { pickedRows } from './pick.js';
import type { FactSource, TableSource } from './source.js';

/** What a unit is measured by; fills in its value, weight, currency and word. */
export type Measurer = (unit: Unit) => void;

/** Rows of a fact table that had happened, each with how it stands. `give` is called with each, filled in. */
export const eachRow = (
  { measure, basis }: Counted & { readonly basis: RowsBasis },
  source: FactSource,
  options: MetricOptions,
  unit: Unit,
  leads: Int32Array | null,
  measured: Measurer,
  give: (outcome: Outcome | 'not_picked' | 'not_standing') => void,
): void => {
  const { asOf, period } = options;
  const table = source.table(basis.table);
  const nameOf = (ref: string): string => columnOf(ref, basis.table).name;
  const cut = basis.standing === null ? asOf : Math.min(asOf, period.end);
  const { dates, columns } = datesOf(basis, table, cut, asOf);
  const until = (basis.standing?.until ?? []).map((ref) => table.numbers(nameOf(ref)));
  const settled = basis.settled.map((ref) => table.numbers(nameOf(ref)));
  const picked = basis.pick === null ? null : pickedRows(basis.pick, dates, source, table, options);
  const isReached = reachedTest(basis, source, table, dates, options);
  const goal = goalColumn(measure, basis);
  const goalAt = goal === null ? null : numberAsOf(table, goal, asOf);

  unit.targetColumn = goal;
  unit.baseColumn = columns[0]?.name ?? '';
  for (let row = 0; row < table.rows; row += 1) {
    const at = dates[row] ?? NaN;
    if (Number.isNaN(at)) continue;
    unit.row = row;
    unit.lead = leads === null ? -1 : (leads[row] ?? -1);
    unit.baseAt = at;
    if (columns.length > 1) unit.baseColumn = columns.find(({ values }) => values[row] === at)?.name ?? '';
    unit.axisAt = at;
    unit.targetAt = goalAt === null ? NaN : goalAt(row);
    unit.targetRow = -1;
    if (picked !== null && picked[row] !== 1) {
      give('not_picked');
      continue;
    }
    if (anyBefore(until, row, cut)) {
      give('not_standing');
      continue;
    }
    measured(unit);
    if (isSpan(measure)) {
      give('converted');
      continue;
    }
    const reached = isReached === null || isReached(row, -1);
    if (reached) unit.targetRow = row;
    give(reached ? (isReached === null ? 'counted' : 'converted') : anyBefore(settled, row, asOf) ? 'no_target' : 'still_open');
  }
};

const isSpan = (measure: FactMeasure): boolean => measure.kind === 'percentile' || measure.kind === 'mean';

const anyBefore = (columns: readonly Float64Array[], row: number, moment: number): boolean => {
  for (const column of columns) if ((column[row] ?? NaN) < moment) return true;
  return false;
};

/** Each row's date: the latest of its moments that has happened, or that is planned where the definition looks ahead. */
const datesOf = (
  basis: RowsBasis,
  table: TableSource,
  cut: number,
  asOf: number,
): { readonly dates: Float64Array; readonly columns: readonly { readonly name: string; readonly values: Float64Array }[] } => {
  const columns = basis.date.map((ref) => {
    const { name } = columnOf(ref, table.key);
    return { name, values: table.numbers(name), before: basis.ahead && FACT_READINGS[table.key].planned.includes(name) ? Infinity : cut };
  });
  const [only] = columns;
  if (only !== undefined && columns.length === 1 && table.latest(only.name) < Math.min(only.before, asOf))
    return { dates: only.values, columns };
  const dates = new Float64Array(table.rows).fill(NaN);
  for (const { values, before } of columns) {
    for (let row = 0; row < table.rows; row += 1) {
      const at = values[row] ?? NaN;
      const so = dates[row] ?? NaN;
      if (at < before && !(at <= so)) dates[row] = at;
    }
  }
  return { dates, columns };
};

const reachedTest = (
  { target }: RowsBasis,
  source: FactSource,
  table: TableSource,
  dates: Float64Array,
  options: MetricOptions,
): ((row: number, lead: number) => boolean) | null => {
  if (target === null) return null;
  if (target.is === 'met') return allOf(target.all, source, table, options);
  const read = numberAsOf(table, columnOf(target.column, table.key).name, options.asOf);
  return (row) => read(row) === dates[row];
};

/** The moment that shows a unit's target to people: the one a condition names, or that tells where a span ends. */
const goalColumn = (measure: FactMeasure, { table, target }: RowsBasis): string | null => {
  if (measure.kind === 'percentile' || measure.kind === 'mean') {
    const [end = null] = measure.to === 'target.at' ? [] : measure.to;
    return end === null ? null : (guardsOf(table, columnOf(end, table).name)[0] ?? null);
  }
  if (target === null) return null;
  const refs = target.is === 'latest' ? [target.column] : target.all.flatMap(columnsOf);
  return refs.map((ref) => columnOf(ref, table).name).find((name) => Object.hasOwn(FACT_READINGS[table].happened, name)) ?? null;
};
