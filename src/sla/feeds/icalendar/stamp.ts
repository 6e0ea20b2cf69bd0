import { dateOf, dayNumber, parseDate } from '../../../kernel/date.js';
import type { Instant } from '../../../kernel/instant.js';
import { fail, ok, type Result } from '../../../kernel/result.js';
import { feedIssue } from '../issues.js';
import type { Property } from './property.js';

const DAY = 86_400_000;

/** How many days all events of a feed together may be looked for, and what takes as long: thousands of rules over a decade. */
export const STEP_LIMIT = 2_000_000;

/** Reads the wall clock of one zone: the moment of `2026-12-24T14:00:00`, or null where finding it would take too long. */
export type Wall = (text: string) => Instant | null;
/** The wall clock of a zone by the name that a feed gives it; that of times without a zone for null. */
export type WallOf = (zone: string | null) => Wall | null;

/** A date, or a time on the wall clock of a zone. */
export type Stamp =
  | { readonly kind: 'date'; readonly day: number }
  | {
      readonly kind: 'time';
      readonly at: Instant;
      /** Days since 1970-01-01 of the date on its own wall clock, and milliseconds after midnight. */
      readonly day: number;
      readonly timeOfDay: number;
      readonly wall: Wall;
    };

const UTC: Wall = (text) => {
  const day = parseDate(text.slice(0, 10));
  return day === null ? null : dayNumber(day) * DAY + timeOfDay(text);
};

const TIME = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ?$/;

const timeOfDay = (text: string): number => Number(text.slice(11, 13)) * 3_600_000 + Number(text.slice(14, 16)) * 60_000 + Number(text.slice(17, 19)) * 1000;

/** One value of a date or time property. Eight digits are a date, also where a feed forgets to say so. */
export const stampOf = ({ name, zone }: Property, value: unknown, wallOf: WallOf): Result<Stamp> => {
  const property = name.toUpperCase();
  const unreadable = fail([feedIssue('holiday_date', { property, found: String(value).slice(0, 40) })]);
  if (typeof value !== 'string') return unreadable;
  const text = value.replace(/T::$/, '');
  if (parseDate(text.slice(0, 10)) === null) return unreadable;
  const day = dayNumber(dateOf(text.slice(0, 10)));
  if (text.length === 10) return ok({ kind: 'date', day });
  if (!TIME.test(text)) return unreadable;
  const wall = text.endsWith('Z') ? UTC : wallOf(zone);
  if (wall === null) return fail([feedIssue('holiday_zone', { zone: zone ?? '' })]);
  const at = wall(text.replace('Z', ''));
  return at === null ? fail([feedIssue('holiday_too_often', { limit: STEP_LIMIT })]) : ok({ kind: 'time', at, day, timeOfDay: timeOfDay(text), wall });
};

/** The moment at which the clock of a time shows the same time of day on another date; null where finding it would take too long. */
export const onDay = ({ timeOfDay: ms, wall }: Extract<Stamp, { kind: 'time' }>, day: number): Instant | null =>
  wall(new Date(day * DAY + ms).toISOString().slice(0, 19));

/** Whether two stamps mean the same occurrence; a date means whatever begins on it. */
export const sameStart = (a: Stamp, b: Stamp): boolean =>
  a.kind === 'time' && b.kind === 'time' ? a.at === b.at : a.day === b.day;
