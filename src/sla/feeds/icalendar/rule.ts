import { parseDate } from '../../../kernel/date.js';
import { fail, ok, type Result } from '../../../kernel/result.js';
import { feedIssue } from '../issues.js';

/** How often a rule may step for a holiday. */
export type Frequency = 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY';

/** A weekday of a rule: every one, or the nth, from the end where below zero. */
export interface RuleDay {
  /** ISO: 1 for Monday to 7 for Sunday. */
  readonly weekday: number;
  readonly nth: number | null;
}

/** A recurrence rule that steps by whole days. Lists are empty where the rule says nothing. */
export interface Rule {
  readonly freq: Frequency;
  readonly interval: number;
  readonly count: number | null;
  /** A real date, or one with a time, as jCal writes them; null also where it lies beyond every calendar. */
  readonly until: string | null;
  /** ISO: 1 for Monday to 7 for Sunday. */
  readonly weekStart: number;
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  readonly weekdays: readonly RuleDay[];
  readonly positions: readonly number[];
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const KNOWN = new Set(['freq', 'interval', 'count', 'until', 'wkst', 'bymonth', 'bymonthday', 'byyearday', 'byday', 'bysetpos']);

const isFrequency = (value: unknown): value is Frequency => value === 'YEARLY' || value === 'MONTHLY' || value === 'WEEKLY' || value === 'DAILY';

/**
 * A rule as jCal has it. A holiday recurs by days: rules that step by hours and less, that count weeks of the year, or
 * that combine what RFC 5545 (section 3.3.10) does not, are refused.
 */
export const ruleOf = (recur: unknown): Result<Rule> => {
  const refuse = (reason: string): Result<Rule> => fail([feedIssue('holiday_rule', { reason })]);
  if (typeof recur !== 'object' || recur === null) return refuse('it cannot be read');
  const parts = new Map<string, unknown>(Object.entries(recur));
  const freq = parts.get('freq');
  if (!isFrequency(freq)) return refuse(typeof freq === 'string' ? `FREQ=${freq}` : 'it has no FREQ');
  const other = [...parts.keys()].find((key) => !KNOWN.has(key));
  if (other !== undefined) return refuse(other.slice(0, 40).toUpperCase());
  const numbers = (key: string): readonly number[] => [parts.get(key) ?? []].flat().filter((value) => typeof value === 'number');
  const [interval, count, wkst] = [parts.get('interval') ?? 1, parts.get('count') ?? null, parts.get('wkst') ?? 2];
  const until = parts.has('until') ? untilOf(parts.get('until')) : { at: null };
  if (typeof interval !== 'number' || !Number.isSafeInteger(interval) || interval < 1) return refuse('INTERVAL');
  if (count !== null && !(typeof count === 'number' && Number.isSafeInteger(count) && count >= 1)) return refuse('COUNT');
  if (until === null) return refuse('UNTIL');
  if (count !== null && parts.has('until')) return refuse('COUNT with UNTIL');
  const weekdays = [parts.get('byday') ?? []].flat().map(ruleDay);
  if (weekdays.includes(null)) return refuse('BYDAY');
  const rule: Rule = {
    freq,
    interval,
    count,
    until: until.at,
    // ical.js counts weekdays from 1 for Sunday.
    weekStart: typeof wkst === 'number' ? ((wkst + 5) % 7) + 1 : 1,
    months: numbers('bymonth'),
    monthDays: numbers('bymonthday'),
    yearDays: numbers('byyearday'),
    weekdays: weekdays.filter((day) => day !== null),
    positions: numbers('bysetpos'),
  };
  const odd = oddPart(rule);
  return odd === null ? ok(rule) : refuse(odd);
};

/** Null for what is no date; years from 2200 on are no end for us. */
const untilOf = (value: unknown): { readonly at: string | null } | null => {
  const found = typeof value === 'string' ? /^(\d{4})(-\d\d-\d\d)(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ?)?$/.exec(value) : null;
  if (found === null) return null;
  const isFar = Number(found[1]) >= 2200;
  // The same day of a leap year: whether it exists there is all that can be asked of a year beyond ours.
  const isDate = parseDate(`${isFar ? '2000' : (found[1] ?? '')}${found[2] ?? ''}`) !== null;
  return isDate ? { at: isFar ? null : found[0] } : null;
};

const oddPart = ({ freq, monthDays, yearDays, weekdays, positions }: Rule): string | null => {
  if ([...monthDays, ...yearDays, ...positions].includes(0)) return 'days are counted from 1, or from -1';
  if (yearDays.length > 0 && freq !== 'YEARLY') return 'BYYEARDAY in a rule that is not yearly';
  if (monthDays.length > 0 && freq === 'WEEKLY') return 'BYMONTHDAY in a weekly rule';
  if (weekdays.some(({ nth }) => nth !== null) && freq !== 'YEARLY' && freq !== 'MONTHLY') return 'a numbered BYDAY in a rule by weeks or days';
  return null;
};

const ruleDay = (value: unknown): RuleDay | null => {
  const found = typeof value === 'string' ? /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(value) : null;
  if (found === null) return null;
  const nth = found[1] === undefined ? null : Number(found[1]);
  return nth === 0 ? null : { weekday: WEEKDAYS.indexOf(found[2] ?? '') + 1, nth };
};
