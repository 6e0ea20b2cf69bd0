import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  elapsed,
  isOpen,
  nextClosing,
  nextOpening,
  openHours,
  openMsAt,
  openSegments,
  safeOpenAll,
  safeOpenAny,
  subtract,
  union,
  without,
  type OpenHours,
} from 'revpact/sla';
import { WEEKDAYS, type Calendar, type Hours, type Week } from 'revpact/vocabulary';
import { apart, clockChange, oracleIsOpen, oracleMinutes } from '../support/hours.js';

const MINUTE = 60_000;

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Havana',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Antarctica/Troll',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Etc/UTC',
];

const pad = (n: number): string => String(n).padStart(2, '0');
const time = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 287 }).map((five) => `${pad(Math.floor(five / 12))}:${pad((five % 12) * 5)}`) },
  // Around the hours in which clocks change.
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 239 }).map((minute) => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`) },
  { weight: 1, arbitrary: fc.constantFrom('00:00', '24:00', '23:59', '00:01') },
);
const span: fc.Arbitrary<Hours> = fc.record({ from: time, to: time });
const day = fc.array(span, { maxLength: 3 }).map(apart);

const moment = fc.oneof(
  fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) / MINUTE }).map((minute) => minute * MINUTE),
  fc.integer({ min: Date.UTC(2008, 0, 1) / MINUTE, max: Date.UTC(2030, 0, 1) / MINUTE }).map((minute) => minute * MINUTE),
);

/** A calendar, and a moment that in half of the cases lies shortly before a change of its clocks. */
const place = fc
  .record({ zone: fc.constantFrom(...ZONES), near: fc.boolean(), moment, before: fc.integer({ min: 0, max: 1500 }) })
  .map(({ zone, near, moment: any, before }) => {
    const change = near ? clockChange(zone, any, 'next') : null;
    return { zone, from: change === null ? any : Math.floor(change / MINUTE) * MINUTE - before * MINUTE };
  });

const dateNear = (from: number, days: number): string => new Date(from + days * 86_400_000).toISOString().slice(0, 10);

const someDays = fc.array(day, { minLength: 7, maxLength: 7 });
const weekOfDays = (days: readonly (readonly Hours[])[]): Week => Object.fromEntries(WEEKDAYS.map((weekday, i) => [weekday, days[i]!]));
/** Dates around the moment that is looked at, by how many days they are from it. */
const near = fc.integer({ min: -2, max: 4 });

const calendarNear = (zone: string, from: number): fc.Arbitrary<Calendar> =>
  fc
    .record({
      days: someDays.filter((days) => days.some((one) => one.length > 0)),
      holidays: fc.array(
        fc.record({ days: near, moved: fc.option(near, { nil: undefined, freq: 3 }), off: fc.option(span, { nil: undefined }) }),
        { maxLength: 3 },
      ),
      openings: fc.uniqueArray(fc.record({ days: near, hours: fc.array(span, { minLength: 1, maxLength: 2 }).map(apart) }), {
        maxLength: 2,
        selector: (one) => one.days,
      }),
      seasons: fc.array(fc.record({ skip: fc.integer({ min: 1, max: 3 }), days: fc.integer({ min: 0, max: 4 }), week: someDays }), { maxLength: 3 }),
    })
    .map(({ days, holidays, openings, seasons }) => {
      let begins = -5;
      return {
        id: 'random',
        zone,
        week: weekOfDays(days),
        seasons: seasons.map(({ skip, days: length, week }, i) => {
          const first = begins + skip;
          begins = first + length;
          return { name: `season ${String(i)}`, from: dateNear(from, first), to: dateNear(from, begins), week: weekOfDays(week) };
        }),
        openings: openings.map((one) => ({ date: dateNear(from, one.days), name: 'open', hours: one.hours })),
        holidays: holidays.map(({ days: shift, moved, off }, i) => ({
          date: dateNear(from, shift),
          name: `off ${String(i)}`,
          ...(moved === undefined ? {} : { observed: dateNear(from, moved) }),
          ...(off === undefined ? {} : { off }),
        })),
      };
    });

const setting = place.chain(({ zone, from }) => calendarNear(zone, from).map((calendar) => ({ calendar, from })));

/** Two or three calendars around one moment, in zones of their own. */
const jointSetting = place.chain(({ zone, from }) =>
  fc
    .tuple(calendarNear(zone, from), fc.array(fc.constantFrom(...ZONES).chain((other) => calendarNear(other, from)), { minLength: 1, maxLength: 2 }))
    .map(([first, others]) => ({ calendars: [first, ...others], from })),
);

/** Every question, against whether each minute from `from` on is open. */
const agrees = (open: OpenHours, truth: readonly boolean[], from: number, pick: number): void => {
  const count = truth.length;
  const to = from + count * MINUTE;
  const openMinutes = truth.flatMap((is, i) => (is ? [i] : []));

  // Each minute is open or closed as a whole, and so are the stretches that are found.
  const found = truth.map((_, i) => isOpen(open, from + i * MINUTE));
  expect(found).toEqual(truth);
  const stretches = union(openMinutes.map((i) => ({ start: from + i * MINUTE, end: from + (i + 1) * MINUTE })));
  expect(openSegments(open, from, to)).toEqual(stretches);

  const split = Math.min(count, pick % (count + 1));
  expect(elapsed(open, from, from + split * MINUTE)).toBe(truth.slice(0, split).filter(Boolean).length * MINUTE);
  expect(elapsed(open, to, from)).toBe(0 - openMinutes.length * MINUTE);

  if (openMinutes.length > 0) {
    const nth = pick % openMinutes.length;
    expect(add(open, from, (nth + 1) * MINUTE)).toBe(from + (openMinutes[nth]! + 1) * MINUTE);
    const last = openMinutes[openMinutes.length - 1 - nth]!;
    expect(subtract(open, to, (nth + 1) * MINUTE)).toBe(from + last * MINUTE);
    expect(add(open, to, -(nth + 1) * MINUTE)).toBe(from + last * MINUTE);
    expect(nextOpening(open, from)).toBe(stretches[0]!.start);
    if (stretches[0]!.end < to) expect(nextClosing(open, from)).toBe(stretches[0]!.end);
  }
};

/** Whether it lies in the years in which calendars that must meet are asked to. */
const isLookedAt = (moment: number): boolean => moment >= Date.UTC(1990, 0, 1) && moment < Date.UTC(2060, 0, 1);

const minuteCount = fc.integer({ min: 1, max: 2200 });

describe('against an independent oracle that asks Temporal minute by minute', () => {
  test('stretches, elapsed, add, subtract, openings and closings of one calendar', () => {
    fc.assert(
      fc.property(setting, minuteCount, fc.nat(), ({ calendar, from }, count, pick) => {
        agrees(openHours(calendar), oracleMinutes(calendar, from, count), from, pick);
      }),
      { numRuns: 100 },
    );
  });

  test.each(['any', 'all'] as const)('the same of calendars joined: open when %s of them is', (how) => {
    fc.assert(
      fc.property(jointSetting, minuteCount, fc.nat(), ({ calendars, from }, count, pick) => {
        const truths = calendars.map((calendar) => oracleMinutes(calendar, from, count));
        const truth = truths[0]!.map((_, i) => (how === 'any' ? truths.some((one) => one[i]) : truths.every((one) => one[i])));
        const parts = calendars.map((calendar) => openHours(calendar));
        const joint = how === 'any' ? safeOpenAny('joint', parts) : safeOpenAll('joint', parts);
        if (joint.ok) agrees(joint.value, truth, from, pick);
        // Calendars that meet in other decades only, by an opening or a season, are refused all the same.
        else expect(truth.some((is, i) => is && isLookedAt(from + i * MINUTE))).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  test('any moment, also where offsets had seconds', () => {
    const odd = fc.constantFrom('Africa/Monrovia', 'Europe/Amsterdam', 'America/New_York');
    fc.assert(
      fc.property(setting, odd, fc.integer({ min: -60_000, max: 60_000 }), (one, zone, ms) => {
        const calendar = { ...one.calendar, zone };
        const early = Date.UTC(1930, 0, 1) + (one.from % 1_300_000_000_000) + ms;
        expect(isOpen(openHours(calendar), early)).toBe(oracleIsOpen(calendar, early));
      }),
      { numRuns: 50 },
    );
  });
});

describe('laws', () => {
  const three = fc.tuple(moment, fc.integer({ min: 0, max: 400_000_000_000 }), fc.integer({ min: 0, max: 400_000_000_000 }));

  test('elapsed adds up over any split, and is negative the other way', () => {
    fc.assert(
      fc.property(setting, three, ({ calendar }, [a, ab, bc]) => {
        const open = openHours(calendar);
        const [b, c] = [Math.min(a + ab, Date.UTC(2150, 0, 1)), Math.min(a + ab + bc, Date.UTC(2150, 0, 1))];
        expect(elapsed(open, a, b) + elapsed(open, b, c)).toBe(elapsed(open, a, c));
        expect(elapsed(open, b, a) + elapsed(open, a, b)).toBe(0);
        expect(openMsAt(open, b) - openMsAt(open, a)).toBe(elapsed(open, a, b));
      }),
      { numRuns: 60 },
    );
  });

  test('elapsed never falls as time goes by, and never outruns it', () => {
    fc.assert(
      fc.property(setting, three, ({ calendar }, [a, ab]) => {
        const passed = elapsed(openHours(calendar), a, a + ab);
        expect(passed).toBeGreaterThanOrEqual(0);
        expect(passed).toBeLessThanOrEqual(ab);
      }),
      { numRuns: 60 },
    );
  });

  test('add undoes elapsed: exactly so much has passed, and a millisecond before it had not', () => {
    const amount = fc.integer({ min: 1, max: 2_000_000_000 });
    fc.assert(
      fc.property(setting, moment, amount, amount, ({ calendar }, from, ms, more) => {
        const open = openHours(calendar);
        // One minute a week may have no so much left before 2200.
        fc.pre(openSegments(open, from, from + 21 * 86_400_000).reduce((sum, one) => sum + one.end - one.start, 0) > 3_600_000);
        const due = add(open, from, ms);
        expect(elapsed(open, from, due)).toBe(ms);
        expect(elapsed(open, from, due - 1)).toBe(ms - 1);
        expect(add(open, due, more)).toBe(add(open, from, ms + more));
        const back = add(open, due, -ms);
        expect(elapsed(open, back, due)).toBe(ms);
        expect(elapsed(open, back + 1, due)).toBe(ms - 1);
      }),
      { numRuns: 80 },
    );
  });

  test('cutting holes loses exactly the overlap', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 9 })), { maxLength: 8 });
    const made = (pairs: readonly (readonly [number, number])[]) => union(pairs.map(([start, length]) => ({ start, end: start + length })));
    fc.assert(
      fc.property(some, some, (first, second) => {
        const [whole, holes] = [made(first), made(second)];
        const points = Array.from({ length: 70 }, (_, point) => point);
        const inside = (segments: ReturnType<typeof made>, point: number): boolean =>
          segments.some(({ start, end }) => start <= point && point < end);
        const left = without(whole, holes);
        const truth = points.filter((point) => inside(whole, point) && !inside(holes, point));
        expect(points.filter((point) => inside(left, point))).toEqual(truth);
        expect(left.every(({ start, end }) => start < end)).toBe(true);
      }),
    );
  });
});
