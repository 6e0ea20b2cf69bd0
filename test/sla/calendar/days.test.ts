import { describe, expect, test } from 'vitest';
import { elapsed, isOpen, openHours, openSegments } from 'revpact/sla';
import type { Calendar } from 'revpact/vocabulary';
import { aCalendar, at, hours, wall, weekOf } from '../../support/hours.js';

const ZONE = 'Europe/Berlin';
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The open stretches of a date on the wall clock, up to those that begin on the next. */
const opensOn = (calendar: Calendar, date: string): readonly string[] => {
  const midnight = at(ZONE, `${date} 00:00`);
  return openSegments(openHours(calendar), midnight, midnight + 86_400_000).map(
    ({ start, end }) => `${wall(ZONE, start)!.slice(11)}-${wall(ZONE, end)!.slice(11)}`,
  );
};

const office = aCalendar();
const summer = { name: 'summer hours', from: '2026-07-01', to: '2026-08-31', week: weekOf(hours('07:00-15:00'), ['mon', 'tue', 'wed', 'thu']) };
const saturday = { date: '2026-01-10', name: 'stocktaking', hours: hours('10:00-14:00') };
const night = aCalendar({ week: weekOf(hours('21:00-02:00'), DAYS) });

// 2026-01-05 is a Monday, 2026-07-01 a Wednesday, 2026-08-31 a Monday, 2026-12-25 a Friday.
describe('which hours a date has', () => {
  test.each<{ when: string; calendar: Calendar; date: string; opens: readonly string[] }>([
    { when: 'the day before the season has the usual hours', calendar: aCalendar({ seasons: [summer] }), date: '2026-06-30', opens: ['09:00-17:00'] },
    { when: 'the first date of the season has its hours', calendar: aCalendar({ seasons: [summer] }), date: '2026-07-01', opens: ['07:00-15:00'] },
    { when: 'a weekday that the season leaves out is closed', calendar: aCalendar({ seasons: [summer] }), date: '2026-07-03', opens: [] },
    { when: 'the last date of the season belongs to it', calendar: aCalendar({ seasons: [summer] }), date: '2026-08-31', opens: ['07:00-15:00'] },
    { when: 'the day after has the usual hours', calendar: aCalendar({ seasons: [summer] }), date: '2026-09-01', opens: ['09:00-17:00'] },
    {
      when: 'two seasons, the later one written first',
      calendar: aCalendar({ seasons: [{ ...summer, name: 'next summer', from: '2027-07-01', to: '2027-08-31' }, summer] }),
      date: '2026-07-01',
      opens: ['07:00-15:00'],
    },
    { when: 'a working Saturday', calendar: aCalendar({ openings: [saturday] }), date: '2026-01-10', opens: ['10:00-14:00'] },
    { when: 'the Saturday after it', calendar: aCalendar({ openings: [saturday] }), date: '2026-01-17', opens: [] },
    {
      when: 'a long evening is in place of the usual hours, not beside them',
      calendar: aCalendar({ openings: [{ date: '2026-01-05', name: 'late', hours: hours('12:00-15:00', '16:00-20:00') }] }),
      date: '2026-01-05',
      opens: ['12:00-15:00', '16:00-20:00'],
    },
    {
      when: 'an opening in a season is in place of the season’s hours',
      calendar: aCalendar({ seasons: [summer], openings: [{ date: '2026-07-03', name: 'quarter', hours: hours('08:00-12:00') }] }),
      date: '2026-07-03',
      opens: ['08:00-12:00'],
    },
    { when: 'a holiday closes its date', calendar: aCalendar({ holidays: [{ date: '2026-12-25', name: 'Christmas' }] }), date: '2026-12-25', opens: [] },
    {
      when: 'a holiday in a season too',
      calendar: aCalendar({ seasons: [summer], holidays: [{ date: '2026-07-01', name: 'x' }] }),
      date: '2026-07-01',
      opens: [],
    },
    {
      when: 'hours for one date beat a holiday of the whole day',
      calendar: aCalendar({ openings: [{ ...saturday, date: '2026-12-25' }], holidays: [{ date: '2026-12-25', name: 'Christmas' }] }),
      date: '2026-12-25',
      opens: ['10:00-14:00'],
    },
    {
      when: 'a part of the day that is off is cut out of them',
      calendar: aCalendar({ openings: [saturday], holidays: [{ date: '2026-01-10', name: 'lunch', off: { from: '12:00', to: '12:30' } }] }),
      date: '2026-01-10',
      opens: ['10:00-12:00', '12:30-14:00'],
    },
    {
      when: 'a holiday that is moved leaves its own date open',
      calendar: aCalendar({ holidays: [{ date: '2026-12-25', name: 'x', observed: '2026-12-28' }] }),
      date: '2026-12-25',
      opens: ['09:00-17:00'],
    },
    {
      when: 'and closes the one on which it is taken',
      calendar: aCalendar({ holidays: [{ date: '2026-12-26', name: 'Boxing Day', observed: '2026-12-28' }] }),
      date: '2026-12-28',
      opens: [],
    },
    {
      when: 'a part of a day moves likewise',
      calendar: aCalendar({ holidays: [{ date: '2026-12-26', name: 'half', observed: '2026-12-28', off: { from: '12:00', to: '24:00' } }] }),
      date: '2026-12-28',
      opens: ['09:00-12:00'],
    },
    {
      when: 'a night shift that begins on the last date of a season ends in the night after it',
      calendar: aCalendar({ seasons: [{ ...summer, week: weekOf(hours('22:00-03:00'), DAYS) }] }),
      date: '2026-09-01',
      opens: ['00:00-03:00', '09:00-17:00'],
    },
    {
      when: 'a closed date between night shifts still ends the one before it',
      calendar: aCalendar({ week: night.week, openings: [{ date: '2026-01-06', name: 'day shift', hours: hours('09:00-10:00') }] }),
      date: '2026-01-06',
      opens: ['00:00-02:00', '09:00-10:00'],
    },
  ])('$when', ({ calendar, date, opens }) => {
    expect(opensOn(calendar, date)).toEqual(opens);
  });
});

test('a day open around the clock, a week open around the clock', () => {
  const allWeek = openHours(aCalendar({ week: weekOf(hours('00:00-24:00'), DAYS) }));
  // The week in which Berlin's clocks go forward has an hour less, the one in which they go back an hour more.
  expect(elapsed(allWeek, at(ZONE, '2026-03-23 00:00'), at(ZONE, '2026-03-30 00:00')) / 3_600_000).toBe(167);
  expect(elapsed(allWeek, at(ZONE, '2026-10-19 00:00'), at(ZONE, '2026-10-26 00:00')) / 3_600_000).toBe(169);
  const sundays = openHours(aCalendar({ week: weekOf(hours('00:00-24:00'), ['sun']) }));
  expect(elapsed(sundays, at(ZONE, '2026-10-19 00:00'), at(ZONE, '2026-10-26 00:00')) / 3_600_000).toBe(25);
});

test('a calendar that was changed for good: past promises keep the hours of their time', () => {
  const changed = aCalendar({ seasons: [{ name: 'until we moved', from: '1900-01-01', to: '2025-12-31', week: weekOf(hours('10:00-12:00')) }] });
  const open = openHours(changed);
  expect(elapsed(open, at(ZONE, '2025-12-30 00:00'), at(ZONE, '2025-12-31 00:00')) / 3_600_000).toBe(2);
  expect(elapsed(open, at(ZONE, '2026-01-05 00:00'), at(ZONE, '2026-01-06 00:00')) / 3_600_000).toBe(8);
});

test('a calendar without exceptions is not changed by lists that are empty', () => {
  const moment = at(ZONE, '2026-01-05 09:00');
  expect(isOpen(openHours({ ...office, seasons: [], openings: [] }), moment)).toBe(true);
});
