import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { endOfDay, formatLocal, isZone, localDate, offsetChanges, offsetReader, startOfDay } from 'revpact/kernel';

const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/St_Johns', 'Africa/Cairo', 'Pacific/Apia', 'America/Sao_Paulo', 'UTC'];
const moment = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2099, 0, 1) });

test('the offset is what Temporal says, in zones with odd rules', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), moment, (zone, at) => {
      const expected = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
      expect(offsetReader(zone)(at)).toBe(expected);
    }),
    { numRuns: 500 },
  );
});

test('every change of offset between 1970 and 2037 is found, to the millisecond', () => {
  for (const zone of ZONES) {
    const [from, to] = [Date.UTC(1970, 0, 1), Date.UTC(2037, 0, 1)];
    const expected: number[] = [];
    let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).getTimeZoneTransition('next');
    while (at !== null && at.epochMilliseconds < to) {
      expected.push(at.epochMilliseconds);
      at = at.getTimeZoneTransition('next');
    }
    const changes = offsetChanges(zone, from, to).slice(1);
    expect(changes.map((change) => change.at), zone).toEqual(expected);
  }
});

describe('where a day begins', () => {
  test.each([
    { day: 'an ordinary day', zone: 'Europe/Berlin', date: [2026, 6, 30], at: '2026-06-29T22:00:00Z' },
    { day: 'the day after the clocks went forward', zone: 'America/New_York', date: [2026, 3, 9], at: '2026-03-09T04:00:00Z' },
    { day: 'a day whose midnight is skipped: it begins at 01:00', zone: 'Africa/Cairo', date: [2026, 4, 24], at: '2026-04-23T22:00:00Z' },
    { day: 'a day that never was begins with the next', zone: 'Pacific/Apia', date: [2011, 12, 30], at: '2011-12-30T10:00:00Z' },
  ])('$day ($zone)', ({ zone, date: [year = 0, month = 0, day = 0], at }) => {
    expect(new Date(startOfDay(zone, { year, month, day })).toISOString()).toBe(at.replace('Z', '.000Z'));
  });

  test('as Temporal has it, and a moment lies in its own day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), moment, (zone, at) => {
        const date = localDate(zone, at);
        const start = Temporal.PlainDate.from(date).toZonedDateTime(zone).startOfDay().epochMilliseconds;
        expect(startOfDay(zone, date)).toBe(start);
        expect(start <= at && at < endOfDay(zone, date)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

test('a day of the autumn change has 25 hours, of the spring change 23', () => {
  const hours = (date: { year: number; month: number; day: number }): number =>
    (endOfDay('Europe/Berlin', date) - startOfDay('Europe/Berlin', date)) / 3_600_000;
  expect(hours({ year: 2025, month: 10, day: 26 })).toBe(25);
  expect(hours({ year: 2026, month: 3, day: 29 })).toBe(23);
});

test('zones are names the host knows; offsets and nonsense are not', () => {
  expect(['Europe/Berlin', 'UTC'].every(isZone)).toBe(true);
  expect(['+02:00', 'Mars/Olympus', '', 'x'.repeat(100)].some(isZone)).toBe(false);
});

test('wall-clock text names its zone', () => {
  expect(formatLocal('Asia/Kathmandu', Date.UTC(2026, 0, 1))).toBe('2026-01-01 05:45 Asia/Kathmandu');
});
