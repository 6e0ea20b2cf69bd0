import type { Segment } from './segment.js';

const DAY = 86_400_000;
/** In the column of open time by day: the day has several stretches, look at them one by one. */
const SEVERAL = -1;

/** Open stretches of a span of time as columns, with the open time before each, and two indexes into them. */
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
  /** Open milliseconds from the origin to the beginning of each day since `from`. */
  readonly beforeDay: Float64Array;
  /** Milliseconds into each day until its first open moment, and for how long it is open then: -1 where it opens again. */
  readonly opensInDay: Int32Array;
  readonly openInDay: Int32Array;
  /** For each so many open milliseconds since `before[0]`: the first stretch by whose end more have passed. */
  readonly everyOpenMs: number;
  readonly firstOfOpen: Int32Array;
}

/** Columns of segments that are ascending, apart and inside `[from, to)`, counted from `origin`. */
export const openTable = (segments: readonly Segment[], from: number, to: number, origin: number): OpenTable => {
  const count = segments.length;
  const starts = new Float64Array(count);
  const ends = new Float64Array(count);
  const before = new Float64Array(count + 1);
  let sum = 0;
  segments.forEach(({ start, end }, i) => {
    starts[i] = start;
    ends[i] = end;
    sum -= Math.max(0, Math.min(end, origin) - start);
  });
  // What is open before the origin counts below zero.
  for (let i = 0; i < count; i += 1) {
    before[i] = sum;
    sum += (ends[i] ?? 0) - (starts[i] ?? 0);
  }
  before[count] = sum;
  const days = Math.ceil((to - from) / DAY) + 1;
  const firstOfDay = new Int32Array(days);
  const beforeDay = new Float64Array(days);
  const opensInDay = new Int32Array(days);
  const openInDay = new Int32Array(days);
  for (let day = 0, i = 0; day < days; day += 1) {
    const begins = from + day * DAY;
    while (i < count && (ends[i] ?? 0) <= begins) i += 1;
    const start = (starts[i] ?? Infinity) - begins;
    const opens = Math.min(Math.max(0, start), DAY);
    const again = (starts[i + 1] ?? Infinity) - begins < DAY;
    firstOfDay[day] = i;
    beforeDay[day] = (before[i] ?? 0) + Math.max(0, -start);
    opensInDay[day] = opens;
    openInDay[day] = again ? SEVERAL : Math.max(0, Math.min((ends[i] ?? 0) - begins, DAY) - opens);
  }
  const first = before[0] ?? 0;
  // As many steps as there are stretches, so that a step holds about one.
  const everyOpenMs = Math.max(1, Math.ceil((sum - first) / Math.max(1, count)));
  const firstOfOpen = new Int32Array(Math.floor((sum - first) / everyOpenMs) + 2);
  for (let step = 0, i = 0; step < firstOfOpen.length; step += 1) {
    while (i < count && (before[i + 1] ?? 0) <= first + step * everyOpenMs) i += 1;
    firstOfOpen[step] = i;
  }
  // Written out: spread together, tables have no shape that engines can rely on, and asking one takes three times as long.
  return { from, to, starts, ends, before, firstOfDay, beforeDay, opensInDay, openInDay, everyOpenMs, firstOfOpen };
};

/** Cumulative open milliseconds from the origin to a moment that the table covers. */
export const openAt = (table: OpenTable, at: number): number => {
  const sinceFrom = at - table.from;
  const day = Math.floor(sinceFrom / DAY);
  const open = table.openInDay[day] ?? 0;
  if (open < 0) return openAmongSeveral(table, at);
  // Bits instead of Math.min and Math.max: whether a moment is open is a toss-up, and a processor that guesses wrong waits.
  const since = (sinceFrom - day * DAY - (table.opensInDay[day] ?? 0)) | 0;
  const passed = since & ~(since >> 31);
  const over = passed - open;
  return (table.beforeDay[day] ?? 0) + passed - (over & ~(over >> 31));
};

const openAmongSeveral = (table: OpenTable, at: number): number => {
  const i = stretchAt(table, at);
  return (table.before[i] ?? 0) + Math.max(0, at - (table.starts[i] ?? Infinity));
};

/** Position of the first stretch that ends after `at`; the number of stretches where none does. */
export const stretchAt = ({ from, ends, firstOfDay }: OpenTable, at: number): number => {
  let i = firstOfDay[Math.floor((at - from) / DAY)] ?? ends.length;
  while (i < ends.length && (ends[i] ?? 0) <= at) i += 1;
  return i;
};

/** Position of the first stretch by whose end at least `openMs` have passed since the origin; their number where there is none. */
export const stretchWith = ({ before, everyOpenMs, firstOfOpen }: OpenTable, openMs: number): number => {
  const step = Math.max(0, Math.floor((openMs - 1 - (before[0] ?? 0)) / everyOpenMs));
  let low = firstOfOpen[step] ?? before.length - 1;
  let high = firstOfOpen[step + 1] ?? before.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((before[middle + 1] ?? 0) < openMs) low = middle + 1;
    else high = middle;
  }
  return low;
};
