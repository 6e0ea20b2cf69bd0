import { EARLIEST, LATEST, type Instant } from '../../kernel/instant.js';
import { openTable, type OpenTable } from './open-table.js';
import type { Segment } from './segment.js';
import type { Stretches } from './stretches.js';

/** The moment from which cumulative open time is counted, on every calendar: 2020-01-01T00:00:00Z. Before it is negative. */
export const OPEN_ORIGIN: Instant = /* @__PURE__ */ Date.UTC(2020, 0, 1);

/**
 * A table of open stretches that grows to both sides when a moment outside it is asked for, by whole years and by half of
 * what it has: so that walking through three centuries costs little more than asking for them at once. What it says of a
 * moment never changes.
 */
export const growing = (stretches: Stretches): ((at: Instant) => OpenTable) => {
  let segments: readonly Segment[] = [];
  let table = openTable([], OPEN_ORIGIN, OPEN_ORIGIN, OPEN_ORIGIN);
  const grow = (at: Instant): OpenTable => {
    if (!(at >= EARLIEST && at <= LATEST)) throw new RangeError('open hours are known from 1900 to 2200');
    if (at === LATEST && table.to === LATEST) return table;
    const year = new Date(at).getUTCFullYear();
    const more = (table.to - table.from) / 2;
    const from = at < table.from ? Math.max(EARLIEST, Math.min(yearOf(year), startOfYear(table.from - more))) : table.from;
    const to = at >= table.to ? Math.min(LATEST, Math.max(yearOf(year + 2), startOfYear(table.to + more))) : table.to;
    segments = join(join(within(stretches, from, table.from), segments), within(stretches, table.to, to));
    table = openTable(segments, from, to, OPEN_ORIGIN);
    return table;
  };
  // Small enough to be taken into the loops that ask it: this is where all the time goes.
  return (at) => (at >= table.from && at < table.to ? table : grow(at));
};

const within = (stretches: Stretches, from: Instant, to: Instant): readonly Segment[] => (from < to ? stretches(from, to) : []);

/** Stretches and those that come after them; what meets at the seam is one. */
const join = (before: readonly Segment[], after: readonly Segment[]): readonly Segment[] => {
  const [last, first] = [before.at(-1), after[0]];
  if (last === undefined || first === undefined) return last === undefined ? after : before;
  return last.end < first.start
    ? [...before, ...after]
    : [...before.slice(0, -1), { start: last.start, end: first.end }, ...after.slice(1)];
};

const yearOf = (year: number): Instant => Date.UTC(year, 0, 1);
const startOfYear = (at: Instant): Instant => yearOf(new Date(at).getUTCFullYear());
