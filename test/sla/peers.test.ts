import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toIso } from 'revpact/kernel';
import { add, daysOff, elapsed, isOpen, nextClosing, nextOpening, openHours, openSegments, safeOpenHours, subtract, type OpenHours } from 'revpact/sla';
import type { Calendar } from 'revpact/vocabulary';
import { oracleMinutes, wall } from '../support/hours.js';
import { configCases, dstCases, fromPeer, hasPeerCases, peerCases, peerMoment, type PeerCase } from '../support/peer-hours.js';

const compiled = new Map<string, OpenHours>();
const hoursOf = (calendar: Calendar): OpenHours => {
  const key = JSON.stringify(calendar);
  const open = compiled.get(key) ?? openHours(calendar);
  compiled.set(key, open);
  return open;
};

const moment = (value: unknown): number => peerMoment(String(value));
const rows = (segments: readonly { start: number; end: number }[]): string =>
  JSON.stringify(segments.map(({ start, end }) => [start, end]));
const periods = (one: PeerCase): string => JSON.stringify(one.expected_periods!.map((pair) => pair.map(peerMoment)));

/** What we answer and what the peer answered, for each operation that we have too. */
const OPERATIONS: Readonly<Record<string, (open: OpenHours, one: PeerCase) => readonly [ours: unknown, theirs: unknown]>> = {
  elapsed: (open, one) => [elapsed(open, moment(one.from), moment(one.to)) / 1000, one.expected_seconds],
  add: (open, one) => [add(open, moment(one.from), one.amount_seconds! * 1000), moment(one.expected)],
  subtract: (open, one) => [subtract(open, moment(one.from), one.amount_seconds! * 1000), moment(one.expected)],
  is_open: (open, one) => [isOpen(open, moment(one.at)), one.expected],
  next_close: (open, one) => [nextClosing(open, moment(one.at)), moment(one.expected)],
  next_open_or_same: (open, one) => [nextOpening(open, moment(one.at)), moment(one.expected)],
  roll_forward: (open, one) => [nextOpening(open, moment(one.at)), moment(one.expected)],
  next_open_strict: (open, one) => {
    const from = moment(one.at);
    return [nextOpening(open, isOpen(open, from) ? nextClosing(open, from)! : from), moment(one.expected)];
  },
  previous_working_instant: (open, one) => [subtract(open, moment(one.at), 1) + 1, moment(one.expected)],
  roll_backward: (open, one) => [subtract(open, moment(one.at), 1) + 1, moment(one.expected)],
  on_holiday: (open, one) => [daysOff(open, moment(one.at), moment(one.at)).some(({ off }) => off === null), one.expected],
  on_break: (open, one) => {
    const time = wall(open.zone, moment(one.at))!.slice(11);
    return [daysOff(open, moment(one.at), moment(one.at)).some(({ off }) => off !== null && off.from <= time && time < off.to), one.expected];
  },
  periods_after: (open, one) => [rows(openSegments(open, moment(one.from), moment(one.expected_periods!.at(-1)![1]))), periods(one)],
  periods_before: (open, one) => [
    rows(openSegments(open, moment(one.expected_periods!.at(-1)![0]), moment(one.from)).toReversed()),
    periods(one),
  ],
};

/** Operations on whole days: we have none of them. */
const NOT_OFFERED = [
  'add_days',
  'business_dates_between',
  'days_between',
  'first_business_day',
  'is_business_day',
  'previous_business_day',
  'subtract_days',
];

/** The case ids in backticks under each heading of docs/deviations.md. */
const documented = (): ReadonlyMap<string, readonly string[]> => {
  const text = readFileSync(new URL('../../docs/deviations.md', import.meta.url), 'utf8');
  const parts = text.split(/^### /mu).slice(1);
  const ids = (part: string): readonly string[] => [...part.matchAll(/`([a-z_]+-\d+)`/gu)].map((found) => found[1]!);
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), ids(part)]));
};

const SKIPPED = 'Opening or closing in an hour that the clock skips or repeats';

const isSecondApart = (ours: unknown, theirs: unknown, unit: number): boolean => {
  const apart = Math.abs(Number(ours) - Number(theirs)) / unit;
  return apart > 0 && apart < 1;
};

/** Each heading of the list, and what must be true of a case under it. */
const REASONS: Readonly<Record<string, (one: PeerCase, open: OpenHours, ours: unknown, theirs: unknown) => boolean>> = {
  'Adding nothing': (one) => one.amount_seconds === 0,
  'Landing exactly on closing': (one, open, ours, theirs) => one.op === 'add' && nextOpening(open, Number(ours)) === theirs,
  'Parts of a second': (one, _open, ours, theirs) =>
    one.op === 'elapsed' ? isSecondApart(ours, theirs, 1) : one.op === 'add' && isSecondApart(ours, theirs, 1000),
  'An end before the start': (one, _open, ours, theirs) => one.op === 'elapsed' && Number(ours) < 0 && theirs === 0,
  'The end of a day that is open to 24:00': (one) => one.op === 'next_close' && JSON.stringify(one).includes('23:59:59.999999'),
  'A whole day of 25 hours': (one, _open, ours, theirs) => one.op === 'elapsed' && ours === 90_000 && theirs === 86_400,
  [SKIPPED]: (one) => {
    if (one.op !== 'periods_after') return false;
    // The clock on the wall, read minute by minute with another implementation, up to the first stretch that the peer finds.
    const [from, to] = [moment(one.from), moment(one.expected_periods![0]![0])];
    return oracleMinutes(fromPeer(one.calendar), from, (to - from) / 60_000).some(Boolean);
  },
  'An opening and closing at the same time of day': (one) => Object.values(one.calendar.weekly).every(([span]) => span![0] === span![1]),
};

describe.skipIf(!hasPeerCases)('cases recorded from the test suites of other libraries', () => {
  const files = ['zendesk_biz_spec', 'working_hours_spec', 'business_time_tests', 'businesstimedelta_tests', 'biz_random_oracle'];
  const all = hasPeerCases ? files.flatMap((file) => peerCases(`${file}.json`)) : [];

  test('every case is of an operation that we have, or that we say we have not', () => {
    const others = all.filter((one) => OPERATIONS[one.op] === undefined).map((one) => one.op);
    expect([...new Set(others)].sort()).toEqual(NOT_OFFERED);
    expect([all.length, others.length]).toEqual([4629, 183]);
  });

  test('all others agree, except for those on the list, for the reason given there', () => {
    const found = new Map<string, string[]>();
    const unexplained: string[] = [];
    let agreeing = 0;
    for (const one of all) {
      const operation = OPERATIONS[one.op];
      if (operation === undefined) continue;
      const open = hoursOf(fromPeer(one.calendar));
      const [ours, theirs] = operation(open, one);
      if (ours === theirs) {
        agreeing += 1;
        continue;
      }
      const reason = Object.keys(REASONS).find((name) => REASONS[name]!(one, open, ours, theirs));
      if (reason === undefined) unexplained.push(`${one.id} ${one.op}: ${String(ours)} for ${String(theirs)}`);
      else found.set(reason, [...(found.get(reason) ?? []), one.id]);
    }
    expect(unexplained).toEqual([]);
    const listed = documented();
    for (const reason of Object.keys(REASONS)) {
      // The cases around clock changes have a test of their own below.
      expect([reason, found.get(reason)]).toEqual([reason, listed.get(reason)?.filter((id) => !id.startsWith('dst-'))]);
    }
    const differing = [...found.values()].flat().length;
    expect({ agreeing, differing }).toEqual({ agreeing: 4362, differing: 84 });
  });
});

describe.skipIf(!hasPeerCases)('cases around clock changes, where three implementations disagree', () => {
  const cases = hasPeerCases ? dstCases().map((one, i) => ({ ...one, id: `dst-${String(i + 1)}` })) : [];
  const ours = (one: (typeof cases)[number]): number => elapsed(hoursOf(fromPeer(one.calendar)), moment(one.from), moment(one.to)) / 1000;

  test('where we differ from the plain reference is on the list', () => {
    const differing = cases.filter((one) => ours(one) !== one.plain_reference_seconds).map((one) => one.id);
    expect(differing).toEqual(documented().get(SKIPPED)?.filter((id) => id.startsWith('dst-')));
    expect(cases.length).toBe(160);
  });

  test('there the wall clock, read minute by minute, says what we say', () => {
    for (const one of cases.filter((each) => ours(each) !== each.plain_reference_seconds)) {
      const [from, to] = [moment(one.from), moment(one.to)];
      const first = Math.ceil(from / 60_000) * 60_000;
      const count = Math.floor((to - first) / 60_000);
      const calendar = fromPeer(one.calendar);
      const whole = oracleMinutes(calendar, first, count).filter(Boolean).length * 60;
      const [before] = oracleMinutes(calendar, first - 60_000, 1);
      const [after] = oracleMinutes(calendar, first + count * 60_000, 1);
      const edges = (before === true ? (first - from) / 1000 : 0) + (after === true ? (to - first - count * 60_000) / 1000 : 0);
      expect(`${one.cal} from ${toIso(from)}: ${String(ours(one))}`).toBe(`${one.cal} from ${toIso(from)}: ${String(whole + edges)}`);
    }
  });
});

describe.skipIf(!hasPeerCases)('calendars that another library accepts or refuses', () => {
  const asHours = (spans: unknown): unknown =>
    typeof spans === 'object' && spans !== null ? Object.entries(spans).map(([from, to]: [string, unknown]) => ({ from, to })) : spans;
  const asWeek = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([weekday, spans]: [string, unknown]) => [weekday, asHours(spans)]))
      : value;

  const listed = (from: 'week' | 'openings'): readonly string[] => {
    const ids = new Set(configCases().filter((one) => one.field === (from === 'week' ? 'working_hours' : 'holiday_hours')).map(({ id }) => id));
    return documented().get('Hours that others refuse')!.filter((id) => ids.has(id));
  };
  const refuses = (parts: unknown): boolean => !safeOpenHours({ id: 'peer', zone: 'Etc/UTC', holidays: [], ...(parts as Pick<Calendar, 'week'>) }).ok;

  test('weeks: we refuse what it refuses, except for what is on the list', () => {
    const weeks = configCases().filter((one) => one.field === 'working_hours');
    const differing = weeks.filter((one) => refuses({ week: asWeek(one.value) }) === one.valid);
    expect(differing.map((one) => one.id)).toEqual(listed('week'));
    expect(weeks.length).toBe(33);
  });

  test('hours for one date: likewise', () => {
    const dates = configCases().filter((one) => one.field === 'holiday_hours');
    const asOpenings = (value: unknown): unknown => Object.entries(value as object).map(([date, spans]) => ({ date, name: 'override', hours: asHours(spans) }));
    const differing = dates.filter((one) => refuses({ week: { mon: [{ from: '09:00', to: '17:00' }] }, openings: asOpenings(one.value) }) === one.valid);
    expect(differing.map((one) => one.id)).toEqual(listed('openings'));
    expect(dates.length).toBe(19);
  });
});
