import ICAL from 'ical.js';
import { fail, ok, type Result } from '../../../kernel/result.js';
import { feedIssue } from '../issues.js';

/** One line of an event or zone, its escapes undone: dates as `2026-12-25`, rules as records. */
export interface Property {
  readonly name: string;
  /** The zone that its times are in, where it names one. */
  readonly zone: string | null;
  readonly range: boolean;
  readonly type: string;
  readonly values: readonly unknown[];
}

/** Properties of one event or zone by name, in lower case. */
export type Properties = ReadonlyMap<string, readonly Property[]>;

/** What is read of an entry. Whatever else stands in it, attachments and notes of programs, is not even parsed. */
const READ = new Set(
  (
    'uid dtstart dtend duration rrule exrule rdate exdate recurrence-id sequence status summary description categories ' +
    'tzid tzoffsetfrom tzoffsetto'
  ).split(' '),
);

/** Characters of one line, unfolded: 5,000 dates. The time that parsing takes grows with the square of a line. */
const LINE_LIMIT = 50_000;

/**
 * Lines as properties, read by ical.js. Only its reading of lines is used: its zones ask the machine for the date, and its
 * recurrences look for the next day however far away it is, or for ever.
 */
export const propertiesOf = (all: readonly string[]): Result<Properties> => {
  const lines = all.filter((line) => READ.has(nameOf(line)));
  if (lines.some((line) => line.length > LINE_LIMIT)) return fail([feedIssue('feed_too_long', { limit: LINE_LIMIT, what: 'characters in one line' })]);
  let parsed: unknown;
  try {
    parsed = ICAL.parse(['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n'));
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : 'not iCalendar';
    return fail([feedIssue('holiday_unreadable', { reason })]);
  }
  const listed = isList(parsed) ? parsed[1] : [];
  const byName = new Map<string, Property[]>();
  for (const line of isList(listed) ? listed.map(toProperty) : []) {
    if (line === null) continue;
    const same = byName.get(line.name);
    if (same === undefined) byName.set(line.name, [line]);
    else same.push(line);
  }
  return ok(byName);
};

/** What stands before the first `:` or `;` of a line. */
const nameOf = (line: string): string => (/^[A-Za-z-]{1,20}(?=[:;])/.exec(line)?.[0] ?? '').toLowerCase();

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** jCal writes a property as an array: name, parameters, type, then its values. */
const toProperty = (line: unknown): Property | null => {
  if (!isList(line)) return null;
  const [name, parameters, type, ...values] = line;
  if (typeof name !== 'string' || typeof type !== 'string') return null;
  const { tzid, range }: { readonly tzid?: unknown; readonly range?: unknown } = typeof parameters === 'object' && parameters !== null ? parameters : {};
  return { name, zone: typeof tzid === 'string' ? tzid : null, range: range !== undefined, type, values };
};

/** All values of the properties of one name, as text. */
export const textsOf = (properties: Properties, name: string): readonly string[] =>
  (properties.get(name) ?? []).flatMap(({ values }) => values.filter((value) => typeof value === 'string'));
