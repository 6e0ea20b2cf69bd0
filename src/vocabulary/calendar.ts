import * as z from 'zod';
import { IsoDate } from '../kernel/date.js';
import { schema } from '../kernel/schema.js';
import { ZoneId } from '../kernel/zone.js';
import { Id, Words } from './words.js';

/** Days of the week, as calendars are written. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** A day of the week. */
export type Weekday = (typeof WEEKDAYS)[number];

/** A time of day on the wall clock: `09:00`, up to `24:00` for the end of the day. */
export const WallTime = /* @__PURE__ */ schema(() =>
  z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'a time of day is written as 09:00, up to 24:00' }),
);

const hoursShape = /* @__PURE__ */ schema(() => z.strictObject({ from: WallTime, to: WallTime }));
/** Opening hours on the wall clock, half-open. An end at or before the start lies on the next day (a night shift). */
export interface Hours extends z.infer<typeof hoursShape> {}
export const Hours: z.ZodType<Hours> = hoursShape;

const holidayShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    date: IsoDate,
    name: Words,
    /** Only this part of the day is off; the whole day where absent. */
    off: hoursShape.exactOptional(),
  }),
);
/** A day on which a calendar is closed, wholly or in part. */
export interface Holiday extends z.infer<typeof holidayShape> {}
export const Holiday: z.ZodType<Holiday> = holidayShape;

const weekShape = /* @__PURE__ */ schema(() => {
  const day = z.array(hoursShape).max(24).readonly().exactOptional();
  return z.strictObject({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day });
});
/** Opening hours by weekday; a weekday left out is closed. */
export interface Week extends z.infer<typeof weekShape> {}

const calendarShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    name: Words.exactOptional(),
    zone: ZoneId,
    week: weekShape,
    holidays: z.array(holidayShape).max(10_000).readonly(),
  }),
);
/** Working hours as people write them: a zone, a week, and the days off. */
export interface Calendar extends z.infer<typeof calendarShape> {}
export const Calendar: z.ZodType<Calendar> = calendarShape;
