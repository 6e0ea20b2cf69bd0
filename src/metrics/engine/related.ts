import type { Instant } from '../../kernel/instant.js';
import type { RelatedFilter } from '../definition/filter.js';
import { columnOf } from '../definition/column-ref.js';
import { numberAsOf, unitNumber } from './as-of.js';
import { keysOf } from './keys.js';
import type { FactSource, TableSource } from './source.js';

/**
 * Whether so many rows of a table belong to a unit. The table is read once, its moments put in order by key; each unit is
 * then two searches.
 *
 * @param keep - Which of the related rows count.
 */
export const relatedTest = (
  filter: RelatedFilter,
  source: FactSource,
  rows: TableSource,
  keep: (row: number, lead: number) => boolean,
  asOf: Instant,
): ((row: number, lead: number) => boolean) => {
  const { on, after, before, atLeast, atMost } = filter;
  const theirs = source.table(filter.table);
  const keys = keysOf(
    source,
    theirs,
    on.map((pair) => pair.theirs),
    asOf,
  );
  const { starts, moments } = momentsByKey(
    theirs,
    keys.ofRow,
    numberAsOf(theirs, columnOf(filter.at, filter.table).name, asOf),
    keep,
    asOf,
    keys.count,
  );
  const keyOf = keys.matching(
    rows,
    on.map((pair) => pair.ours),
  );
  const [from, to] = [after, before].map((bound) => (bound === null ? null : unitNumber(source, bound.column, rows, asOf)));
  const [most, least] = [atMost ?? Infinity, atLeast ?? 0];
  return (row, lead) => {
    const key = keyOf(row, lead);
    let [first, last] = key < 0 ? [0, 0] : [starts[key] ?? 0, starts[key + 1] ?? 0];
    if (first < last && from != null) {
      const at = from(row, lead);
      const end = after?.withinMs ?? null;
      if (Number.isNaN(at)) last = first;
      else {
        if (end !== null) last = firstFrom(moments, at + end, first, last);
        first = firstFrom(moments, at, first, last);
      }
    }
    if (first < last && to != null) {
      const at = to(row, lead);
      const within = before?.withinMs ?? null;
      if (Number.isNaN(at)) last = first;
      else {
        last = firstFrom(moments, at, first, last);
        if (within !== null) first = firstFrom(moments, at - within, first, last);
      }
    }
    const count = last - first;
    return count >= least && count <= most;
  };
};

/** The place of the first moment at or after one, between two places. */
const firstFrom = (moments: Float64Array, at: number, from: number, to: number): number => {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((moments[middle] ?? NaN) < at) low = middle + 1;
    else high = middle;
  }
  return low;
};

const momentsByKey = (
  table: TableSource,
  keyOf: (row: number) => number,
  momentOf: (row: number) => number,
  keep: (row: number, lead: number) => boolean,
  asOf: Instant,
  count: () => number,
): { readonly starts: Int32Array; readonly moments: Float64Array } => {
  const key = new Int32Array(table.rows).fill(-1);
  for (let row = 0; row < table.rows; row += 1) {
    if (momentOf(row) < asOf && keep(row, -1)) key[row] = keyOf(row);
  }
  const starts = new Int32Array(count() + 1);
  for (const one of key) if (one >= 0) starts[one + 1] = (starts[one + 1] ?? 0) + 1;
  for (let i = 1; i < starts.length; i += 1) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const next = starts.slice();
  const moments = new Float64Array(starts.at(-1) ?? 0);
  for (let row = 0; row < table.rows; row += 1) {
    const one = key[row] ?? -1;
    if (one < 0) continue;
    const place = next[one] ?? 0;
    moments[place] = momentOf(row);
    next[one] = place + 1;
  }
  for (let one = 0; one + 1 < starts.length; one += 1) {
    const [from, to] = [starts[one] ?? 0, starts[one + 1] ?? 0];
    if (to - from > 1) moments.subarray(from, to).sort();
  }
  return { starts, moments };
};
