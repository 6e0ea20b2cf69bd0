import { formatDate, fromDayNumber } from '../../kernel/date.js';
import type { Issue } from '../../kernel/issue.js';
import { fail, ok, type Result } from '../../kernel/result.js';
import type { Holiday } from '../../vocabulary/calendar.js';
import { union, without, type Segment } from '../calendar/segment.js';
import { feedIssue } from './issues.js';

/** No calendar holds more holidays. */
export const HOLIDAY_LIMIT = 10_000;

const DAY = 86_400_000;

/**
 * Why an entry closes nothing, though nothing is wrong with it. cancelled: its feed says so. replaced: a later version of
 * it stands in the feed. not_asked_for: what the caller chose leaves it out. outside: none of its dates is in the range
 * asked for. no_time: it begins and ends at once. duplicate: others close all of its time already.
 */
export type IgnoredBecause = 'cancelled' | 'replaced' | 'not_asked_for' | 'outside' | 'no_time' | 'duplicate';

/** An entry that closes nothing by rule; `at` is its position in the feed, from 0. */
export interface IgnoredEntry {
  readonly at: number;
  readonly name: string;
  readonly because: IgnoredBecause;
}

/** An entry that cannot be used, and why. */
export interface RejectedEntry {
  readonly at: number;
  /** Null where not even that could be read. */
  readonly name: string | null;
  readonly issues: readonly Issue[];
}

/** A date on which an entry closes nothing that an earlier entry of the feed had not closed. */
export interface DuplicateDay {
  readonly at: number;
  readonly name: string;
  readonly date: string;
}

/** Holidays from elsewhere, every entry accounted for: accepted + ignored + rejected = read. */
export interface HolidayFeed {
  /** By date, ready for a calendar: no two of them share time. */
  readonly holidays: readonly Holiday[];
  readonly read: number;
  readonly accepted: number;
  readonly ignored: readonly IgnoredEntry[];
  readonly rejected: readonly RejectedEntry[];
  readonly duplicates: readonly DuplicateDay[];
}

/** A part of a civil day, in milliseconds after its midnight on the wall clock. */
export interface ClosedPart extends Segment {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** The holiday as it was written, where it says more than its time. */
  readonly written?: Holiday;
}

/** The whole of a civil day. */
export const wholeDay = (day: number): ClosedPart => ({ day, start: 0, end: DAY });

/** What became of one entry. */
export type ReadEntry =
  | { readonly kind: 'closes'; readonly at: number; readonly name: string; readonly parts: readonly ClosedPart[] }
  | ({ readonly kind: 'ignored' } & IgnoredEntry)
  | ({ readonly kind: 'rejected' } & RejectedEntry);

interface NamedPart extends ClosedPart {
  readonly name: string;
}

/**
 * Entries as holidays. What overlaps or touches on a date is one holiday under the names of those that added to it; a part
 * that adds nothing is a duplicate.
 *
 * Issues: `sla.feed_too_long` where more than {@link HOLIDAY_LIMIT} holidays would be left.
 */
export const feedOf = (entries: readonly ReadEntry[]): Result<HolidayFeed> => {
  const byDay = new Map<number, NamedPart[]>();
  const duplicates: DuplicateDay[] = [];
  const ignored: IgnoredEntry[] = [];
  const rejected: RejectedEntry[] = [];
  for (const entry of entries) {
    if (entry.kind === 'ignored') ignored.push({ at: entry.at, name: entry.name, because: entry.because });
    else if (entry.kind === 'rejected') rejected.push({ at: entry.at, name: entry.name, issues: entry.issues });
    else {
      const { at, name } = entry;
      let added = 0;
      for (const part of entry.parts) {
        const there = byDay.get(part.day) ?? [];
        if (without([part], union(there)).length === 0) {
          duplicates.push({ at, name, date: formatDate(fromDayNumber(part.day)) });
        } else {
          byDay.set(part.day, [...there, { ...part, name }]);
          added += 1;
        }
      }
      if (added === 0) ignored.push({ at, name, because: 'duplicate' });
    }
  }
  const holidays = [...byDay].sort(([a], [b]) => a - b).flatMap(([day, parts]) => holidaysOn(day, parts));
  if (holidays.length > HOLIDAY_LIMIT) return fail([feedIssue('feed_too_long', { limit: HOLIDAY_LIMIT, what: 'holidays' })]);
  const accepted = entries.length - ignored.length - rejected.length;
  return ok({ holidays, read: entries.length, accepted, ignored, rejected, duplicates });
};

const holidaysOn = (day: number, parts: readonly NamedPart[]): readonly Holiday[] => {
  const date = formatDate(fromDayNumber(day));
  return union(parts).map(({ start, end }) => {
    const made = parts.filter((part) => part.start >= start && part.end <= end);
    const [only, ...others] = made;
    if (only?.written !== undefined && others.length === 0) return only.written;
    const name = nameOf(made.map((part) => part.name));
    return start === 0 && end === DAY ? { date, name } : { date, name, off: { from: wallText(start), to: wallText(end) } };
  });
};

/** Names of what fell on one stretch; only the first where together they would be too long for one. */
const nameOf = (names: readonly string[]): string => {
  const all = [...new Set(names)].join(', ');
  return all.length <= 4000 ? all : (names[0] ?? '');
};

/** `14:30` of milliseconds after midnight that are on a minute; the end of the day is `24:00`. */
const wallText = (ms: number): string => {
  const minutes = ms / 60_000;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};
