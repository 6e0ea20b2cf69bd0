import { dayNumber, parseDate, weekday, type IsoDate } from '../kernel/date.js';

/** Some civil days, both ends included; of these weekdays only, where they are named. */
export interface Span {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly weekdays?: readonly number[] | undefined;
}

/** How many days something that is split over them may last: ten years. */
export const LONGEST_SPAN_DAYS = 3653;
export const SPAN_ERROR = 'ends on the day it begins or later, at most ten years on';

/** Whether its days are one after the other, and not too many. What is no date is said elsewhere. */
export const isSpan = ({ from, to }: Span): boolean => {
  const [first, last] = [parseDate(from), parseDate(to)];
  if (first === null || last === null) return true;
  const days = dayNumber(last) - dayNumber(first) + 1;
  return days >= 1 && days <= LONGEST_SPAN_DAYS;
};

/** The days since 1970-01-01 that something is split over, in order. What is no date has none. */
export const daysOf = ({ from, to, weekdays }: Span): readonly number[] => {
  const [first, last] = [parseDate(from), parseDate(to)];
  if (first === null || last === null || !isSpan({ from, to })) return [];
  const days = Array.from({ length: dayNumber(last) - dayNumber(first) + 1 }, (_, i) => dayNumber(first) + i);
  return weekdays === undefined ? days : days.filter((day) => weekdays.includes(weekday(day)));
};
