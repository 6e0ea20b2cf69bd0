import { describe, expect, test, vi } from 'vitest';
import { RevpactError } from 'revpact/kernel';
import {
  OPEN_ORIGIN,
  add,
  elapsed,
  isOpen,
  nextClosing,
  nextOpening,
  openHours,
  openMsAt,
  openSegments,
  subtract,
} from 'revpact/sla';
import type { Calendar } from 'revpact/vocabulary';
import { aCalendar, at, hours, wall as shown, weekOf } from '../support/hours.js';

const HOUR = 3_600_000;
const ZONE = 'Europe/Berlin';
const berlin = (text: string): number => at(ZONE, text);

const EVERY_DAY = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const nineToFive = aCalendar();
const eightToSix = aCalendar({ week: weekOf(hours('08:00-18:00')) });
const lunch = aCalendar({ week: weekOf(hours('09:00-12:00', '13:30-18:00')) });
const night = aCalendar({ week: weekOf(hours('21:00-02:00'), EVERY_DAY) });
const always = aCalendar({ week: weekOf(hours('00:00-24:00'), EVERY_DAY) });

describe('add: what others have been asked for, or have got wrong', () => {
  test.each<{ when: string; calendar: Calendar; from: string; hours: number; due: string }>([
    { when: 'an hour from Friday 16:30', calendar: nineToFive, from: '2026-01-09 16:30', hours: 1, due: '2026-01-12 09:30' },
    { when: 'two hours from before opening', calendar: nineToFive, from: '2026-01-07 07:00', hours: 2, due: '2026-01-07 11:00' },
    { when: 'four hours over the evening', calendar: eightToSix, from: '2026-01-05 17:00', hours: 4, due: '2026-01-06 11:00' },
    {
      when: 'three of those four, when a warning an hour before is due',
      calendar: eightToSix,
      from: '2026-01-05 17:00',
      hours: 3,
      due: '2026-01-06 10:00',
    },
    { when: 'four hours from 16:00', calendar: nineToFive, from: '2026-01-06 16:00', hours: 4, due: '2026-01-07 12:00' },
    { when: 'a working day from Friday 16:00', calendar: nineToFive, from: '2026-01-09 16:00', hours: 8, due: '2026-01-12 16:00' },
    { when: 'two hours from Friday 16:00', calendar: nineToFive, from: '2026-01-09 16:00', hours: 2, due: '2026-01-12 10:00' },
    { when: 'two hours from Saturday afternoon', calendar: nineToFive, from: '2026-01-10 15:00', hours: 2, due: '2026-01-12 11:00' },
    { when: 'two hours from Saturday night', calendar: nineToFive, from: '2026-01-10 23:00', hours: 2, due: '2026-01-12 11:00' },
    { when: 'landing exactly on closing stays there', calendar: nineToFive, from: '2026-01-05 15:00', hours: 2, due: '2026-01-05 17:00' },
    { when: 'nothing, while closed, stays where it is', calendar: nineToFive, from: '2026-01-10 15:00', hours: 0, due: '2026-01-10 15:00' },
    { when: 'an hour from the middle of the lunch break', calendar: lunch, from: '2026-01-05 12:30', hours: 1, due: '2026-01-05 14:30' },
    { when: 'three hours into a night shift and beyond', calendar: night, from: '2026-01-05 23:00', hours: 4, due: '2026-01-06 22:00' },
    { when: 'an hour back from an opening', calendar: nineToFive, from: '2026-01-12 09:00', hours: -1, due: '2026-01-09 16:00' },
    {
      when: 'landing exactly on opening, going back, stays there',
      calendar: nineToFive,
      from: '2026-01-05 11:00',
      hours: -2,
      due: '2026-01-05 09:00',
    },
  ])('$when', ({ calendar, from, hours: count, due }) => {
    expect(shown(ZONE, add(openHours(calendar), berlin(from), count * HOUR))).toBe(due);
  });
});

test('so many whole working days from Monday nine end at the closing of the last of them, however many', () => {
  const open = openHours(aCalendar({ zone: 'Etc/UTC' }));
  const first = at('Etc/UTC', '2026-01-05 09:00');
  for (let days = 1; days <= 400; days += 1) {
    const weekends = Math.floor((days - 1) / 5);
    const closing = first + (days - 1 + weekends * 2) * 24 * HOUR + 8 * HOUR;
    expect(add(open, first, days * 8 * HOUR)).toBe(closing);
    expect(add(open, closing, -days * 8 * HOUR)).toBe(first);
  }
});

describe('elapsed', () => {
  test.each<{ when: string; calendar: Calendar; from: string; to: string; hours: number }>([
    {
      when: 'Friday 10:00 to Tuesday 12:00 over a Monday holiday',
      calendar: aCalendar({ holidays: [{ date: '2024-01-15', name: 'holiday' }] }),
      from: '2024-01-12 10:00',
      to: '2024-01-16 12:00',
      hours: 10,
    },
    { when: 'from the lunch break to the next day’s', calendar: lunch, from: '2026-01-05 12:30', to: '2026-01-06 12:30', hours: 7.5 },
    { when: 'to the moment before, negative', calendar: nineToFive, from: '2026-01-06 10:00', to: '2026-01-05 16:00', hours: -2 },
    {
      when: 'a half holiday in the morning',
      calendar: aCalendar({ holidays: [{ date: '2026-01-05', name: 'morning off', off: { from: '08:00', to: '12:00' } }] }),
      from: '2026-01-05 00:00',
      to: '2026-01-06 00:00',
      hours: 5,
    },
    {
      when: 'a holiday closes its own date only: the night shift from the day before ends at midnight, its own goes on after midnight',
      calendar: aCalendar({ week: night.week, holidays: [{ date: '2026-01-06', name: 'Epiphany' }] }),
      from: '2026-01-05 12:00',
      to: '2026-01-07 12:00',
      hours: 3 + 2,
    },
    {
      when: 'a holiday with the shift’s hours takes the whole shift off',
      calendar: aCalendar({ week: night.week, holidays: [{ date: '2026-01-06', name: 'no shift', off: { from: '21:00', to: '02:00' } }] }),
      from: '2026-01-06 12:00',
      to: '2026-01-07 12:00',
      hours: 0,
    },
    {
      when: 'a night shift and the morning after that overlap are open once',
      calendar: aCalendar({ week: { mon: hours('22:00-06:00'), tue: hours('05:00-12:00') } }),
      from: '2026-01-05 00:00',
      to: '2026-01-07 00:00',
      hours: 14,
    },
    {
      when: 'the same time twice is a whole day',
      calendar: aCalendar({ week: { mon: hours('09:00-09:00') } }),
      from: '2026-01-05 00:00',
      to: '2026-01-07 00:00',
      hours: 24,
    },
    { when: 'before the origin of the count', calendar: nineToFive, from: '1999-12-31 16:00', to: '2000-01-03 10:00', hours: 2 },
  ])('$when', ({ calendar, from, to, hours: count }) => {
    expect(elapsed(openHours(calendar), berlin(from), berlin(to)) / HOUR).toBe(count);
  });

  const zoned: readonly { when: string; zone: string; spans: readonly string[]; from: string; to: string; minutes: number }[] = [
    {
      when: 'the night that New York skips an hour',
      zone: 'America/New_York',
      spans: ['00:00-06:00'],
      from: '2025-03-09 00:00',
      to: '2025-03-09 12:00',
      minutes: 300,
    },
    {
      when: 'the night that it repeats one',
      zone: 'America/New_York',
      spans: ['00:00-06:00'],
      from: '2025-11-02 00:00',
      to: '2025-11-02 12:00',
      minutes: 420,
    },
    {
      when: 'hours inside the skipped hour are not there',
      zone: 'America/New_York',
      spans: ['02:10-02:50'],
      from: '2025-03-09 00:00',
      to: '2025-03-09 12:00',
      minutes: 0,
    },
    {
      when: 'hours that the skip begins in close early',
      zone: 'America/New_York',
      spans: ['01:30-02:30'],
      from: '2025-03-09 00:00',
      to: '2025-03-09 12:00',
      minutes: 30,
    },
    {
      when: 'hours inside the repeated hour are open twice',
      zone: 'America/New_York',
      spans: ['01:10-01:50'],
      from: '2025-11-02 00:00',
      to: '2025-11-02 12:00',
      minutes: 80,
    },
    {
      when: 'Lord Howe skips half an hour',
      zone: 'Australia/Lord_Howe',
      spans: ['00:00-24:00'],
      from: '2024-10-06 00:00',
      to: '2024-10-07 00:00',
      minutes: 1410,
    },
    {
      when: 'Lord Howe repeats half an hour',
      zone: 'Australia/Lord_Howe',
      spans: ['01:15-02:15'],
      from: '2024-04-07 00:00',
      to: '2024-04-08 00:00',
      minutes: 90,
    },
    {
      when: 'Kathmandu, three quarters of an hour off',
      zone: 'Asia/Kathmandu',
      spans: ['09:15-17:45'],
      from: '2026-01-05 09:00',
      to: '2026-01-05 12:00',
      minutes: 165,
    },
    {
      when: 'Kathmandu lost 15 minutes on the first of 1986',
      zone: 'Asia/Kathmandu',
      spans: ['00:00-24:00'],
      from: '1986-01-01 00:15',
      to: '1986-01-02 00:00',
      minutes: 1425,
    },
    {
      when: 'St John’s, which changed at one minute past midnight',
      zone: 'America/St_Johns',
      spans: ['00:00-24:00'],
      from: '2010-03-14 00:00',
      to: '2010-03-15 00:00',
      minutes: 1380,
    },
    {
      when: 'Cairo has no midnight on this day',
      zone: 'Africa/Cairo',
      spans: ['00:00-02:00'],
      from: '2024-04-25 12:00',
      to: '2024-04-26 12:00',
      minutes: 60,
    },
    {
      when: 'Apia had no such Friday',
      zone: 'Pacific/Apia',
      spans: ['09:00-17:00'],
      from: '2011-12-29 16:00',
      to: '2011-12-31 10:00',
      minutes: 120,
    },
  ];
  test.each(zoned)('$when: $minutes minutes', ({ zone, spans, from, to, minutes }) => {
    const open = openHours(aCalendar({ zone, week: weekOf(hours(...spans), EVERY_DAY) }));
    expect(elapsed(open, at(zone, from), at(zone, to)) / 60_000).toBe(minutes);
  });
});

describe('openings and closings', () => {
  const open = openHours(lunch);
  test.each([
    { when: 'in the morning', moment: '2026-01-05 10:00', isIt: true, opens: '2026-01-05 10:00', closes: '2026-01-05 12:00' },
    { when: 'at opening', moment: '2026-01-05 09:00', isIt: true, opens: '2026-01-05 09:00', closes: '2026-01-05 12:00' },
    { when: 'at closing', moment: '2026-01-05 12:00', isIt: false, opens: '2026-01-05 13:30', closes: '2026-01-05 18:00' },
    {
      when: 'a message in the lunch break',
      moment: '2026-01-05 12:30',
      isIt: false,
      opens: '2026-01-05 13:30',
      closes: '2026-01-05 18:00',
    },
    { when: 'over the weekend', moment: '2026-01-09 18:00', isIt: false, opens: '2026-01-12 09:00', closes: '2026-01-12 12:00' },
  ])('$when', ({ moment, isIt, opens, closes }) => {
    expect(isOpen(open, berlin(moment))).toBe(isIt);
    expect(shown(ZONE, nextOpening(open, berlin(moment)))).toBe(opens);
    expect(shown(ZONE, nextClosing(open, berlin(moment)))).toBe(closes);
  });

  test('around the clock never closes, except on its holidays', () => {
    expect(nextClosing(openHours(always), berlin('2026-01-05 10:00'))).toBeNull();
    const christmas = openHours({ ...always, holidays: [{ date: '2026-12-25', name: 'Christmas' }] });
    expect(shown(ZONE, nextClosing(christmas, berlin('2026-01-05 10:00')))).toBe('2026-12-25 00:00');
    expect(shown(ZONE, nextOpening(christmas, berlin('2026-12-25 10:00')))).toBe('2026-12-26 00:00');
  });

  test('stretches are cut off at both ends, and touching days are one', () => {
    const cut = openSegments(open, berlin('2026-01-05 11:00'), berlin('2026-01-05 14:00')).map((one) => [one.start, one.end]);
    expect(cut).toEqual([
      [berlin('2026-01-05 11:00'), berlin('2026-01-05 12:00')],
      [berlin('2026-01-05 13:30'), berlin('2026-01-05 14:00')],
    ]);
    expect(openSegments(openHours(always), 0, 5 * 24 * HOUR)).toEqual([{ start: 0, end: 5 * 24 * HOUR }]);
    expect(openSegments(open, berlin('2026-01-06 14:00'), berlin('2026-01-05 11:00'))).toEqual([]);
  });
});

describe('the count since the origin', () => {
  const open = openHours(aCalendar({ zone: 'Etc/UTC', week: always.week }));
  test('open all the time, it is the time since 2020 began', () => {
    expect(openMsAt(open, OPEN_ORIGIN)).toBe(0);
    expect(openMsAt(open, OPEN_ORIGIN + 12_345)).toBe(12_345);
    expect(openMsAt(open, OPEN_ORIGIN - 12_345)).toBe(-12_345);
  });

  test('what was asked before changes nothing', () => {
    const texts = ['2199-12-31T23:00Z', '1900-01-01T00:00Z', '2026-06-01T10:00Z', '2019-12-31T23:59Z', '2200-01-01T00:00Z'];
    const moments = texts.map((text) => Date.parse(text));
    const fresh = moments.map((moment) => openMsAt(openHours(nineToFive), moment));
    const grown = openHours(nineToFive);
    expect(moments.toReversed().map((moment) => openMsAt(grown, moment))).toEqual(fresh.toReversed());
  });
});

describe('once a span of time is known', () => {
  test('nothing in it asks Intl any more', () => {
    const open = openHours(nineToFive);
    const [from, to] = [berlin('2026-01-05 09:00'), berlin('2029-01-05 09:00')];
    const ask = (): readonly unknown[] => [elapsed(open, from, to), add(open, from, 1e9), subtract(open, to, 1e9), isOpen(open, to), nextOpening(open, to), nextClosing(open, to), openSegments(open, from, to).length];
    const before = ask();
    // A getter, as the standard has it; TypeScript knows it as a method.
    const reader: { readonly format: unknown } = Intl.DateTimeFormat.prototype;
    const asked = vi.spyOn(reader, 'format', 'get');
    try {
      expect(ask()).toEqual(before);
      expect(asked).not.toHaveBeenCalled();
      // What would be noticed: another year is asked for.
      elapsed(open, from, berlin('2060-01-05 09:00'));
      expect(asked).toHaveBeenCalled();
    } finally {
      vi.restoreAllMocks();
    }
  });

  test('the order of asking changes nothing, also where a stretch goes over the ends of years', () => {
    const christmas = { ...always, holidays: [{ date: '2026-12-25', name: 'Christmas' }] };
    const moments = [2026, 1950, 2101, 2020, 1999, 2199, 1900].map((year) => Date.UTC(year, 5, 1));
    const fresh = moments.map((moment) => [openMsAt(openHours(christmas), moment), nextClosing(openHours(christmas), moment)]);
    const grown = openHours(christmas);
    expect(moments.map((moment) => [openMsAt(grown, moment), nextClosing(grown, moment)])).toEqual(fresh);
    expect(openSegments(grown, Date.UTC(1900, 0, 1), Date.UTC(2200, 0, 1))).toHaveLength(2);
  });
});

describe('time that runs out', () => {
  test('a promise that no open time is left for', () => {
    const open = openHours(aCalendar({ week: { mon: hours('09:00-09:01') } }));
    const codes = (openMs: number): readonly string[] => {
      try {
        add(open, berlin('2026-01-05 09:00'), openMs);
        return [];
      } catch (error) {
        return error instanceof RevpactError ? error.issues.map((issue) => issue.code) : ['?'];
      }
    };
    expect(codes(60_000)).toEqual([]);
    expect(codes(60_000_000_000)).toEqual(['sla.beyond_horizon']);
    expect(codes(-60_000_000_000)).toEqual(['sla.beyond_horizon']);
    // A million years.
    expect(codes(31_557_600_000_000_000)).toEqual(['sla.beyond_horizon']);
  });

  test('a moment outside the horizon is a bug of the caller', () => {
    expect(() => openMsAt(openHours(nineToFive), Date.UTC(2300, 0, 1))).toThrow(RangeError);
    expect(() => openMsAt(openHours(nineToFive), Number.NaN)).toThrow(RangeError);
  });

  test('the compiled value names its calendar, whatever the order of the keys', () => {
    const { id, zone, week, holidays } = nineToFive;
    expect(openHours({ holidays, week, zone, id }).digest).toBe(openHours(nineToFive).digest);
    expect(openHours(eightToSix).digest).not.toBe(openHours(nineToFive).digest);
  });
});
