import { EARLIEST, LATEST, type Instant } from '../../kernel/instant.js';
import { beyondHorizon, type OpenHours } from './open-hours.js';
import { openAt, stretchAt, stretchWith } from './open-table.js';
import type { Segment } from './segment.js';

/**
 * Cumulative open milliseconds from {@link OPEN_ORIGIN} (2020-01-01T00:00:00Z) to a moment; negative before it. Open time
 * between two moments is the difference of two of these, here and in a warehouse.
 */
export const openMsAt = (open: OpenHours, at: Instant): number => openAt(open.around(at), at);

/**
 * Open milliseconds from `a` to `b`; negative where `b` is before `a`, so that it adds up over any split.
 *
 * @example
 * ```ts
 * import { elapsed, openHours } from 'revpact/sla';
 *
 * const nine = [{ from: '09:00', to: '17:00' }];
 * const week = { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine };
 * const office = openHours({ id: 'office', zone: 'Europe/Berlin', week, holidays: [] });
 * const friday = Date.parse('2026-03-27T16:30:00+01:00');
 * const monday = Date.parse('2026-03-30T09:30:00+02:00');
 * elapsed(office, friday, monday) // => 3_600_000
 * ```
 */
export const elapsed = (open: OpenHours, a: Instant, b: Instant): number => openMsAt(open, b) - openMsAt(open, a);

/**
 * The earliest moment at or after `at` by which `openMs` have passed. Landing exactly on closing gives the closing, not
 * the next opening; adding nothing gives `at`, open or closed. A negative `openMs` goes back: the latest moment at or
 * before `at` from which so much passes until `at`, so that it lands on an opening, not on the closing before.
 *
 * @param openMs - Whole milliseconds of open time.
 * @throws RevpactError with `sla.beyond_horizon` where the calendar has no more open time between 1900 and 2200.
 */
export const add = (open: OpenHours, at: Instant, openMs: number): Instant => {
  if (openMs < 0) return subtract(open, at, -openMs);
  if (openMs === 0) return at;
  const first = open.around(at);
  const target = openAt(first, at) + openMs;
  for (let table = first; ; table = open.around(table.to)) {
    const i = stretchWith(table, target);
    const end = table.ends[i];
    if (end !== undefined) return end - ((table.before[i + 1] ?? 0) - target);
    if (table.to >= LATEST) throw beyondHorizon(open, openMs);
  }
};

/**
 * The latest moment at or before `at` from which `openMs` pass until `at`: landing exactly on opening gives the opening, not
 * the closing before; taking nothing away gives `at`. `add` with a negative amount is the same, and the other way round.
 *
 * @param openMs - Whole milliseconds of open time.
 * @throws RevpactError with `sla.beyond_horizon` where the calendar has no more open time between 1900 and 2200.
 */
export const subtract = (open: OpenHours, at: Instant, openMs: number): Instant => {
  if (openMs < 0) return add(open, at, -openMs);
  if (openMs === 0) return at;
  const target = openMsAt(open, at) - openMs;
  for (let table = open.around(at); ; table = open.around(table.from - 1)) {
    // The last stretch that begins with no more than `target`: from its opening on, `openMs` is what is left.
    const i = stretchWith(table, target + 1);
    const start = table.starts[i];
    const before = table.before[i] ?? 0;
    if (start !== undefined && before <= target) return start + target - before;
    if (table.from <= EARLIEST) throw beyondHorizon(open, openMs);
  }
};

/** Whether the calendar is open at a moment. The opening is open, the closing is not. */
export const isOpen = (open: OpenHours, at: Instant): boolean => {
  const table = open.around(at);
  const start = table.starts[stretchAt(table, at)];
  return start !== undefined && start <= at;
};

/** The first open moment at or after `at` (`at` itself where it is open), or null where there is none before 2200. */
export const nextOpening = (open: OpenHours, at: Instant): Instant | null => {
  for (let from = at; ; ) {
    const table = open.around(from);
    const start = table.starts[stretchAt(table, from)];
    if (start !== undefined) return Math.max(start, at);
    if (table.to >= LATEST) return null;
    from = table.to;
  }
};

/**
 * The end of the open stretch around `at`, or of the next one where `at` is closed; null where it stays open to the end of
 * 2199. Stretches that touch are one: a calendar open around the clock closes on its holidays only.
 */
export const nextClosing = (open: OpenHours, at: Instant): Instant | null => {
  for (let from = at; ; ) {
    const table = open.around(from);
    const end = table.ends[stretchAt(table, at)];
    // A stretch that reaches the end of what is known so far may go on.
    if (end !== undefined && end < table.to) return end;
    if (table.to >= LATEST) return null;
    from = table.to;
  }
};

/** The open stretches between `a` and `b`, cut off at both; ascending, apart, none of them touching. */
export const openSegments = (open: OpenHours, a: Instant, b: Instant): readonly Segment[] => {
  if (b <= a) return [];
  open.around(a);
  const table = open.around(b);
  const found: Segment[] = [];
  for (let i = stretchAt(table, a); i < table.starts.length; i += 1) {
    const [start = b, end = b] = [table.starts[i], table.ends[i]];
    if (start >= b) break;
    found.push({ start: Math.max(start, a), end: Math.min(end, b) });
  }
  return found;
};
