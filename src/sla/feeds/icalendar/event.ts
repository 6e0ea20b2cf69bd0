import { fail, ok, type Result } from '../../../kernel/result.js';
import { isWellFormed } from '../../../kernel/text.js';
import { feedIssue } from '../issues.js';
import type { Block } from './content.js';
import { propertiesOf, textsOf, type Properties } from './property.js';
import { ruleOf, type Rule } from './rule.js';
import { onDay, stampOf, STEP_LIMIT, type Stamp, type WallOf } from './stamp.js';

const DAY = 86_400_000;
/** No holiday is longer. */
const LONGEST_DAYS = 366;

/** One VEVENT, read. */
export interface HolidayEvent {
  readonly name: string;
  /** Null where the feed gives none: then it is like no other. */
  readonly uid: string | null;
  readonly sequence: number;
  readonly cancelled: boolean;
  /** What a caller may choose by: summary, description and categories. */
  readonly texts: readonly string[];
  readonly start: Stamp;
  /** Days of an event of dates, milliseconds of one with times. */
  readonly length: number;
  readonly rule: Rule | null;
  readonly extra: readonly Stamp[];
  readonly except: readonly Stamp[];
  /** Which occurrence of its series it stands for; null for the series itself, or an event that does not recur. */
  readonly standsFor: Stamp | null;
}

/** What may stand in an event once only. */
const ONCE = ['uid', 'dtstart', 'dtend', 'duration', 'rrule', 'recurrence-id', 'sequence', 'status', 'summary'];

/** The event of a block, or why it cannot be used. */
export const eventOf = (block: Block, wallOf: WallOf): Result<HolidayEvent> => {
  if (!block.finished) return fail([feedIssue('holiday_unfinished', undefined)]);
  const read = propertiesOf(block.lines);
  if (!read.ok) return read;
  const properties = read.value;
  const twice = ONCE.filter((name) => (properties.get(name)?.length ?? 0) > 1);
  if (twice.length > 0) return fail(twice.map((name) => feedIssue('holiday_twice_said', { property: name.toUpperCase() })));
  if (properties.has('exrule')) return fail([feedIssue('holiday_rule', { reason: 'EXRULE' })]);
  const stamps = (name: string): Result<readonly Stamp[]> => stampsOf(properties, name, wallOf);
  const [starts, standsFor, extra, except] = [stamps('dtstart'), stamps('recurrence-id'), stamps('rdate'), stamps('exdate')];
  const recur = properties.get('rrule')?.[0];
  const rule = recur === undefined ? null : ruleOf(recur.values[0]);
  const name = nameOf(properties);
  const refused = [starts, standsFor, extra, except, rule, name].flatMap((part) => (part === null || part.ok ? [] : part.issues));
  if (refused.length > 0 || !starts.ok || !standsFor.ok || !extra.ok || !except.ok || !name.ok || rule?.ok === false) return fail(refused);
  const start = starts.value[0];
  if (start === undefined) return fail([feedIssue('holiday_no_date', undefined)]);
  if (properties.get('recurrence-id')?.some(({ range }) => range) === true) return fail([feedIssue('holiday_rule', { reason: 'RANGE' })]);
  if (extra.value.some(({ kind }) => kind !== start.kind)) return fail([feedIssue('holiday_mixed', { property: 'RDATE' })]);
  const length = lengthOf(properties, start, wallOf);
  if (!length.ok) return length;
  if (length.value > (start.kind === 'date' ? LONGEST_DAYS : LONGEST_DAYS * DAY)) return fail([feedIssue('holiday_too_often', { limit: LONGEST_DAYS })]);
  const sequence = properties.get('sequence')?.[0]?.values[0];
  return ok({
    name: name.value,
    uid: textsOf(properties, 'uid')[0] ?? null,
    sequence: typeof sequence === 'number' && Number.isSafeInteger(sequence) ? sequence : 0,
    cancelled: textsOf(properties, 'status').some((status) => status.toUpperCase() === 'CANCELLED'),
    texts: ['summary', 'description', 'categories'].flatMap((key) => textsOf(properties, key)).map((text) => text.toLowerCase()),
    start,
    length: length.value,
    rule: rule?.value ?? null,
    extra: extra.value,
    except: except.value,
    standsFor: standsFor.value[0] ?? null,
  });
};

/** What the event is called: `holiday` where the feed calls it nothing. */
export const nameOf = (properties: Properties): Result<string> => {
  const name = (textsOf(properties, 'summary')[0] ?? '').trim() || 'holiday';
  return name.length <= 4000 && isWellFormed(name) ? ok(name) : fail([feedIssue('holiday_name', undefined)]);
};

const stampsOf = (properties: Properties, name: string, wallOf: WallOf): Result<readonly Stamp[]> => {
  const read = (properties.get(name) ?? []).flatMap((property) => property.values.map((value) => stampOf(property, value, wallOf)));
  const issues = read.flatMap((one) => (one.ok ? [] : one.issues));
  return issues.length > 0 ? fail(issues) : ok(read.flatMap((one) => (one.ok ? [one.value] : [])));
};

const lengthOf = (properties: Properties, start: Stamp, wallOf: WallOf): Result<number> => {
  const ends = stampsOf(properties, 'dtend', wallOf);
  if (!ends.ok) return ends;
  const end = ends.value[0];
  const duration = properties.get('duration')?.[0]?.values[0];
  if (end !== undefined && duration !== undefined) return fail([feedIssue('holiday_twice_said', { property: 'the end' })]);
  if (duration !== undefined) return lasting(duration, start);
  if (end === undefined) return ok(start.kind === 'date' ? 1 : 0);
  if (start.kind === 'time' && end.kind === 'time') return end.at < start.at ? backwards() : ok(end.at - start.at);
  if (start.kind === 'date' && end.kind === 'date') {
    // Many feeds end a day on itself, where RFC 5545 wants the day after.
    return end.day < start.day ? backwards() : ok(Math.max(1, end.day - start.day));
  }
  return fail([feedIssue('holiday_mixed', { property: 'DTEND' })]);
};

const backwards = (): Result<number> => fail([feedIssue('holiday_backwards', undefined)]);

const DURATION = /^(\+|-)?P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?$/;

/** A duration's weeks and days are of the calendar, the rest of it is exact time. */
const lasting = (duration: unknown, start: Stamp): Result<number> => {
  const found = typeof duration === 'string' ? DURATION.exec(duration) : null;
  if (found === null) return fail([feedIssue('holiday_date', { property: 'DURATION', found: String(duration).slice(0, 40) })]);
  if (found[1] === '-') return backwards();
  const [weeks, days, hours, minutes, seconds] = found.slice(2).map((digits: string | undefined) => Number(digits ?? 0));
  const nominal = (weeks ?? 0) * 7 + (days ?? 0);
  const exact = ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000;
  if (nominal > LONGEST_DAYS) return fail([feedIssue('holiday_too_often', { limit: LONGEST_DAYS })]);
  if (start.kind === 'date') return exact === 0 ? ok(Math.max(1, nominal)) : fail([feedIssue('holiday_mixed', { property: 'DURATION' })]);
  const end = onDay(start, start.day + nominal);
  return end === null ? fail([feedIssue('holiday_too_often', { limit: STEP_LIMIT })]) : ok(end - start.at + exact);
};
