import { Temporal } from 'temporal-polyfill';
import { CLOSES_HOUR, HOLIDAY_DATES, OPENS_HOUR } from '../office.js';
import type { Additions, Spans } from '../questions.js';

const holidays: ReadonlySet<string> = new Set(HOLIDAY_DATES);
const isWorkday = (date: Temporal.PlainDate): boolean => date.dayOfWeek <= 5 && !holidays.has(date.toString());
const opensAt = new Temporal.PlainTime(OPENS_HOUR);
const closesAt = new Temporal.PlainTime(CLOSES_HOUR);

/**
 * Day after day with `ZonedDateTime`s, as Temporal's documentation does zoned arithmetic: each day is the one before and a
 * day, its hours are the day with another time.
 */
export const temporalZonedLoop = (timeZone: string) => {
  const holidayOn = (day: Temporal.ZonedDateTime): boolean => holidays.has(day.toPlainDate().toString());
  const isOpenOn = (day: Temporal.ZonedDateTime): boolean => day.dayOfWeek <= 5 && !holidayOn(day);
  const dayOf = (at: number): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).startOfDay();
  const hoursOf = (day: Temporal.ZonedDateTime): readonly [number, number] => [day.withPlainTime(opensAt).epochMilliseconds, day.withPlainTime(closesAt).epochMilliseconds];
  return {
    elapsed: ({ from, to }: Spans): Float64Array =>
      from.map((a, i) => {
        const b = to[i] ?? 0;
        let sum = 0;
        for (let day = dayOf(a); day.epochMilliseconds < b; day = day.add({ days: 1 })) {
          if (!isOpenOn(day)) continue;
          const [opens, closes] = hoursOf(day);
          sum += Math.max(0, Math.min(closes, b) - Math.max(opens, a));
        }
        return sum;
      }),
    add: ({ from, openMs }: Additions): Float64Array =>
      from.map((a, i) => {
        let left = openMs[i] ?? 0;
        for (let day = dayOf(a); ; day = day.add({ days: 1 })) {
          if (!isOpenOn(day)) continue;
          const [opens, closes] = hoursOf(day);
          const begins = Math.max(opens, a);
          if (closes - begins >= left) return begins + left;
          left -= Math.max(0, closes - begins);
        }
      }),
    compile: (from: number, to: number): Float64Array => {
      const moments: number[] = [];
      for (let day = dayOf(from); day.epochMilliseconds < to; day = day.add({ days: 1 })) {
        if (!isOpenOn(day)) continue;
        const hours = hoursOf(day);
        if (hours[0] >= from && hours[0] < to) moments.push(...hours);
      }
      return Float64Array.from(moments);
    },
  };
};

/** Day after day with `PlainDate`s, and a zone only where a moment is asked for: the fastest way that we found with Temporal. */
export const temporalDateLoop = (timeZone: string) => {
  const dateOf = (at: number): Temporal.PlainDate => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const momentOf = (date: Temporal.PlainDate, plainTime: Temporal.PlainTime): number => date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
  return {
    elapsed: ({ from, to }: Spans): Float64Array =>
      from.map((a, i) => {
        const b = to[i] ?? 0;
        const last = dateOf(b);
        let sum = 0;
        for (let date = dateOf(a); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
          if (isWorkday(date)) sum += Math.max(0, Math.min(momentOf(date, closesAt), b) - Math.max(momentOf(date, opensAt), a));
        }
        return sum;
      }),
    add: ({ from, openMs }: Additions): Float64Array =>
      from.map((a, i) => {
        let left = openMs[i] ?? 0;
        for (let date = dateOf(a); ; date = date.add({ days: 1 })) {
          if (!isWorkday(date)) continue;
          const opens = Math.max(a, momentOf(date, opensAt));
          const open = momentOf(date, closesAt) - opens;
          if (open >= left) return opens + left;
          left -= Math.max(0, open);
        }
      }),
    /** Opening and closing of every workday from `from` to `to`, one after the other. */
    compile: (from: number, to: number): Float64Array => {
      const moments: number[] = [];
      for (let date = dateOf(from); ; date = date.add({ days: 1 })) {
        if (!isWorkday(date)) continue;
        const opens = momentOf(date, opensAt);
        if (opens >= to) return Float64Array.from(moments);
        if (opens >= from) moments.push(opens, momentOf(date, closesAt));
      }
    },
  };
};
