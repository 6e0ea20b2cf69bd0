import * as z from 'zod';
import { dayNumber, parseDate } from '../../kernel/date.js';
import { Instant } from '../../kernel/instant.js';
import { fail, ok, type Result } from '../../kernel/result.js';
import { readWith, schema } from '../../kernel/schema.js';
import { Words } from '../../vocabulary/words.js';
import { feedOf, HOLIDAY_LIMIT, type ClosedPart, type HolidayFeed, type ReadEntry } from './holiday-feed.js';
import { feedIssue } from './issues.js';

/** What kinds of holiday the package knows. */
export const HOLIDAY_TYPES = ['public', 'bank', 'school', 'optional', 'observance'] as const;
/** A kind of holiday, as the package names it. */
export type HolidayType = (typeof HOLIDAY_TYPES)[number];

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** What is read of a row of `getHolidays`; the rest of it is the package's own. */
const rowShape = /* @__PURE__ */ schema(() =>
  z.object({ date: z.string().max(40), start: Instant, end: Instant, name: Words, type: z.enum(HOLIDAY_TYPES) }),
);

/**
 * Holidays from what `getHolidays(year)` of the npm package date-holidays returns, of one year or of several one after the
 * other, also after a round trip through JSON. The package itself is not needed here.
 *
 * The dates and times are those of the rows' text (`2026-12-24 14:00:00`): the same list serves offices in every zone of
 * a country. A day that the package begins at sunset of the evening before (its text then ends in an offset) closes the
 * civil date only. A substitute day is a row of its own there, and a holiday of its own here.
 *
 * Issues: `sla.feed_not_list`, `sla.feed_too_long`. A row that is wrong fails alone and stands in `rejected`.
 *
 * @param types - Which kinds of holiday close: most offices close on `public` ones, and in some countries on `bank` ones.
 * @example
 * ```ts
 * import { holidaysFromDateHolidays } from 'revpact/sla';
 *
 * const feed = holidaysFromDateHolidays(
 *   [
 *     { date: '2026-12-24 14:00:00', start: '2026-12-24T13:00:00Z', end: '2026-12-24T23:00:00Z', name: 'Heiliger Abend', type: 'bank', rule: '12-24 14:00' },
 *     { date: '2026-02-14 00:00:00', start: '2026-02-13T23:00:00Z', end: '2026-02-14T23:00:00Z', name: 'Valentinstag', type: 'observance', rule: '02-14' },
 *   ],
 *   { types: ['public', 'bank'] },
 * );
 * feed.ok && feed.value.holidays // => [{ date: '2026-12-24', name: 'Heiliger Abend', off: { from: '14:00', to: '24:00' } }]
 * feed.ok && feed.value.ignored // => [{ at: 1, name: 'Valentinstag', because: 'not_asked_for' }]
 * ```
 */
export const holidaysFromDateHolidays = (
  rows: readonly unknown[],
  { types }: { readonly types: readonly HolidayType[] },
): Result<HolidayFeed> => {
  if (!Array.isArray(rows)) return fail([feedIssue('feed_not_list', undefined)]);
  if (rows.length > HOLIDAY_LIMIT) return fail([feedIssue('feed_too_long', { limit: HOLIDAY_LIMIT, what: 'rows' })]);
  return feedOf(rows.map((row, at) => readRow(row, at, types)));
};

const readRow = (row: unknown, at: number, types: readonly HolidayType[]): ReadEntry => {
  const read = readWith(rowShape, row, [at]);
  if (!read.ok) return { kind: 'rejected', at, name: null, issues: read.issues };
  const { name, type, date, start, end } = read.value;
  if (!types.includes(type)) return { kind: 'ignored', at, name, because: 'not_asked_for' };
  const parts = partsOf(date, end - start);
  if (!parts.ok) return { kind: 'rejected', at, name, issues: parts.issues.map((issue) => ({ ...issue, path: [at, ...issue.path] })) };
  return parts.value.length === 0 ? { kind: 'ignored', at, name, because: 'no_time' } : { kind: 'closes', at, name, parts: parts.value };
};

/** `2026-12-24 14:00:00`, and behind it ` -0600` where the day began at sunset. */
const WRITTEN = /^(\d{4}-\d\d-\d\d)(?: ([01]\d|2[0-3]):([0-5]\d):00)?(?: ?[+-]\d\d:?\d\d)?$/;

const partsOf = (text: string, ms: number): Result<readonly ClosedPart[]> => {
  const [, date = '', hours = '0', minutes = '0'] = WRITTEN.exec(text) ?? [];
  const civil = parseDate(date);
  if (civil === null) return fail([feedIssue('holiday_date', { property: 'date', found: text }, ['date'])]);
  if (ms < 0) return fail([feedIssue('holiday_backwards', undefined, ['end'])]);
  const from = (Number(hours) * 60 + Number(minutes)) * 60_000;
  // A whole day lasts 23 or 25 hours where the clocks change on it.
  const days = Math.round(ms / DAY);
  const length = from === 0 && days > 0 && Math.abs(ms - days * DAY) <= HOUR ? days * DAY : ms;
  if (length % 60_000 !== 0) return fail([feedIssue('holiday_off_minute', undefined, ['end'])]);
  if (length > 366 * DAY) return fail([feedIssue('holiday_too_often', { limit: 366 }, ['end'])]);
  const first = dayNumber(civil);
  const parts: ClosedPart[] = [];
  for (let day = 0; day * DAY < from + length; day += 1) {
    const [start, end] = [Math.max(from - day * DAY, 0), Math.min(from + length - day * DAY, DAY)];
    if (start < end) parts.push({ day: first + day, start, end });
  }
  return ok(parts);
};
