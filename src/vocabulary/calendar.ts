import * as z from 'zod';
import { IsoDate } from '../kernel/date.js';
import { unwrap, type Result } from '../kernel/result.js';
import { readWith, schema } from '../kernel/schema.js';
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
    /** The date on which it is taken, where that is another: a Saturday's holiday moved to Monday. Its own date is then as any other. */
    observed: IsoDate.exactOptional(),
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
export const Week: z.ZodType<Week> = weekShape;

const seasonShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    name: Words,
    from: IsoDate,
    /** The last date of the season; it is part of it. */
    to: IsoDate,
    week: weekShape,
  }),
);
/** A range of dates on which another week holds: summer hours, or a calendar that was changed for good. */
export interface Season extends z.infer<typeof seasonShape> {}
export const Season: z.ZodType<Season> = seasonShape;

const openingShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    date: IsoDate,
    name: Words,
    /** The hours of that date, in place of what its weekday says and of a holiday of the whole day. */
    hours: z.array(hoursShape).min(1).max(24).readonly(),
  }),
);
/** A date with hours of its own: a working Saturday, a long evening. */
export interface Opening extends z.infer<typeof openingShape> {}
export const Opening: z.ZodType<Opening> = openingShape;

const calendarShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    name: Words.exactOptional(),
    zone: ZoneId,
    week: weekShape,
    /** Ranges of dates with a week of their own; no two share a date. */
    seasons: z.array(seasonShape).max(1000).readonly().exactOptional(),
    /** Dates with hours of their own; each date once. */
    openings: z.array(openingShape).max(10_000).readonly().exactOptional(),
    holidays: z.array(holidayShape).max(10_000).readonly(),
  }),
);
/** Working hours as people write them: a zone, a week, and the days that differ. */
export interface Calendar extends z.infer<typeof calendarShape> {}
export const Calendar: z.ZodType<Calendar> = calendarShape;

const jointCalendarShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    name: Words.exactOptional(),
    /** any: open when one of them is, as teams that follow the sun. all: open when all of them are, as for two who must meet. */
    open: z.enum(['any', 'all']),
    of: z.array(Id).min(2).max(32).readonly(),
  }),
);
/** Working hours made of those of other calendars, by id. Its dates and times are read in the zone of the first. */
export interface JointCalendar extends z.infer<typeof jointCalendarShape> {}
export const JointCalendar: z.ZodType<JointCalendar> = jointCalendarShape;

/**
 * Read a calendar from outside. Checks its form; what its parts say together is checked where it is compiled (`openHours`).
 *
 * Issues: those of input: `input.unknown_key` with a suggestion, `input.missing`, `input.invalid`, …
 */
export const safeParseCalendar = (input: unknown): Result<Calendar> => readWith(Calendar, input);

/** As {@link safeParseCalendar}, but throws one `RevpactError` with every issue. */
export const parseCalendar = (input: unknown): Calendar => unwrap(safeParseCalendar(input));
