import { toWhole, type Whole } from '../kernel/ratio.js';
import { compareGroups, groupKey } from '../metrics/group.js';
import type { ColumnRef } from '../metrics/column-ref.js';
import type { MetricDefinition } from '../metrics/metric.js';
import type { Tally, TallyGroup } from '../metrics/tally.js';

/** A row as a driver hands it over. Integers may be numbers, bigints or digits. */
export type SqlRow = Readonly<Record<string, unknown>>;

/**
 * The exact integers of a compiled metric from the rows it returned, as `tallyOf` gives them: one for each group, in
 * order, or exactly one without `groupBy`. `resultOf` makes the metric's result of them.
 *
 * Throws a `TypeError` for a value that is no whole number: then something else was run.
 *
 * @param groupBy - The same columns as at `compile`.
 */
export const decode = (
  definition: MetricDefinition,
  rows: readonly SqlRow[],
  groupBy: readonly ColumnRef[] = [],
): readonly TallyGroup[] => {
  const columns = [...new Set(groupBy)];
  const groups = new Map<string, { readonly members: readonly (string | null)[]; readonly rows: SqlRow[] }>();
  if (columns.length === 0) groups.set('[]', { members: [], rows: [] });
  for (const row of rows) {
    const members = columns.map((_, i) => text(row, `dim_${String(i + 1)}`));
    const key = JSON.stringify(members);
    const group = groups.get(key) ?? { members, rows: [] };
    groups.set(key, group);
    group.rows.push(row);
  }
  return [...groups.values()]
    .sort((a, b) => compareGroups(a.members, b.members))
    .map((group) => ({ key: groupKey(columns, group.members), tally: tallied(definition, group.rows) }));
};

const tallied = ({ measure }: MetricDefinition, rows: readonly SqlRow[]): Tally => {
  const total = (name: string): Whole => toWhole(rows.reduce((sum, row) => sum + (whole(row, name) ?? 0n), 0n));
  const [row = {}] = rows;
  switch (measure.kind) {
    case 'count':
      return { kind: 'fraction', numerator: total('metric_num'), denominator: 1, open: safe(total('metric_open')) };
    case 'share':
    case 'ratio':
      return { kind: 'fraction', numerator: total('metric_num'), denominator: total('metric_den'), open: safe(total('metric_open')) };
    case 'percentile': {
      const [ms, longest] = [whole(row, 'metric_ms'), whole(row, 'metric_longest')].map((one) =>
        one === null ? null : safe(toWhole(one)),
      );
      return {
        kind: 'percentile',
        n: safe(total('metric_n')),
        open: safe(total('metric_open')),
        ms: ms ?? null,
        lowerBound: ms === null ? (longest ?? null) : null,
      };
    }
    case 'sum': {
      const count = (one: SqlRow): bigint => whole(one, 'metric_num') ?? 0n;
      const priced = rows.flatMap((one) => {
        const currency = text(one, 'metric_currency');
        return currency === null ? [] : [{ currency, minor: toWhole(whole(one, 'metric_minor') ?? 0n), n: safe(toWhole(count(one))) }];
      });
      const unpriced = rows.filter((one) => text(one, 'metric_currency') === null).reduce((n, one) => n + count(one), 0n);
      return {
        kind: 'sum',
        sums: priced.sort((a, b) => compareGroups([a.currency], [b.currency])),
        unknown: safe(toWhole(unpriced)),
        open: safe(total('metric_open')),
      };
    }
  }
};

/** An integer of a row; null where the engine returned NULL, or no row at all. */
const whole = (row: SqlRow, name: string): bigint | null => {
  const value = row[name];
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  if (typeof value === 'string' && /^-?\d{1,40}$/.test(value)) return BigInt(value);
  throw new TypeError(`${name} is not a whole number`);
};

const safe = (value: Whole): number => {
  if (typeof value === 'number') return value;
  throw new TypeError(`${value} is beyond what can be counted`);
};

const text = (row: SqlRow, name: string): string | null => {
  const value = row[name];
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  throw new TypeError(`${name} is not text`);
};
