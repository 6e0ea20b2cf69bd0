import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOfDay, localDate } from 'revpact/kernel';
import { dayEnds } from '../../src/kernel/day-end.js';

const HOUR = 3_600_000;
const moment = (text: string): number => Date.parse(text);

test.each([
  { when: 'an ordinary day', zone: 'UTC', at: '2026-03-31T00:00Z', end: '2026-04-01T00:00Z' },
  { when: 'seen from its last moment', zone: 'UTC', at: '2026-03-31T23:59:59.999Z', end: '2026-04-01T00:00Z' },
  { when: 'the clocks go forward', zone: 'Europe/Berlin', at: '2026-03-28T23:00Z', end: '2026-03-29T22:00Z' },
  { when: 'the clocks go back', zone: 'Europe/Berlin', at: '2026-10-24T22:00Z', end: '2026-10-25T23:00Z' },
  { when: 'the next midnight is skipped', zone: 'America/Santiago', at: '2026-09-05T04:00Z', end: '2026-09-06T04:00Z' },
  { when: 'the day after it begins at one', zone: 'America/Santiago', at: '2026-09-06T04:00Z', end: '2026-09-07T03:00Z' },
  { when: 'the evening comes again, after a minute of the next day', zone: 'America/St_Johns', at: '2010-11-07T03:00Z', end: '2010-11-07T03:30Z' },
  { when: 'the next date is skipped whole', zone: 'Pacific/Apia', at: '2011-12-29T10:00Z', end: '2011-12-30T10:00Z' },
])('$when', ({ zone, at, end }) => {
  expect(new Date(dayEnds()(zone, moment(at)))).toEqual(new Date(moment(end)));
});

test('as `endOfDay` finds it, whatever the zone, and the second time too', () => {
  const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/Santiago', 'Asia/Kolkata', 'Africa/Cairo', 'Australia/Lord_Howe', 'America/St_Johns');
  const endOf = dayEnds();
  fc.assert(
    fc.property(zone, fc.integer({ min: moment('1995-01-01T00:00Z') / HOUR, max: moment('2030-01-01T00:00Z') / HOUR }), fc.nat({ max: HOUR - 1 }), (id, hours, rest) => {
      const at = hours * HOUR + rest;
      const [date, end] = [localDate(id, at), endOf(id, at)];
      const first = endOfDay(id, date);
      expect(endOf(id, at)).toBe(end);
      // Until 2011 clocks in St. John's went back at one minute past midnight: the evening before came again, and ended again.
      if (first > at) expect(end).toBe(first);
      expect(end).toBeGreaterThan(at);
      expect([localDate(id, end - 1), localDate(id, end)]).toEqual([date, localDate(id, endOfDay(id, date))]);
    }),
    { numRuns: 500 },
  );
});

test('without a zone that this host knows, the longest day there is', () => {
  expect([dayEnds()(undefined, 0), dayEnds()('Nowhere/Nothing', 0)]).toEqual([25 * HOUR, 25 * HOUR]);
});
