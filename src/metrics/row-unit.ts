import type { Instant } from '../kernel/instant.js';
import type { Facts } from '../vocabulary/fact.js';
import type { RowsBasis } from './basis.js';
import type { Candidate, MetricOptions, Outcome } from './candidate.js';
import { cell, cellAt, FACT_READINGS, guardsOf, type Cell, type FactKey } from './column.js';
import { columnOf } from './column-ref.js';
import { allOf, testOf } from './filter.js';
import type { Measure } from './measure.js';

/** Rows of a fact table that had happened before asOf, each with how it stands. */
export function* rowCandidates(measure: Measure, basis: RowsBasis, facts: Facts, { asOf }: MetricOptions): Generator<Candidate> {
  const { table } = basis;
  const nameOf = (ref: string): string => columnOf(ref, table).name;
  const reader = (ref: string) => cellAt(table, nameOf(ref), asOf);
  const dates = basis.date.map(nameOf);
  const settled = basis.settled.map(reader);
  const latestIs = basis.target?.is === 'latest' ? reader(basis.target.column) : null;
  const met = basis.target?.is === 'met' ? allOf(basis.target.all.map((filter) => testOf(filter, table, asOf))) : null;
  const values = valuesOf(measure, reader);
  const goal = goalColumn(measure, basis);
  const goalAt = goal === null ? null : cellAt(table, goal, asOf);

  for (const row of facts[table] as readonly object[]) {
    const date = latest(row, dates, asOf);
    if (date === null) continue;
    const reached = basis.target === null || (met === null ? latestIs?.(row) === date.at : met(row, null));
    const { value, currency } = values(row);
    const targetAt = number(goalAt?.(row) ?? null);
    yield {
      row,
      leadId: String(cell(row, 'leadId')),
      axisAt: date.at,
      baseAt: date.at,
      baseEvent: eventOf(table, date.name, row),
      targetAt,
      targetEvent: goal === null || targetAt === null ? null : eventOf(table, goal, row),
      outcome: standing(measure, basis, reached, value === null || (measure.kind === 'sum' && currency === null), () =>
        settled.some((read) => read(row) !== null),
      ),
      value,
      currency,
    };
  }
}

const standing = (measure: Measure, basis: RowsBasis, reached: boolean, unmeasured: boolean, isSettled: () => boolean): Outcome => {
  if (measure.kind === 'percentile') return unmeasured ? 'still_open' : 'converted';
  if (!reached) return isSettled() ? 'no_target' : 'still_open';
  if (measure.kind === 'sum' && unmeasured) return 'no_amount';
  return basis.target === null ? 'counted' : 'converted';
};

interface Dated {
  readonly name: string;
  readonly at: Instant;
}

/** The latest of some moments that has happened, or has come where it was planned; of equal ones the first named. */
const latest = (row: object, dates: readonly string[], asOf: Instant): Dated | null => {
  let found: Dated | null = null;
  for (const name of dates) {
    const at = cell(row, name);
    if (typeof at === 'number' && at < asOf && (found === null || at > found.at)) found = { name, at };
  }
  return found;
};

/** What a percentile measures or a sum adds up; nothing for the others. */
const valuesOf = (
  measure: Measure,
  reader: (ref: string) => (row: object) => Cell,
): ((row: object) => { value: number | null; currency: string | null }) => {
  switch (measure.kind) {
    case 'count':
    case 'share':
    case 'ratio':
      return () => ({ value: null, currency: null });
    case 'percentile': {
      const [from, to] = [reader(measure.from), reader(measure.to)];
      return (row) => {
        const [start, end] = [number(from(row)), number(to(row))];
        return { value: start === null || end === null ? null : end - start, currency: null };
      };
    }
    case 'sum': {
      const [amount, currency] = [reader(measure.amount), reader(measure.currency)];
      return (row) => {
        const unit = currency(row);
        return { value: number(amount(row)), currency: typeof unit === 'string' ? unit : null };
      };
    }
  }
};

/** The moment that shows a unit's target to people: the one a condition names, or that tells where a percentile ends. */
const goalColumn = (measure: Measure, { table, target }: RowsBasis): string | null => {
  if (measure.kind === 'percentile') return guardsOf(table, columnOf(measure.to, table).name)[0] ?? null;
  if (target === null) return null;
  const refs = target.is === 'latest' ? [target.column] : target.all.map(({ column }) => column);
  return refs.map((ref) => columnOf(ref, table).name).find((name) => Object.hasOwn(FACT_READINGS[table].happened, name)) ?? null;
};

const eventOf = (table: FactKey, moment: string, row: object): string | null => {
  const column = FACT_READINGS[table].happened[moment]?.event ?? null;
  const event = column === null ? null : cell(row, column);
  return typeof event === 'string' ? event : null;
};

const number = (value: Cell): number | null => (typeof value === 'number' ? value : null);
