import { describe, expect, test } from 'vitest';
import { add, elapsed, nextOpening, openHours, type OpenHours } from 'revpact/sla';
import type { Calendar } from 'revpact/vocabulary';
import { aCalendar, at, hours, wall, weekOf } from '../../support/hours.js';

/** Vectors that other projects' users and tests brought up; local time, Monday to Friday unless said. 2026-04-06 is a Monday. */
const ZONE = 'Europe/Berlin';
const HOUR = 3_600_000;
const office = (...spans: readonly string[]): OpenHours => openHours(aCalendar({ week: weekOf(hours(...spans)) }));
const due = (open: OpenHours, from: string, hoursToGo: number): string | null => wall(ZONE, add(open, at(ZONE, from), hoursToGo * HOUR));

describe('due', () => {
  test.each([
    { from: '2026-04-10 16:30', span: '09:00-17:00', hoursToGo: 1, is: '2026-04-13 09:30', thread: 'chatwoot 13392' },
    { from: '2026-04-08 07:00', span: '09:00-17:00', hoursToGo: 2, is: '2026-04-08 11:00', thread: 'chatwoot 13392' },
    { from: '2026-04-06 17:00', span: '08:00-18:00', hoursToGo: 4, is: '2026-04-07 11:00', thread: 'glpi 22678' },
    { from: '2026-04-06 16:00', span: '09:00-17:00', hoursToGo: 4, is: '2026-04-07 12:00', thread: 'freescout 3756' },
    { from: '2026-04-10 16:00', span: '09:00-17:00', hoursToGo: 8, is: '2026-04-13 16:00', thread: 'HELPDESK.AI 3935' },
    { from: '2026-04-10 16:00', span: '09:00-17:00', hoursToGo: 2, is: '2026-04-13 10:00', thread: 'HELPDESK.AI 3935' },
    // A weekend keeps no time of day: both are due on Monday at eleven.
    { from: '2026-04-11 15:00', span: '09:00-17:00', hoursToGo: 2, is: '2026-04-13 11:00', thread: 'frappe/crm, calc_time' },
    { from: '2026-04-11 23:00', span: '09:00-17:00', hoursToGo: 2, is: '2026-04-13 11:00', thread: 'frappe/crm, calc_time' },
  ])('$thread: $from and $hoursToGo h in $span is $is', ({ from, span, hoursToGo, is }) => {
    expect(due(office(span), from, hoursToGo)).toBe(is);
  });

  test('chatwoot 14009: in the lunch break of a split day, the clock starts when it is over', () => {
    const split = office('09:00-12:00', '13:30-18:00');
    expect(wall(ZONE, nextOpening(split, at(ZONE, '2026-04-06 12:30')))).toBe('2026-04-06 13:30');
    expect(due(split, '2026-04-06 12:30', 1)).toBe('2026-04-06 14:30');
  });

  test('chatwoot 5254: a shift from 21:00 to 02:00 is written as it is', () => {
    const night = office('21:00-02:00');
    expect(due(night, '2026-04-06 20:00', 4)).toBe('2026-04-07 01:00');
    // Friday's shift goes on into Saturday.
    expect(due(night, '2026-04-11 01:30', 1)).toBe('2026-04-13 21:30');
  });
});

describe('elapsed', () => {
  test('frappe/crm, its own test: Friday ten to Tuesday twelve over a Monday off is ten hours', () => {
    const open = openHours(aCalendar({ holidays: [{ date: '2024-01-15', name: 'Monday off' }] }));
    expect(elapsed(open, at(ZONE, '2024-01-12 10:00'), at(ZONE, '2024-01-16 12:00'))).toBe(36_000_000);
  });

  test.each<{ day: string; span: Partial<Calendar>; from: string; to: string; hoursTaken: number }>([
    // On 8 March 2026 New York goes from UTC-5 to UTC-4.
    { day: 'before the change', span: {}, from: '2026-03-06T14:00:00Z', to: '2026-03-06T22:00:00Z', hoursTaken: 8 },
    { day: 'after the change', span: {}, from: '2026-03-09T13:00:00Z', to: '2026-03-09T21:00:00Z', hoursTaken: 8 },
    { day: 'over it', span: {}, from: '2026-03-06T21:00:00Z', to: '2026-03-09T14:00:00Z', hoursTaken: 2 },
    { day: 'on it, around the clock', span: { week: weekOf(hours('00:00-24:00'), ['sun']) }, from: '2026-03-07T00:00:00Z', to: '2026-03-10T00:00:00Z', hoursTaken: 23 },
  ])('dbt_zendesk 25, 114, 154: in a week in which clocks change, each day has its own offset: $day', ({ span, from, to, hoursTaken }) => {
    const open = openHours(aCalendar({ zone: 'America/New_York', ...span }));
    expect(elapsed(open, Date.parse(from), Date.parse(to))).toBe(hoursTaken * HOUR);
  });
});
