import { digest } from '../kernel/canonical.js';
import { EARLIEST, LATEST, type Instant } from '../kernel/instant.js';
import { RevpactError } from '../kernel/issue.js';
import { fail, ok, unwrap, type Result } from '../kernel/result.js';
import { readWith } from '../kernel/schema.js';
import { offsetChanges } from '../kernel/zone.js';
import { Calendar, WEEKDAYS } from '../vocabulary/calendar.js';
import { slaIssue } from './issues.js';
import { openTable, type OpenTable } from './open-table.js';
import { intersect, union, type Segment } from './segment.js';
import { wallHours, type WallHours } from './wall-hours.js';

/** The moment from which cumulative open time is counted, on every calendar: 2020-01-01T00:00:00Z. Before it is negative. */
export const OPEN_ORIGIN: Instant = /* @__PURE__ */ Date.UTC(2020, 0, 1);

/**
 * A calendar compiled to stretches of open time. Ask it with the functions of this room.
 *
 * Open if and only if the clock on the calendar's wall shows a time that is in its hours: hours that the clock skips are
 * not there, hours that it shows twice are open twice, and a date that a zone leaves out has none.
 */
export interface OpenHours {
  readonly calendar: Calendar;
  /** SHA-256 of the calendar's canonical text. */
  readonly digest: string;
  /** The stretches around a moment. They are worked out a few years at a time, when first asked for, and kept. */
  readonly around: (at: Instant) => OpenTable;
}

/**
 * Compile a calendar.
 *
 * Issues: those of reading a `Calendar`; `sla.never_opens` where its week has no hours.
 */
export const safeOpenHours = (calendar: Calendar): Result<OpenHours> => {
  const read = readWith(Calendar, calendar);
  if (!read.ok) return read;
  if (WEEKDAYS.every((day) => (calendar.week[day] ?? []).length === 0)) {
    return fail([slaIssue('never_opens', { calendar: calendar.id }, ['week'])]);
  }
  return ok({ calendar, digest: digest(calendar), around: growing(calendar) });
};

/** Compile a calendar; throws one `RevpactError` with the issues of {@link safeOpenHours}. */
export const openHours = (calendar: Calendar): OpenHours => unwrap(safeOpenHours(calendar));

/** The table, longer whenever a moment outside it is asked for. What it says of a moment never changes. */
const growing = (calendar: Calendar): OpenHours['around'] => {
  const wall = wallHours(calendar);
  let segments: readonly Segment[] = [];
  let table = openTable([], OPEN_ORIGIN, OPEN_ORIGIN, OPEN_ORIGIN);
  return (at) => {
    if (at >= table.from && at < table.to) return table;
    if (!(at >= EARLIEST && at <= LATEST)) throw new RangeError('open hours are known from 1900 to 2200');
    const year = new Date(at).getUTCFullYear();
    const from = Math.min(table.from, Date.UTC(year, 0, 1));
    const to = Math.max(table.to, Math.min(Date.UTC(year + 2, 0, 1), LATEST));
    if (from === table.from && to === table.to) return table;
    segments = union([...compile(calendar, wall, from, table.from), ...segments, ...compile(calendar, wall, table.to, to)]);
    table = openTable(segments, from, to, OPEN_ORIGIN);
    return table;
  };
};

/** Open stretches from `from` to `to`: for each stretch of constant offset, what the wall clock shows meanwhile. */
const compile = (calendar: Calendar, wall: WallHours, from: Instant, to: Instant): readonly Segment[] => {
  if (from >= to) return [];
  const changes = offsetChanges(calendar.zone, from, to);
  return changes.flatMap(({ at, offset }, i) => {
    const shown = { start: at + offset, end: (changes[i + 1]?.at ?? to) + offset };
    return wall(shown.start, shown.end).map((segment) => {
      const { start, end } = intersect(segment, shown);
      return { start: start - offset, end: end - offset };
    });
  });
};

/** What `add` throws where a calendar runs out of open time before the end of the horizon. */
export const beyondHorizon = (open: OpenHours, openMs: number): RevpactError =>
  new RevpactError([slaIssue('beyond_horizon', { calendar: open.calendar.id, openMs })]);
