import { dateOf, dayNumber, weekday } from '../../kernel/date.js';
import { WEEKDAYS, type Calendar, type Hours, type Week } from '../../vocabulary/calendar.js';
import { union, type Segment } from './segment.js';

const DAY = 86_400_000;

/** Tells the open stretches of one calendar between two moments of its wall clock: ascending, apart, cut off at both. */
export type WallHours = (from: number, to: number, tell: (start: number, end: number) => void) => void;

/**
 * What a calendar says on the wall clock, with no zone in it yet: wall-clock moments are counted in milliseconds as if the
 * clock on the wall showed UTC.
 *
 * - A date's hours are those of its opening; without one, those of its weekday in the season that holds on it; without one,
 *   those of its weekday. Hours belong to the date on which they begin, also where they end on the next.
 * - Hours that overlap over midnight are one stretch; those of one day are refused.
 * - A holiday closes the date on which it is taken from 00:00 to 24:00 and nothing else: of a night shift that begins on it,
 *   the hours after midnight stay open, and of one that began the day before, those after midnight are closed. To take a
 *   whole shift off, give the holiday the shift's hours as `off`.
 * - A holiday of the whole day has no effect on a date with an opening: who writes hours for one date means them. Parts of
 *   the day that are off are off there too.
 */
export const wallHours = (calendar: Calendar): WallHours => {
  const usual = daysOf(calendar.week);
  const seasons = (calendar.seasons ?? [])
    .map(({ from, to, week }) => ({ first: dayOf(from), last: dayOf(to), days: daysOf(week) }))
    .sort((a, b) => a.first - b.first);
  const openings = new Map((calendar.openings ?? []).map(({ date, hours }) => [dayOf(date), union(hours.map(onDay))]));
  const holes = holesOf(calendar, openings);

  return (from, to, tell) => {
    let hole = 0;
    const tellOpen = (start: number, end: number): void => {
      let at = Math.max(start, from);
      const until = Math.min(end, to);
      while ((holes[hole]?.end ?? Infinity) <= at) hole += 1;
      for (let i = hole; at < until; i += 1) {
        const { start: shut, end: again } = holes[i] ?? NEVER;
        if (at < shut) tell(at, Math.min(shut, until));
        at = again;
      }
    };

    // Hours written from 24:00 may reach two days on.
    const first = Math.floor(from / DAY) - 2;
    let season = seasons.findIndex(({ last }) => last >= first);
    let [start, end] = [from, from];
    for (let day = first; day * DAY < to; day += 1) {
      while ((seasons[season]?.last ?? Infinity) < day) season += 1;
      const days = (seasons[season]?.first ?? Infinity) <= day ? seasons[season]?.days : usual;
      for (const span of openings.get(day) ?? days?.[weekday(day) - 1] ?? []) {
        const opens = day * DAY + span.start;
        if (opens > end) {
          tellOpen(start, end);
          start = opens;
        }
        end = Math.max(end, day * DAY + span.end);
      }
    }
    tellOpen(start, end);
  };
};

const NEVER: Segment = { start: Infinity, end: Infinity };

const dayOf = (date: string): number => dayNumber(dateOf(date));

/** Milliseconds after midnight of a time of day. */
const timeOfDay = (text: string): number => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * 60_000;

/** Hours in milliseconds after midnight. An end at or before the start lies on the next day. */
export const onDay = ({ from, to }: Hours): Segment => {
  const [start, end] = [timeOfDay(from), timeOfDay(to)];
  return { start, end: end <= start ? end + DAY : end };
};

/** The hours of each weekday, Monday first. */
const daysOf = (week: Week): readonly (readonly Segment[])[] => WEEKDAYS.map((day) => union((week[day] ?? []).map(onDay)));

/** All that is off, on the wall clock: ascending and apart. */
const holesOf = ({ holidays }: Calendar, openings: ReadonlyMap<number, unknown>): readonly Segment[] =>
  union(
    holidays.flatMap(({ date, observed, off }) => {
      const day = dayOf(observed ?? date);
      if (off === undefined && openings.has(day)) return [];
      const { start, end } = off === undefined ? WHOLE_DAY : onDay(off);
      return [{ start: day * DAY + start, end: day * DAY + end }];
    }),
  );

const WHOLE_DAY: Segment = { start: 0, end: DAY };
