import { describe, expect, test } from 'vitest';
import { add, daysOff, elapsed, isOpen, nextClosing, nextOpening, openAll, openAny, openHours, openMsAt, openSegments, safeOpenAll, safeOpenAny } from 'revpact/sla';
import { aCalendar, at, hours, wall, weekOf } from '../../support/hours.js';

const HOUR = 3_600_000;
const berlin = openHours(aCalendar({ id: 'berlin', zone: 'Europe/Berlin' }), { zoneData: '2025b' });
const newYork = openHours(aCalendar({ id: 'new_york', zone: 'America/New_York' }), { zoneData: '2025b' });
const tokyo = openHours(aCalendar({ id: 'tokyo', zone: 'Asia/Tokyo' }), { zoneData: '2024a' });
const utc = (text: string): number => at('Etc/UTC', text);

describe('open when any of them is', () => {
  const sun = openAny('follow_the_sun', [berlin, newYork]);
  // In January Berlin is open from 08:00 to 16:00 UTC, New York from 14:00 to 22:00.
  test.each([
    { when: '07:59', open: false, opens: '2026-01-05 08:00', closes: '2026-01-05 22:00' },
    { when: '15:00', open: true, opens: '2026-01-05 15:00', closes: '2026-01-05 22:00' },
    { when: '21:59', open: true, opens: '2026-01-05 21:59', closes: '2026-01-05 22:00' },
    { when: '22:00', open: false, opens: '2026-01-06 08:00', closes: '2026-01-06 22:00' },
  ])('Monday $when UTC', ({ when, open, opens, closes }) => {
    const moment = utc(`2026-01-05 ${when}`);
    expect(isOpen(sun, moment)).toBe(open);
    expect(wall('Etc/UTC', nextOpening(sun, moment))).toBe(opens);
    expect(wall('Etc/UTC', nextClosing(sun, moment))).toBe(closes);
  });
  test('an hour that both are open counts once', () => {
    expect(elapsed(sun, utc('2026-01-05 00:00'), utc('2026-01-06 00:00')) / HOUR).toBe(14);
  });
  test('three weeks in March, when only one of them has changed its clocks', () => {
    // From 8 to 29 March New York is open from 13:00 to 21:00 UTC.
    expect(elapsed(sun, utc('2026-03-09 00:00'), utc('2026-03-10 00:00')) / HOUR).toBe(13);
  });
});

describe('open when all of them are', () => {
  const both = openAll('both', [berlin, newYork]);
  test('two hours a day in January, three in the weeks in between', () => {
    expect(elapsed(both, utc('2026-01-05 00:00'), utc('2026-01-06 00:00')) / HOUR).toBe(2);
    expect(elapsed(both, utc('2026-03-09 00:00'), utc('2026-03-10 00:00')) / HOUR).toBe(3);
    expect(openSegments(both, utc('2026-01-05 00:00'), utc('2026-01-06 00:00'))).toEqual([{ start: utc('2026-01-05 14:00'), end: utc('2026-01-05 16:00') }]);
  });
  test('four common hours from Monday noon are over on Tuesday evening', () => {
    expect(add(both, utc('2026-01-05 12:00'), 4 * HOUR)).toBe(utc('2026-01-06 16:00'));
  });
  test('calendars that never meet are refused: London opens when Tokyo closes in summer, and an hour later in winter', () => {
    const result = safeOpenAll('never', [openHours(aCalendar({ id: 'london', zone: 'Europe/London' })), tokyo]);
    expect(result.ok ? [] : result.issues.map(({ code, params }) => [code, params['calendars']])).toEqual([
      ['sla.never_open_together', ['london', 'tokyo']],
    ]);
  });
  test('thirty-two calendars of a minute each hour that never meet are refused soon: two of them say so', () => {
    const pad = (n: number): string => String(n).padStart(2, '0');
    const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
    const minutely = Array.from({ length: 32 }, (_, minute) => {
      const spans = Array.from({ length: 24 }, (_hour, hour) => `${pad(hour)}:${pad(minute)}-${pad(hour)}:${pad(minute + 1)}`);
      return openHours(aCalendar({ id: `minute_${String(minute)}`, week: weekOf(hours(...spans), days) }));
    });
    const start = performance.now();
    expect(safeOpenAll('never', minutely).ok).toBe(false);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
  test('a holiday of one of them closes both', () => {
    const off = openHours(aCalendar({ id: 'off', zone: 'Europe/Berlin', holidays: [{ date: '2026-01-05', name: 'bridge' }] }));
    expect(elapsed(openAll('both', [off, newYork]), utc('2026-01-05 00:00'), utc('2026-01-06 00:00'))).toBe(0);
  });
  test('each of them closed on half of the week: they meet on no day', () => {
    const early = openHours(aCalendar({ id: 'early', week: weekOf(hours('09:00-17:00'), ['mon', 'tue']) }));
    const late = openHours(aCalendar({ id: 'late', week: weekOf(hours('09:00-17:00'), ['thu', 'fri']) }));
    expect(safeOpenAll('never', [early, late]).ok).toBe(false);
    expect(openAny('week', [early, late]).calendars.map(({ id }) => id)).toEqual(['early', 'late']);
  });
});

test('a joint calendar of joint calendars names each calendar once, and all zone data or none', () => {
  const sun = openAny('sun', [berlin, newYork]);
  const all = openAny('all', [sun, berlin, tokyo]);
  expect(all.calendars.map(({ id }) => id)).toEqual(['berlin', 'new_york', 'tokyo']);
  expect([sun.zoneData, all.zoneData, openHours(aCalendar()).zoneData]).toEqual(['2025b', null, null]);
  expect([all.id, all.zone]).toEqual(['all', 'Europe/Berlin']);
});

test('its digest names how it is joined and of what', () => {
  const digests = [openAny('x', [berlin, newYork]), openAll('x', [berlin, newYork]), openAny('x', [berlin, tokyo]), openAny('y', [berlin, newYork])];
  expect(new Set(digests.map(({ digest }) => digest)).size).toBe(4);
  expect(openAny('x', [berlin, newYork]).digest).toBe(digests[0]!.digest);
});

test('joined to itself it is itself', () => {
  const moment = utc('2031-05-05 10:30');
  expect(openMsAt(openAll('x', [berlin, berlin]), moment)).toBe(openMsAt(berlin, moment));
  expect(openMsAt(openAny('x', [berlin, berlin]), moment)).toBe(openMsAt(berlin, moment));
});

test('a joint calendar of nothing is refused', () => {
  const codes = [safeOpenAny('x', []), safeOpenAll('x', [])].flatMap((result) => (result.ok ? [] : result.issues.map(({ code }) => code)));
  expect(codes).toEqual(['sla.no_parts', 'sla.no_parts']);
});

describe('days off, for people', () => {
  const calendar = aCalendar({
    holidays: [
      { date: '2026-12-26', name: 'Boxing Day', observed: '2026-12-28' },
      { date: '2026-12-24', name: 'Christmas Eve', off: { from: '12:00', to: '17:00' } },
      { date: '2026-12-25', name: 'Christmas' },
      { date: '2027-01-01', name: 'New Year' },
    ],
  });
  const named = (from: string, to: string): readonly string[] =>
    daysOff(openHours(calendar), at('Europe/Berlin', from), at('Europe/Berlin', to)).map(({ date, name }) => `${date} ${name}`);

  test('from the date of the start to that of the end, in the order in which they are taken', () => {
    expect(named('2026-12-24 23:00', '2026-12-28 00:00')).toEqual(['2026-12-24 Christmas Eve', '2026-12-25 Christmas', '2026-12-28 Boxing Day']);
    expect(named('2026-12-25 10:00', '2026-12-25 11:00')).toEqual(['2026-12-25 Christmas']);
    expect(named('2026-12-26 00:00', '2026-12-27 23:59')).toEqual([]);
  });
  test('with what is off and which date it is in place of', () => {
    const rows = daysOff(openHours(calendar), at('Europe/Berlin', '2026-12-24 00:00'), at('Europe/Berlin', '2026-12-29 00:00'));
    expect(rows.map(({ calendar: id, insteadOf, off }) => [id, insteadOf, off])).toEqual([
      ['office', null, { from: '12:00', to: '17:00' }],
      ['office', null, null],
      ['office', '2026-12-26', null],
    ]);
  });
  test('a holiday that an opening has put out of force is none', () => {
    const opened = { ...calendar, openings: [{ date: '2026-12-25', name: 'on call', hours: hours('10:00-12:00') }] };
    const moment = at('Europe/Berlin', '2026-12-25 10:00');
    expect(daysOff(openHours(opened), moment, moment)).toEqual([]);
  });
  test('of a joint calendar, those of all it is made of, on their own dates', () => {
    const tokyoOff = openHours(aCalendar({ id: 'tokyo', zone: 'Asia/Tokyo', holidays: [{ date: '2026-12-26', name: 'x' }] }));
    const joint = openAny('joint', [openHours(calendar), tokyoOff]);
    // 16:00 UTC on the 25th is the 26th in Tokyo.
    expect(daysOff(joint, utc('2026-12-25 16:00'), utc('2026-12-25 16:00')).map(({ calendar: id, name }) => `${id} ${name}`)).toEqual([
      'office Christmas',
      'tokyo x',
    ]);
  });
});
