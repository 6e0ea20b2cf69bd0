import { parseDate } from '../../kernel/date.js';
import type { Issue, Path } from '../../kernel/issue.js';
import { isWellFormed } from '../../kernel/text.js';
import { calendarIssue } from './issues.js';

/** What is wrong with one value at one place. */
export type Check = (value: unknown, path: Path) => readonly Issue[];

const expected = (what: string, path: Path): readonly Issue[] => [calendarIssue('not_a_calendar', { expected: what }, path)];

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** An object with these keys and no others; one written with a `?` at its end may be left out. */
export const object = (shape: Readonly<Record<string, Check>>): Check => {
  const keys = Object.entries(shape).map(([key, check]) => ({ key: key.replace('?', ''), check, optional: key.endsWith('?') }));
  const known = new Set(keys.map(({ key }) => key));
  return (value, path) => {
    if (!isPlain(value)) return expected('an object', path);
    const strangers = Object.keys(value).filter((key) => !known.has(key));
    return [
      ...strangers.map((key) => calendarIssue('unknown_calendar_key', { key }, [...path, key])),
      ...keys.flatMap(({ key, check, optional }) => {
        if (Object.hasOwn(value, key)) return check(value[key], [...path, key]);
        return optional ? [] : expected(`"${key}"`, [...path, key]);
      }),
    ];
  };
};

/** A list of at least `least` and at most `limit`; a longer one is not looked through. */
export const list = (what: string, each: Check, limit: number, least = 0): Check => (value, path) => {
  if (!Array.isArray(value) || value.length < least) return expected(least === 0 ? 'a list' : 'a list that is not empty', path);
  if (value.length > limit) return [calendarIssue('too_many', { what, limit, count: value.length }, path)];
  return Array.from({ length: value.length }, (_, i) => each(value[i], [...path, i])).flat();
};

const text =
  (what: string, isRight: (value: string) => boolean, wrong?: (value: string, path: Path) => Issue): Check =>
  (value, path) => {
    if (typeof value !== 'string') return expected(what, path);
    if (isRight(value)) return [];
    return wrong === undefined ? expected(what, path) : [wrong(value, path)];
  };

/** An id of ours. */
export const id = text('an id: lower case letters, digits and underscores', (value) => /^[a-z][a-z0-9_]{0,63}$/.test(value));

/** Words for people. */
export const words = text('1 to 4,000 characters', (value) => value !== '' && value.length <= 4000 && isWellFormed(value));

/** A time of day. */
export const time = text(
  'a time of day',
  (value) => /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(value),
  (value, path) => calendarIssue('bad_time', { time: value }, path),
);

/** A civil date. */
export const date = text(
  'a date',
  (value) => parseDate(value) !== null,
  (value, path) => calendarIssue('bad_date', { date: value }, path),
);

/** The name of a zone that this host knows. */
export const zone = (isKnown: (zone: string) => boolean): Check =>
  text('a time zone', isKnown, (value, path) => calendarIssue('unknown_zone', { zone: value }, path));
