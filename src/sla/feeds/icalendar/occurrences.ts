import { dateOf, dayNumber } from '../../../kernel/date.js';
import { instantOf } from '../../../kernel/instant.js';
import { fail, ok, type Result } from '../../../kernel/result.js';
import { offsetReader, type OffsetAt, type ZoneId } from '../../../kernel/zone.js';
import type { ClosedPart } from '../holiday-feed.js';
import { feedIssue } from '../issues.js';
import type { HolidayEvent } from './event.js';
import { recurringDays, type Budget } from './recurrence.js';
import { onDay, sameStart, STEP_LIMIT, type Stamp } from './stamp.js';

const DAY = 86_400_000;

/** Asking the host how far its clocks are ahead takes as long as looking at so many days. */
const TIME_COST = 100;

/** Days since 1970-01-01; both belong to it. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** What a feed's events are read with. */
export interface Reading {
  readonly range: DayRange;
  readonly offsetAt: OffsetAt;
  readonly budget: Budget;
}

/** How a feed's events are read for a calendar in a zone. */
export const readingFor = (zone: ZoneId, range: DayRange, budget: Budget): Reading => ({ range, offsetAt: offsetReader(zone), budget });

/**
 * The parts of days in a range that an event and its recurrences close, on the wall clock of the calendar. What other
 * events stand in for, and what the event itself excepts, is left out.
 */
export const partsOf = (event: HolidayEvent, replaced: readonly Stamp[], reading: Reading): Result<readonly ClosedPart[]> => {
  const { range, budget } = reading;
  const tooOften = fail([feedIssue('holiday_too_often', { limit: STEP_LIMIT })]);
  const starts = startsOf(event, reading);
  if (starts === null) return tooOften;
  const out = [...event.except, ...replaced];
  budget.left -= starts.length * ((event.start.kind === 'time' ? TIME_COST : 1) + out.length);
  if (budget.left < 0) return tooOften;
  const parts: ClosedPart[] = [];
  for (const start of starts.filter((one) => !out.some((other) => sameStart(one, other)))) {
    const stretch = wallStretch(start, event.length, reading);
    if (stretch.from % 60_000 !== 0 || stretch.to % 60_000 !== 0) return fail([feedIssue('holiday_off_minute', undefined)]);
    for (let day = Math.max(range.from, Math.floor(stretch.from / DAY)); day <= range.to && day * DAY < stretch.to; day += 1) {
      const [from, to] = [Math.max(stretch.from - day * DAY, 0), Math.min(stretch.to - day * DAY, DAY)];
      if (from < to) parts.push({ day, start: from, end: to });
      budget.left -= 1;
      if (budget.left < 0) return tooOften;
    }
  }
  return ok(parts);
};

/** Where an occurrence begins and ends on the calendar's wall clock, in milliseconds as if it showed UTC. */
const wallStretch = (start: Stamp, length: number, { offsetAt }: Reading): { readonly from: number; readonly to: number } =>
  start.kind === 'date'
    ? { from: start.day * DAY, to: (start.day + length) * DAY }
    : { from: start.at + offsetAt(start.at), to: start.at + length + offsetAt(start.at + length) };

/** Beginnings that may matter to the range; null where the budget is used up. */
const startsOf = ({ start, length, rule, extra }: HolidayEvent, { range, budget }: Reading): readonly Stamp[] | null => {
  if (rule === null) return [start, ...extra];
  // A zone's date differs from the calendar's by a day at most.
  const before = (start.kind === 'date' ? length : Math.ceil(length / DAY)) + 1;
  const to = Math.min(range.to, rule.until === null ? Infinity : lastDay(rule.until)) + 2;
  const days = recurringDays(rule, start.day, range.from - before, to, budget);
  if (days === null) return null;
  const stamps = days.flatMap((day): readonly Stamp[] => {
    if (start.kind === 'date') return [{ kind: 'date', day }];
    const at = day === start.day ? start.at : onDay(start, day);
    return at === null ? [] : [{ ...start, day, at }];
  });
  budget.left -= stamps.length * extra.length;
  if (budget.left < 0) return null;
  return [...stamps.filter((one) => isBy(one, rule.until)), ...extra.filter((one) => !stamps.some((other) => sameStart(one, other)))];
};

const lastDay = (until: string): number => dayNumber(dateOf(until.slice(0, 10)));

/** Whether an occurrence begins no later than UNTIL says: by date, or where both are times by moment or on its own wall clock. */
const isBy = (start: Stamp, until: string | null): boolean => {
  if (until === null) return true;
  if (start.kind === 'date' || until.length === 10) return start.day <= lastDay(until);
  return until.endsWith('Z') ? start.at <= instantOf(until) : start.day * DAY + start.timeOfDay <= instantOf(`${until}Z`);
};
