import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { CADENCES, nextCheck } from 'revpact/metrics';
import type { PeriodCalendar } from 'revpact/vocabulary';

const berlin: PeriodCalendar = { zone: 'Europe/Berlin', weekStart: 1, fiscalYearStart: 1, fiscalYearNamed: 'start' };

test.each([
  { when: 'a Wednesday', cadence: 'weekly', at: '2026-04-01T10:00:00Z', of: berlin, on: '2026-04-06' },
  { when: 'the first moment of a Monday looks at the week before', cadence: 'weekly', at: '2026-04-05T22:00:00Z', of: berlin, on: '2026-04-13' },
  { when: 'the last one of a Sunday', cadence: 'weekly', at: '2026-04-05T21:59:59.999Z', of: berlin, on: '2026-04-06' },
  { when: 'weeks from Sunday', cadence: 'weekly', at: '2026-04-01T10:00:00Z', of: { ...berlin, weekStart: 7 }, on: '2026-04-05' },
  { when: 'the end of a year', cadence: 'monthly', at: '2026-12-31T12:00:00Z', of: berlin, on: '2027-01-01' },
  { when: 'the end of a quarter in Berlin is not yet that of London', cadence: 'quarterly', at: '2026-03-31T22:30:00Z', of: berlin, on: '2026-07-01' },
  { when: 'where it is still March', cadence: 'quarterly', at: '2026-03-31T22:30:00Z', of: { ...berlin, zone: 'UTC' }, on: '2026-04-01' },
  { when: 'a fiscal year from February', cadence: 'quarterly', at: '2026-06-10T22:00:00Z', of: { ...berlin, fiscalYearStart: 2 }, on: '2026-08-01' },
  { when: 'a fiscal year from July has the quarters of the calendar', cadence: 'quarterly', at: '2026-06-10T22:00:00Z', of: { ...berlin, fiscalYearStart: 7 }, on: '2026-07-01' },
] as const)('$cadence, $when: $on', ({ cadence, at, of, on }) => {
  expect(nextCheck(cadence, Date.parse(at), of)).toBe(on);
});

test('it is after the moment, and no later than a week, a month or a quarter on', () => {
  const most = { weekly: { days: 7 }, monthly: { months: 1 }, quarterly: { months: 3 } } as const;
  fc.assert(
    fc.property(fc.constantFrom(...CADENCES), fc.integer({ min: 0, max: Date.UTC(2060, 0, 1) }), (cadence, at) => {
      const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Berlin').toPlainDate();
      const next = Temporal.PlainDate.from(nextCheck(cadence, at, berlin));
      expect(Temporal.PlainDate.compare(next, today)).toBe(1);
      expect(Temporal.PlainDate.compare(next, today.add(most[cadence]))).toBeLessThanOrEqual(0);
    }),
  );
});
