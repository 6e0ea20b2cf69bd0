import type { Segment } from './segment.js';

const DAY = 86_400_000;

/** Open stretches of a span of time as columns, with the open time before each. */
export interface OpenTable {
  /** The span that is covered; half-open. */
  readonly from: number;
  readonly to: number;
  /** Ascending and apart; epoch milliseconds. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Open milliseconds from the origin to each start; negative before the origin. One more at the end: those to `to`. */
  readonly before: Float64Array;
  /** For each day since `from`: the first stretch that ends after the day begins. */
  readonly firstOfDay: Int32Array;
}

/** Columns of segments that are ascending, apart and inside `[from, to)`, counted from `origin`. */
export const openTable = (segments: readonly Segment[], from: number, to: number, origin: number): OpenTable => {
  const starts = Float64Array.from(segments, (segment) => segment.start);
  const ends = Float64Array.from(segments, (segment) => segment.end);
  let sinceFrom = 0;
  let atOrigin = 0;
  const before = new Float64Array(segments.length + 1);
  segments.forEach(({ start, end }, i) => {
    before[i] = sinceFrom;
    sinceFrom += end - start;
    atOrigin += Math.max(0, Math.min(end, origin) - start);
  });
  before[segments.length] = sinceFrom;
  const firstOfDay = new Int32Array(Math.ceil((to - from) / DAY) + 1);
  for (let day = 0, i = 0; day < firstOfDay.length; day += 1) {
    while (i < ends.length && (ends[i] ?? 0) <= from + day * DAY) i += 1;
    firstOfDay[day] = i;
  }
  return { from, to, starts, ends, before: before.map((ms) => ms - atOrigin), firstOfDay };
};

/** Position of the first stretch that ends after `at`; the number of stretches where none does. */
export const stretchAt = ({ from, ends, firstOfDay }: OpenTable, at: number): number => {
  let i = firstOfDay[Math.floor((at - from) / DAY)] ?? ends.length;
  while (i < ends.length && (ends[i] ?? 0) <= at) i += 1;
  return i;
};

/** Position of the first stretch by whose end at least `openMs` have passed since the origin, searched from `first` on. */
export const stretchWith = ({ before, ends }: OpenTable, openMs: number, first: number): number => {
  // Most promises end within a few stretches: stride ahead in doubling steps, then halve.
  let low = first;
  let high = first;
  for (let step = 1; high < ends.length && (before[high + 1] ?? 0) < openMs; step *= 2) {
    low = high + 1;
    high = Math.min(low + step, ends.length);
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((before[middle + 1] ?? 0) < openMs) low = middle + 1;
    else high = middle;
  }
  return low;
};
