import { dateOf, dayNumber, weekday } from '../kernel/date.js';
import { WEEKDAYS, type Calendar, type Hours } from '../vocabulary/calendar.js';
import { subtract, union, type Segment } from './segment.js';

const DAY = 86_400_000;

/** Milliseconds after midnight of a time of day that `WallTime` has accepted. */
const timeOfDay = (text: string): number => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * 60_000;

/** Hours on one day's wall clock. An end at or before the start lies on the next day. */
const onDay = (midnight: number, { from, to }: Hours): Segment => {
  const [start, end] = [timeOfDay(from), timeOfDay(to)];
  return { start: midnight + start, end: midnight + (end <= start ? end + DAY : end) };
};

/** The open hours of one calendar on its wall clock, between two wall-clock moments. */
export type WallHours = (from: number, to: number) => readonly Segment[];

/**
 * What a calendar's week and holidays say on the wall clock, with no zone in it yet: wall-clock moments are counted in
 * milliseconds as if the clock on the wall showed UTC.
 *
 * Hours of one day that overlap are one stretch. A holiday closes its own date from 00:00 to 24:00 and nothing else: of
 * a night shift that begins on it, the hours after midnight stay open, and of one that began the day before, those after
 * midnight are closed. To take a whole shift off, give the holiday the shift's hours as `off`.
 */
export const wallHours = (calendar: Calendar): WallHours => {
  const week = WEEKDAYS.map((day) => calendar.week[day] ?? []);
  const holidays = new Map<number, Segment[]>();
  for (const { date, off } of calendar.holidays) {
    const day = dayNumber(dateOf(date));
    const hole = off === undefined ? { start: day * DAY, end: (day + 1) * DAY } : onDay(day * DAY, off);
    holidays.set(day, [...(holidays.get(day) ?? []), hole]);
  }
  return (from, to) => {
    const open: Segment[] = [];
    const holes: Segment[] = [];
    // Hours written from 24:00 may reach two days on.
    for (let day = Math.floor(from / DAY) - 2; day * DAY < to; day += 1) {
      for (const hours of week[weekday(day) - 1] ?? []) open.push(onDay(day * DAY, hours));
      holes.push(...(holidays.get(day) ?? []));
    }
    return subtract(union(open), union(holes)).filter((segment) => segment.end > from && segment.start < to);
  };
};
