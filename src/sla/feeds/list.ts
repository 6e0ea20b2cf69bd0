import { dateOf, dayNumber } from '../../kernel/date.js';
import { fail, type Result } from '../../kernel/result.js';
import { readWith } from '../../kernel/schema.js';
import { Holiday } from '../../vocabulary/calendar.js';
import { feedOf, HOLIDAY_LIMIT, wholeDay, type ClosedPart, type HolidayFeed, type ReadEntry } from './holiday-feed.js';
import { feedIssue } from './issues.js';

const DAY = 86_400_000;

/**
 * Holidays from a plain list: of dates (`2026-12-25`), of dates with a name behind them (`2026-12-25 Christmas Day`, or
 * with a comma, semicolon or tab between), or of holidays as a calendar has them. A date without a name is called
 * `holiday`. Each row is accounted for; the order of the rows decides only which of two duplicates is kept.
 *
 * A part that goes on past midnight (`off` from 22:00 to 02:00) becomes one holiday on each of its dates.
 *
 * Issues: `sla.feed_not_list`, `sla.feed_too_long`. A row that is wrong fails alone and stands in `rejected`, with the
 * issues of reading a `Holiday`.
 *
 * @example
 * ```ts
 * import { holidaysFromList } from 'revpact/sla';
 *
 * const feed = holidaysFromList(['2026-12-25 Christmas Day', '2026-12-26', '2026-02-30', '2026-12-25']);
 * feed.ok && feed.value.holidays.map(({ date, name }) => `${date} ${name}`) // => ['2026-12-25 Christmas Day', '2026-12-26 holiday']
 * feed.ok && feed.value.rejected.map(({ at }) => at) // => [2]
 * feed.ok && feed.value.ignored // => [{ at: 3, name: 'holiday', because: 'duplicate' }]
 * ```
 */
export const holidaysFromList = (rows: readonly unknown[]): Result<HolidayFeed> => {
  if (!Array.isArray(rows)) return fail([feedIssue('feed_not_list', undefined)]);
  if (rows.length > HOLIDAY_LIMIT) return fail([feedIssue('feed_too_long', { limit: HOLIDAY_LIMIT, what: 'rows' })]);
  return feedOf(rows.map(readRow));
};

const readRow = (row: unknown, at: number): ReadEntry => {
  const read = readWith(Holiday, typeof row === 'string' ? ofLine(row) : row, [at]);
  if (!read.ok) return { kind: 'rejected', at, name: null, issues: read.issues };
  return { kind: 'closes', at, name: read.value.name, parts: partsOf(read.value) };
};

/** `2026-12-25 Christmas Day` as a holiday; what it says is checked afterwards. */
const ofLine = (line: string): { readonly date: string; readonly name: string } => {
  const text = line.trim();
  const separated = /^[ \t,;]$/.test(text.charAt(10));
  if (!separated) return { date: text, name: 'holiday' };
  const name = text.slice(11).trim();
  return { date: text.slice(0, 10), name: name === '' ? 'holiday' : name };
};

const timeOfDay = (text: string): number => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * 60_000;

const partsOf = (written: Holiday): readonly ClosedPart[] => {
  const day = dayNumber(dateOf(written.observed ?? written.date));
  if (written.off === undefined) return [{ ...wholeDay(day), written }];
  const [start, end] = [timeOfDay(written.off.from), timeOfDay(written.off.to)];
  if (start < end) return [{ day, start, end, written }];
  return [{ day, start, end: DAY }, { day: day + 1, start: 0, end }].filter((part) => part.start < part.end);
};
