import { dayNumber, parseDate, type IsoDate } from '../../../kernel/date.js';
import { groupBy } from '../../../kernel/group.js';
import { fail, type Result } from '../../../kernel/result.js';
import { isZone, type ZoneId } from '../../../kernel/zone.js';
import { feedOf, HOLIDAY_LIMIT, type HolidayFeed, type ReadEntry } from '../holiday-feed.js';
import { feedIssue } from '../issues.js';
import { contentOf } from './content.js';
import { eventOf, nameOf, type HolidayEvent } from './event.js';
import { partsOf, readingFor, type Reading } from './occurrences.js';
import { propertiesOf } from './property.js';
import type { Budget } from './recurrence.js';
import { STEP_LIMIT } from './stamp.js';
import { wallsOf } from './zone.js';

/** What to take of a feed. */
export interface HolidayChoice {
  /** The calendar's zone: times of the feed are read on its wall clock. */
  readonly zone: ZoneId;
  /** The first date wanted. */
  readonly from: IsoDate;
  /** The last date wanted. */
  readonly to: IsoDate;
  /**
   * Words in a summary, a description or a category, whatever their case, for which an event is left out: feeds of
   * holidays also tell of observances on which everybody works, and of clocks that change.
   */
  readonly ignore?: readonly string[];
}

interface AtEvent extends HolidayEvent {
  readonly at: number;
}

/**
 * Holidays from iCalendar text (RFC 5545), such as a country's feed or a company's own. Dates close whole days; times
 * close parts of days on the calendar's wall clock. Recurrences (RRULE by years, months, weeks and days, RDATE, EXDATE,
 * changed and cancelled occurrences) are followed within the range asked for. Zones are the host's by name, else as the
 * feed describes them. Every VEVENT is accounted for; whatever the text holds, the time taken is bounded.
 *
 * An event that stands twice in the text counts in the version with the highest SEQUENCE, of equal ones the last.
 *
 * Issues: `sla.feed_not_text`, `sla.feed_too_long` (over 10 million characters or 10,000 events), `sla.feed_no_calendar`,
 * `sla.feed_zone`, `sla.feed_range`. An event that is wrong fails alone and stands in `rejected` with `sla.holiday_…`.
 *
 * @example
 * ```ts
 * import { holidaysFromICalendar } from 'revpact/sla/icalendar';
 *
 * const text = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:May Day', 'DTSTART;VALUE=DATE:20200501', 'RRULE:FREQ=YEARLY', 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
 * const feed = holidaysFromICalendar(text, { zone: 'Europe/Berlin', from: '2026-01-01', to: '2027-12-31' });
 * feed.ok && feed.value.holidays // => [{ date: '2026-05-01', name: 'May Day' }, { date: '2027-05-01', name: 'May Day' }]
 * ```
 */
export const holidaysFromICalendar = (text: string, choice: HolidayChoice): Result<HolidayFeed> => {
  const [first, last] = [parseDate(choice.from), parseDate(choice.to)];
  if (!isZone(choice.zone)) return fail([feedIssue('feed_zone', { zone: choice.zone })]);
  if (first === null || last === null || choice.from > choice.to) return fail([feedIssue('feed_range', { from: choice.from, to: choice.to })]);
  const content = contentOf(text, HOLIDAY_LIMIT);
  if (!content.ok) return content;
  const range = { from: dayNumber(first), to: dayNumber(last) };
  const budget: Budget = { left: STEP_LIMIT };
  const wallOf = wallsOf(content.value.zones, choice.zone, range.to + 366, budget);
  const entries: ReadEntry[] = [];
  const events: AtEvent[] = [];
  for (const [at, block] of content.value.events.entries()) {
    const event = eventOf(block, wallOf);
    if (event.ok) events.push({ ...event.value, at });
    else entries.push({ kind: 'rejected', at, name: nameIn(block.lines), issues: event.issues.map((issue) => ({ ...issue, path: [at] })) });
  }
  const ignore = (choice.ignore ?? []).map((word) => word.toLowerCase());
  const read = readSeries(events, ignore, readingFor(choice.zone, range, budget));
  return feedOf([...entries, ...read].sort((a, b) => a.at - b.at));
};

/** The name of an event that is otherwise not to be read. */
const nameIn = (lines: readonly string[]): string | null => {
  const summary = lines.find((line) => line.slice(0, 8).toUpperCase().startsWith('SUMMARY'));
  const properties = summary === undefined ? null : propertiesOf([summary]);
  const name = properties?.ok === true ? nameOf(properties.value) : null;
  return name?.ok === true ? name.value : null;
};

const readSeries = (events: readonly AtEvent[], ignore: readonly string[], reading: Reading): readonly ReadEntry[] => {
  const current = new Set<AtEvent>();
  const standIns = new Map<string, readonly AtEvent[]>();
  for (const [uid, same] of groupBy(events.filter(({ uid }) => uid !== null), (event) => event.uid ?? '')) {
    const latest = [...groupBy(same, occurrenceKey).values()].map((versions) =>
      versions.reduce((best, next) => (next.sequence >= best.sequence ? next : best)),
    );
    for (const event of latest) current.add(event);
    standIns.set(uid, latest.filter(({ standsFor }) => standsFor !== null));
  }
  return events.map((event): ReadEntry => {
    const { at, name, uid } = event;
    if (uid !== null && !current.has(event)) return { kind: 'ignored', at, name, because: 'replaced' };
    if (event.cancelled) return { kind: 'ignored', at, name, because: 'cancelled' };
    if (ignore.some((word) => event.texts.some((text) => text.includes(word)))) return { kind: 'ignored', at, name, because: 'not_asked_for' };
    if (event.length === 0) return { kind: 'ignored', at, name, because: 'no_time' };
    const others = event.standsFor !== null || uid === null ? [] : (standIns.get(uid) ?? []);
    const parts = partsOf(event, others.flatMap(({ standsFor }) => standsFor ?? []), reading);
    if (!parts.ok) return { kind: 'rejected', at, name, issues: parts.issues.map((issue) => ({ ...issue, path: [at] })) };
    return parts.value.length === 0 ? { kind: 'ignored', at, name, because: 'outside' } : { kind: 'closes', at, name, parts: parts.value };
  });
};

/** Which occurrence of a series an event is: the series itself, or the one that it stands in for. */
const occurrenceKey = ({ standsFor }: AtEvent): string =>
  standsFor === null ? 'series' : standsFor.kind === 'date' ? `day ${String(standsFor.day)}` : `at ${String(standsFor.at)}`;
