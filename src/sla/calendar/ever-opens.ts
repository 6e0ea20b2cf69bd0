import { dateOf, dayNumber } from '../../kernel/date.js';
import { EARLIEST, LATEST } from '../../kernel/instant.js';
import { WEEKDAYS, type Calendar, type Week } from '../../vocabulary/calendar.js';
import { stretchesOf } from './stretches.js';

const DAY = 86_400_000;

/** No zone has so many changes of its clocks from 1900 to 2200: with more dates that have hours, some of them are there. */
const PLENTY = 2000;

/** The years that are looked through at once, where one must look. */
const YEARS = 10;

/** Whether a calendar whose form is right is open at any moment from 1900 to 2200. */
export const everOpens = (calendar: Calendar): boolean => {
  const exceptions = calendar.holidays.length + (calendar.openings ?? []).length;
  const seasons = (calendar.seasons ?? []).map(({ from, to, week }) => ({ week, days: dayNumber(dateOf(to)) - dayNumber(dateOf(from)) + 1 }));
  const usual = { week: calendar.week, days: (LATEST - EARLIEST) / DAY - seasons.reduce((sum, { days }) => sum + days, 0) };
  // Seasons may leave a week in pieces, of which each loses at most one of its weekdays.
  const enough = ({ week, days }: { readonly week: Week; readonly days: number }): boolean =>
    hasHours(week) && days / 7 - seasons.length - exceptions > PLENTY;
  return enough(usual) || seasons.some(enough) || opensSomewhere(calendar);
};

const hasHours = (week: Week): boolean => WEEKDAYS.some((day) => (week[day] ?? []).length > 0);

/** Look through all of it, from 2020 on and then before: where hours are rare, they are mostly of our days. */
const opensSomewhere = (calendar: Calendar): boolean => {
  const weeks = [calendar.week, ...(calendar.seasons ?? []).map(({ week }) => week)];
  if (!weeks.some(hasHours) && (calendar.openings ?? []).length === 0) return false;
  const stretches = stretchesOf(calendar);
  const decades = Array.from({ length: 30 }, (_, i) => 1900 + ((i + 12) % 30) * YEARS);
  return decades.some((year) => stretches(Date.UTC(year, 0, 1), Date.UTC(year + YEARS, 0, 1)).length > 0);
};
