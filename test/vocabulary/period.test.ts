import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { readWith, toIso } from 'revpact/kernel';
import { PERIOD_KINDS, PeriodCalendar, periodAt, periodOf, periodsBetween, periodsUpTo, previousPeriod, type Period, type PeriodKind } from 'revpact/vocabulary';

const iso: PeriodCalendar = { zone: 'UTC', weekStart: 1, fiscalYearStart: 1, fiscalYearNamed: 'start' };
const days = (period: Period | null): readonly string[] => (period === null ? [] : [period.start, period.end - 1].map((at) => toIso(at).slice(0, 10)));

describe('a label names civil days', () => {
  test.each([
    { when: 'the week that holds 1 January, where most of it is of this year', label: '2026-W01', of: iso, is: ['2025-12-29', '2026-01-04'] },
    { when: 'a year of 53 weeks', label: '2026-W53', of: iso, is: ['2026-12-28', '2027-01-03'] },
    { when: 'the week after that', label: '2027-W01', of: iso, is: ['2027-01-04', '2027-01-10'] },
    { when: 'a year of 52 weeks has no 53rd', label: '2025-W53', of: iso, is: [] },
    { when: 'no week 0', label: '2026-W00', of: iso, is: [] },
    { when: 'weeks from Sunday: 4 January 2026 is one', label: '2026-W01', of: { ...iso, weekStart: 7 }, is: ['2026-01-04', '2026-01-10'] },
    { when: 'a half', label: '2026-H2', of: iso, is: ['2026-07-01', '2026-12-31'] },
    { when: 'a day', label: '2028-02-29', of: iso, is: ['2028-02-29', '2028-02-29'] },
    { when: 'a fiscal year from February, called after its end', label: 'FY2027', of: { ...iso, fiscalYearStart: 2, fiscalYearNamed: 'end' }, is: ['2026-02-01', '2027-01-31'] },
    { when: 'the same, called after its start', label: 'FY2027', of: { ...iso, fiscalYearStart: 2 }, is: ['2027-02-01', '2028-01-31'] },
    { when: 'its last quarter, over the new year', label: 'FY2027-Q4', of: { ...iso, fiscalYearStart: 2, fiscalYearNamed: 'end' }, is: ['2026-11-01', '2027-01-31'] },
    { when: 'a second half from October', label: 'FY2026-H2', of: { ...iso, fiscalYearStart: 10, fiscalYearNamed: 'end' }, is: ['2026-04-01', '2026-09-30'] },
    { when: 'a fiscal year that is the calendar’s has one name either way', label: 'FY2026-Q1', of: { ...iso, fiscalYearNamed: 'end' }, is: ['2026-01-01', '2026-03-31'] },
    { when: 'fiscal years have no weeks', label: 'FY2026-W01', of: iso, is: [] },
    { when: 'nor months by number', label: 'FY2026-04', of: iso, is: [] },
  ] as const)('$when: $label', ({ label, of, is }) => {
    expect(days(periodOf(label, of))).toEqual(is);
  });

  test('a zone alone has ISO weeks and no fiscal year', () => {
    expect(days(periodOf('2026-W14', 'UTC'))).toEqual(['2026-03-30', '2026-04-05']);
    expect(periodOf('FY2027-Q2', 'UTC')).toBeNull();
  });

  test('the week in which the clocks go forward has 167 hours, the one in which they go back 169', () => {
    const hours = (label: string): number => {
      const week = periodOf(label, 'Europe/Berlin');
      return week === null ? 0 : (week.end - week.start) / 3_600_000;
    };
    expect([hours('2026-W13'), hours('2026-W14'), hours('2026-W43')]).toEqual([167, 168, 169]);
  });

  test('a day that the clocks of Apia skipped is no period of its own', () => {
    const calendar = { ...iso, zone: 'Pacific/Apia' };
    const [from, to] = ['2011-12-29', '2012-01-01'].map((label) => periodOf(label, calendar)?.start ?? 0);
    expect(periodsBetween('day', from ?? 0, to ?? 0, calendar).map(({ label }) => label)).toEqual(['2011-12-29', '2011-12-31']);
  });

  test('what is no calendar', () => {
    const read = readWith(PeriodCalendar, { zone: 'UTC', weekStart: 0, fiscalYearStart: 13, fiscalYearNamed: 'middle' });
    expect(read.ok ? [] : read.issues.map(({ path }) => path[0])).toEqual(['weekStart', 'fiscalYearStart', 'fiscalYearNamed']);
  });
});

const calendars = fc.record({
  zone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/Sao_Paulo'),
  weekStart: fc.integer({ min: 1, max: 7 }),
  fiscalYearStart: fc.integer({ min: 1, max: 12 }),
  fiscalYearNamed: fc.constantFrom('start', 'end'),
});
const moments = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2060, 0, 1) });
const kinds = fc.constantFrom(...PERIOD_KINDS);

/** The same cut by Temporal's civil arithmetic: first day, and the first day after it. */
const byTemporal = (kind: PeriodKind, at: number, { zone, weekStart, fiscalYearStart }: PeriodCalendar): readonly [number, number] => {
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const moment = (day: Temporal.PlainDate): number => day.toZonedDateTime(zone).epochMilliseconds;
  if (kind === 'day') return [moment(date), moment(date.add({ days: 1 }))];
  if (kind === 'week') {
    let first = date;
    while (first.dayOfWeek !== weekStart) first = first.subtract({ days: 1 });
    return [moment(first), moment(first.add({ weeks: 1 }))];
  }
  const size = { month: 1, quarter: 3, half: 6, year: 12, fiscal_quarter: 3, fiscal_half: 6, fiscal_year: 12 }[kind];
  const begins = kind.startsWith('fiscal') ? fiscalYearStart : 1;
  let first = date.with({ day: 1 });
  while ((((first.month - begins) % size) + size) % size !== 0) first = first.subtract({ months: 1 });
  return [moment(first), moment(first.add({ months: size }))];
};

describe('laws', () => {
  test('the period at a moment is the one that Temporal cuts', () => {
    fc.assert(
      fc.property(kinds, moments, calendars, (kind, at, calendar) => {
        const { start, end } = periodAt(kind, at, calendar);
        expect([start, end]).toEqual(byTemporal(kind, at, calendar));
      }),
    );
  });

  test('its label names it, and ISO weeks are Temporal’s', () => {
    fc.assert(
      fc.property(kinds, moments, calendars, (kind, at, calendar) => {
        const period = periodAt(kind, at, calendar);
        expect(periodOf(period.label, calendar)).toEqual(period);
        const { weekOfYear, yearOfWeek } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.zone);
        const week = `${String(yearOfWeek)}-W${String(weekOfYear).padStart(2, '0')}`;
        expect(periodAt('week', at, { ...calendar, weekStart: 1 }).label).toBe(week);
      }),
    );
  });

  test('the one before ends where it begins, and is of its kind, whichever calendar cut it', () => {
    fc.assert(
      fc.property(kinds, moments, calendars, (kind, at, calendar) => {
        const period = periodAt(kind, at, calendar);
        expect(previousPeriod(period)).toEqual(periodAt(kind, period.start - 1, calendar));
      }),
    );
  });

  test('periods between two moments leave no gap, and hold every moment between', () => {
    fc.assert(
      fc.property(kinds, moments, fc.integer({ min: 1, max: 400 * 86_400_000 }), calendars, (kind, from, length, calendar) => {
        const periods = periodsBetween(kind, from, from + length, calendar);
        expect(periods[0]).toEqual(periodAt(kind, from, calendar));
        expect(periods.at(-1)).toEqual(periodAt(kind, from + length - 1, calendar));
        expect(periods.slice(1).every(({ start }, i) => start === periods[i]?.end)).toBe(true);
      }),
    );
  });
});

test('between a moment and itself lies nothing', () => {
  expect(periodsBetween('month', 0, 0, iso)).toEqual([]);
  expect(() => periodsBetween('month', Number.NaN, 0, iso)).toThrow(RangeError);
});

test('six quarters up to one, and no more than there are', () => {
  const quarter = periodOf('2026-Q2', 'Europe/Berlin');
  const first = periodOf('1901', 'UTC');
  if (quarter === null || first === null) throw new Error('no such period');
  expect(periodsUpTo(quarter, 6).map(({ label }) => label)).toEqual(['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2']);
  expect(periodsUpTo(first, 3).map(({ label }) => label)).toEqual(['1901']);
});
