import { describe, expect, test } from 'vitest';
import { RevpactError, formatPath } from 'revpact/kernel';
import { openHours, safeOpenHours } from 'revpact/sla';
import { safeParseCalendar, type Calendar } from 'revpact/vocabulary';
import { aCalendar, hours, weekOf } from '../../support/hours.js';

/** What is said of something that may be no calendar: codes with their places. */
const said = (input: unknown): readonly string[] => {
  const result = safeOpenHours(input as Calendar);
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} at ${formatPath(path)}`);
};

const week = weekOf(hours('09:00-17:00'));
const days = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => new Date(Date.UTC(1990, 0, 1 + i)).toISOString().slice(0, 10));

test.each<{ when: string; calendar: unknown; says: readonly string[] }>([
  { when: 'an unknown zone', calendar: aCalendar({ zone: 'Mars/Olympus' }), says: ['sla.unknown_zone at zone'] },
  { when: 'an offset, which is no zone', calendar: aCalendar({ zone: '+02:00' }), says: ['sla.unknown_zone at zone'] },
  { when: 'a time past midnight', calendar: aCalendar({ week: { mon: hours('09:00-25:00') } }), says: ['sla.bad_time at week.mon[0].to'] },
  { when: 'a time without its zero', calendar: aCalendar({ week: { mon: hours('9:00-17:00') } }), says: ['sla.bad_time at week.mon[0].from'] },
  { when: 'a day that is none', calendar: { ...aCalendar(), week: { ...week, monday: [] } }, says: ['sla.unknown_calendar_key at week.monday'] },
  { when: 'a date that does not exist', calendar: aCalendar({ holidays: [{ date: '2026-02-30', name: 'x' }] }), says: ['sla.bad_date at holidays[0].date'] },
  { when: 'a date after the last year', calendar: aCalendar({ openings: [{ date: '2200-01-01', name: 'x', hours: hours('09:00-10:00') }] }), says: ['sla.bad_date at openings[0].date'] },
  { when: 'an opening without hours', calendar: aCalendar({ openings: [{ date: '2026-01-03', name: 'x', hours: [] }] }), says: ['sla.not_a_calendar at openings[0].hours'] },
  { when: 'no name where people read one', calendar: aCalendar({ holidays: [{ date: '2026-01-01', name: '' }] }), says: ['sla.not_a_calendar at holidays[0].name'] },
  { when: 'no list of holidays', calendar: { id: 'x', zone: 'Etc/UTC', week }, says: ['sla.not_a_calendar at holidays'] },
  { when: 'an id for people', calendar: aCalendar({ id: 'Our office' }), says: ['sla.not_a_calendar at id'] },
  { when: 'half of a letter', calendar: aCalendar({ name: '\ud800' }), says: ['sla.not_a_calendar at name'] },
  { when: 'a key that is there but says nothing', calendar: { ...aCalendar(), seasons: undefined }, says: ['sla.not_a_calendar at seasons'] },
  { when: 'nothing', calendar: null, says: ['sla.not_a_calendar at (whole value)'] },
  { when: 'a list', calendar: [aCalendar()], says: ['sla.not_a_calendar at (whole value)'] },
  { when: 'an object of a class', calendar: Object.assign(new Map(), aCalendar()), says: ['sla.not_a_calendar at (whole value)'] },
  {
    when: 'an object that throws when it is looked at',
    calendar: {
      get id(): string {
        throw new Error('no');
      },
    },
    says: ['sla.unknown_calendar_key'],
  },
  {
    when: 'all at once',
    calendar: { id: 'x', zone: 'Nowhere', week: { mon: [{ from: '1', to: '2' }] }, holidays: [{}], more: 1 },
    says: [
      'sla.unknown_calendar_key at more',
      'sla.unknown_zone at zone',
      'sla.bad_time at week.mon[0].from',
      'sla.bad_time at week.mon[0].to',
      'sla.not_a_calendar at holidays[0].date',
      'sla.not_a_calendar at holidays[0].name',
    ],
  },
  { when: 'more hours on a day than it has', calendar: aCalendar({ week: { mon: Array.from({ length: 25 }, () => hours('09:00-10:00')[0]!) } }), says: ['sla.too_many at week.mon'] },
  {
    when: 'ten thousand holidays and one',
    calendar: aCalendar({ holidays: days(10_001).map((date) => ({ date, name: 'x' })) }),
    says: ['sla.too_many at holidays'],
  },
  {
    when: 'hours of one day that overlap, in whatever order, in a week, a season and an opening',
    calendar: aCalendar({
      week: { mon: hours('12:00-18:00', '08:00-13:00', '18:00-20:00'), tue: hours('22:00-06:00', '23:00-23:30') },
      seasons: [{ name: 'summer', from: '2026-06-01', to: '2026-06-30', week: { fri: hours('09:00-09:00', '10:00-11:00') } }],
      openings: [{ date: '2026-01-03', name: 'Saturday', hours: hours('09:00-12:00', '09:00-12:00') }],
    }),
    says: [
      'sla.hours_overlap at week.mon[0]',
      'sla.hours_overlap at week.tue[1]',
      'sla.hours_overlap at seasons[0].week.fri[1]',
      'sla.hours_overlap at openings[0].hours[1]',
    ],
  },
  {
    when: 'a season that ends before it begins',
    calendar: aCalendar({ seasons: [{ name: 'summer', from: '2026-07-01', to: '2026-06-30', week }] }),
    says: ['sla.season_inverted at seasons[0].to'],
  },
  {
    when: 'seasons that share one date, written in any order',
    calendar: aCalendar({
      seasons: [
        { name: 'autumn', from: '2026-08-31', to: '2026-11-30', week },
        { name: 'summer', from: '2026-06-01', to: '2026-08-31', week },
      ],
    }),
    says: ['sla.seasons_overlap at seasons[0].from'],
  },
  {
    when: 'a season within a longer one, after a short one in it',
    calendar: aCalendar({
      seasons: [
        { name: 'year', from: '2026-01-01', to: '2026-12-31', week },
        { name: 'spring', from: '2026-03-01', to: '2026-03-31', week },
        { name: 'autumn', from: '2026-09-01', to: '2026-09-30', week },
      ],
    }),
    says: ['sla.seasons_overlap at seasons[1].from', 'sla.seasons_overlap at seasons[2].from'],
  },
  {
    when: 'a date that is opened twice',
    calendar: aCalendar({ openings: ['one', 'two'].map((name) => ({ date: '2026-01-03', name, hours: hours('09:00-12:00') })) }),
    says: ['sla.duplicate_opening at openings[1].date'],
  },
  {
    when: 'a holiday that stands there twice',
    calendar: aCalendar({ holidays: [{ date: '2026-12-25', name: 'Christmas' }, { date: '2026-12-26', name: 'Boxing Day' }, { date: '2026-12-25', name: 'Christmas' }] }),
    says: ['sla.duplicate_holiday at holidays[2]'],
  },
])('$when', ({ calendar, says }) => {
  if (says.length === 1 && !says[0]!.includes(' at ')) expect(said(calendar)).toEqual(['sla.not_a_calendar at (whole value)']);
  else expect(said(calendar)).toEqual(says);
});

describe('calendars that never open', () => {
  const sundays = Array.from({ length: 5 }, (_, i) => new Date(Date.UTC(2026, 0, 4 + i * 7)).toISOString().slice(0, 10));
  const never = [
    { when: 'no hours at all', calendar: aCalendar({ week: {} }) },
    { when: 'days without hours', calendar: aCalendar({ week: { mon: [], tue: [] } }) },
    {
      when: 'a season without hours that never ends, in a calendar without hours',
      calendar: aCalendar({ week: { mon: [] }, seasons: [{ name: 'closed', from: '1900-01-01', to: '2199-12-31', week: {} }] }),
    },
    { when: 'a season of all time without hours', calendar: aCalendar({ seasons: [{ name: 'closed for good', from: '1900-01-01', to: '2199-12-31', week: {} }] }) },
    {
      when: 'openings that are all cut out again',
      calendar: aCalendar({
        week: {},
        openings: sundays.map((date) => ({ date, name: 'Sunday', hours: hours('10:00-12:00') })),
        holidays: sundays.map((date) => ({ date, name: 'off after all', off: { from: '09:00', to: '13:00' } })),
      }),
    },
    {
      when: 'a season of five Sundays, each of which is a holiday',
      calendar: aCalendar({
        week: {},
        seasons: [{ name: 'January', from: '2026-01-04', to: '2026-02-01', week: { sun: hours('09:00-17:00') } }],
        holidays: sundays.map((date) => ({ date, name: 'x' })),
      }),
    },
    {
      when: 'an opening in the hour that the clock skips',
      calendar: aCalendar({ week: {}, openings: [{ date: '2026-03-29', name: 'night', hours: hours('02:00-03:00') }] }),
    },
    {
      when: 'an opening on the Friday that Apia left out',
      calendar: aCalendar({ zone: 'Pacific/Apia', week: {}, openings: [{ date: '2011-12-30', name: 'Friday', hours: hours('09:00-17:00') }] }),
    },
  ];
  test.each(never)('$when', ({ calendar }) => {
    expect(said(calendar)).toEqual(['sla.never_opens at week']);
    expect(() => openHours(calendar)).toThrow(RevpactError);
  });

  test.each([
    { when: 'one opening in three centuries', calendar: aCalendar({ week: {}, openings: [{ date: '1900-01-01', name: 'x', hours: hours('09:00-09:01') }] }) },
    { when: 'a season of one day', calendar: aCalendar({ week: {}, seasons: [{ name: 'x', from: '2199-12-30', to: '2199-12-30', week: weekOf(hours('09:00-10:00')) }] }) },
    { when: 'a week that one season leaves a day of', calendar: aCalendar({ seasons: [{ name: 'x', from: '1900-01-02', to: '2199-12-31', week: {} }] }) },
    {
      when: 'hours in the skipped hour on every Sunday of the year',
      calendar: aCalendar({ week: { sun: hours('02:00-03:00') } }),
    },
  ])('but $when is enough', ({ calendar }) => {
    expect(said(calendar)).toEqual([]);
  });
});

test('what is no mistake: hours that touch or reach into another day, two holidays on a date, two parts of one day, seasons that follow each other', () => {
  expect(
    said(
      aCalendar({
        week: { mon: hours('13:00-17:00', '09:00-13:00', '22:00-06:00'), tue: hours('05:00-12:00', '24:00-00:00', '23:00-24:00', '24:00-00:01') },
        seasons: [
          { name: 'summer', from: '2026-06-01', to: '2026-08-31', week },
          { name: 'autumn', from: '2026-09-01', to: '2026-11-30', week },
        ],
        holidays: [
          { date: '2008-05-01', name: 'Ascension' },
          { date: '2008-05-01', name: 'Labour Day' },
          { date: '2026-12-24', name: 'short day', off: { from: '09:00', to: '10:00' } },
          { date: '2026-12-24', name: 'short day', off: { from: '15:00', to: '17:00' } },
        ],
      }),
    ),
  ).toEqual([]);
});

test.each([
  { when: 'an unknown zone', input: aCalendar({ zone: 'Mars/Olympus' }) },
  { when: 'a bad time', input: aCalendar({ week: { mon: hours('9-17') } }) },
  { when: 'an unknown key', input: { ...aCalendar(), hollidays: [] } },
  { when: 'an id for people', input: aCalendar({ id: 'Our office' }) },
  { when: 'no zone', input: { id: 'x', week, holidays: [] } },
  { when: 'a holiday on no date', input: aCalendar({ holidays: [{ date: 'soon', name: 'x' }] }) },
  { when: 'a name of nothing', input: aCalendar({ name: '' }) },
  { when: 'a calendar', input: aCalendar() },
])('reading with the schema and compiling by hand agree on $when', ({ input }) => {
  expect(safeOpenHours(input as Calendar).ok).toBe(safeParseCalendar(input).ok);
});
