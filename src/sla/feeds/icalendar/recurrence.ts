import { dayNumber, fromDayNumber, weekday } from '../../../kernel/date.js';
import type { Rule } from './rule.js';

/** How many days may still be looked at: one budget for a whole feed, so that no rule in it can take for ever. */
export interface Budget {
  left: number;
}

/** A stretch of days that a rule steps over: a year, a month, a week, a day. `to` is not part of it. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The days of a rule before `to` and not before `from`, ascending; null once the budget is used up. The first day is
 * always one of them, and the first that COUNT counts, whether the rule would name it or not.
 */
export const recurringDays = (rule: Rule, first: number, from: number, to: number, budget: Budget): readonly number[] | null => {
  const found: number[] = first >= from && first < to ? [first] : [];
  let counted = 1;
  const step = stepper(rule, first);
  const matches = matcher(rule, first);
  // Without a count nothing before `from` matters.
  for (let k = rule.count === null ? step.near(from) : 0; ; k += 1) {
    const stretch = step.at(k);
    if (stretch === null || stretch.from >= to) return found;
    budget.left -= stretch.to - stretch.from;
    if (budget.left < 0) return null;
    for (const day of positioned(rule, daysIn(stretch, matches))) {
      if (day <= first) continue;
      if (day >= to || (rule.count !== null && counted >= rule.count)) return found;
      counted += 1;
      if (day >= from) found.push(day);
    }
  }
};

/** No calendar reaches further than the end of 2199. */
const LAST_YEAR = 2200;
const LAST_DAY = /* @__PURE__ */ dayNumber({ year: LAST_YEAR, month: 1, day: 1 });

const month = (year: number, index: number): number => dayNumber({ year: year + Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1, day: 1 });

const stepper = ({ freq, interval, weekStart }: Rule, first: number): { at: (k: number) => Stretch | null; near: (day: number) => number } => {
  const start = fromDayNumber(first);
  const firstMonth = start.month - 1;
  const firstOfWeek = first - ((weekday(first) - weekStart + 7) % 7);
  // A stretch is at most so long: dividing by it never goes too far.
  const longest = { YEARLY: 366, MONTHLY: 31, WEEKLY: 7, DAILY: 1 }[freq];
  const near = (day: number): number => Math.max(0, Math.floor((day - first) / (longest * interval)) - 1);
  switch (freq) {
    case 'YEARLY':
      return {
        near,
        at: (k) => {
          const year = start.year + k * interval;
          return year < LAST_YEAR ? { from: month(year, 0), to: month(year, 12) } : null;
        },
      };
    case 'MONTHLY':
      return {
        near,
        at: (k) => {
          const index = firstMonth + k * interval;
          return start.year + index / 12 < LAST_YEAR ? { from: month(start.year, index), to: month(start.year, index + 1) } : null;
        },
      };
    case 'WEEKLY':
    case 'DAILY':
      return {
        near,
        at: (k) => {
          const from = (freq === 'WEEKLY' ? firstOfWeek : first) + k * interval * longest;
          return from < LAST_DAY ? { from, to: from + longest } : null;
        },
      };
  }
};

/** Whether a rule names a day of a stretch. */
type Matches = (day: number, stretch: Stretch) => boolean;

const daysIn = (stretch: Stretch, matches: Matches): readonly number[] => {
  const days: number[] = [];
  for (let day = stretch.from; day < stretch.to; day += 1) if (matches(day, stretch)) days.push(day);
  return days;
};

/** What RFC 5545 (section 3.3.10) says of each part of a rule, as one question about a day. */
const matcher = (rule: Rule, first: number): Matches => {
  const { freq, months, monthDays, yearDays, weekdays } = rule;
  const start = fromDayNumber(first);
  // What the rule leaves open is as on the first day.
  const free = monthDays.length + yearDays.length + weekdays.length === 0;
  const itsMonths = freq === 'YEARLY' && free && months.length === 0 ? [start.month] : months;
  const itsMonthDays = free && (freq === 'YEARLY' || freq === 'MONTHLY') ? [start.day] : monthDays;
  const itsWeekdays = freq === 'WEEKLY' && weekdays.length === 0 ? [{ weekday: weekday(first), nth: null }] : weekdays;
  const byMonth = freq === 'MONTHLY' || months.length > 0;
  return (day, stretch) => {
    const date = fromDayNumber(day);
    if (itsMonths.length > 0 && !itsMonths.includes(date.month)) return false;
    if (itsWeekdays.length > 0 && !itsWeekdays.some((one) => one.weekday === weekday(day))) return false;
    // Numbered weekdays are counted in the month, or in the year.
    const [monthFrom, monthTo] = [month(date.year, date.month - 1), month(date.year, date.month)];
    const scope = byMonth ? { from: monthFrom, to: monthTo } : stretch;
    return (
      (itsMonthDays.length === 0 || itsMonthDays.includes(date.day) || itsMonthDays.includes(day - monthTo)) &&
      (yearDays.length === 0 || yearDays.includes(day - stretch.from + 1) || yearDays.includes(day - stretch.to)) &&
      (itsWeekdays.length === 0 || itsWeekdays.some((one) => one.weekday === weekday(day) && isNth(one.nth, day, scope)))
    );
  };
};

const isNth = (nth: number | null, day: number, { from, to }: Stretch): boolean =>
  nth === null || nth === (nth > 0 ? Math.floor((day - from) / 7) + 1 : -(Math.floor((to - 1 - day) / 7) + 1));

/** BYSETPOS: the nth of the days that one stretch has, from the end where below zero. */
const positioned = ({ positions }: Rule, days: readonly number[]): readonly number[] =>
  positions.length === 0 ? days : days.filter((_, i) => positions.includes(i + 1) || positions.includes(i - days.length));
