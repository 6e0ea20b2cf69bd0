import { describe, expect, test } from 'vitest';
import { elapsed, explainClock, judgeClock, openHours, openMsAt, schedule, type Clause } from 'revpact/sla';
import type { ClockFact } from 'revpact/vocabulary';
import { aCalendar, hours, weekOf } from '../support/hours.js';
import { HOUR, MINUTE, aClock, office, utc } from '../support/promises.js';

/** A clock on the office calendar, with the open time counted as the calendar counts it. */
const onOffice = (startedAt: number, dueAt: number, over: Partial<ClockFact> = {}): ClockFact =>
  aClock({
    startedAt,
    dueAt,
    startOpenMs: openMsAt(office, startedAt),
    ...over,
    ...(over.stoppedAt == null ? {} : { stopOpenMs: openMsAt(office, over.stoppedAt) }),
  });
const monday = (over: Partial<ClockFact> = {}): ClockFact => onOffice(utc('2026-04-06 09:00'), utc('2026-04-06 11:00'), over);
const afternoon = (over: Partial<ClockFact> = {}): ClockFact => onOffice(utc('2026-04-06 15:00'), utc('2026-04-06 17:00'), over);
const evening = onOffice(utc('2026-04-06 16:00'), utc('2026-04-07 10:00'));
const moment = (time: string): number => utc(`2026-04-06 ${time}`);

describe('judgeClock: two working hours', () => {
  const running = { state: 'running', due: moment('11:00') };
  test.each<{ when: string; clock: ClockFact; asOf: string; is: object }>([
    { when: 'at the very moment of delivery', clock: monday(), asOf: '09:00', is: { state: 'not_started' } },
    { when: 'after an hour', clock: monday(), asOf: '10:00', is: { ...running, left: HOUR, flag: 'green' } },
    {
      when: 'with half an hour left, which is when it warns',
      clock: monday(),
      asOf: '10:30',
      is: { ...running, left: HOUR / 2, flag: 'yellow' },
    },
    { when: 'on the moment it is due', clock: monday(), asOf: '11:00', is: { ...running, left: 0, flag: 'red' } },
    { when: 'a minute later', clock: monday(), asOf: '11:01', is: { state: 'breached_open', over: MINUTE } },
    {
      when: 'answered on the moment it is due',
      clock: monday({ stoppedAt: moment('11:00') }),
      asOf: '12:00',
      is: { state: 'met', spare: 0 },
    },
    { when: 'answered early', clock: monday({ stoppedAt: moment('09:15') }), asOf: '12:00', is: { state: 'met', spare: 105 * MINUTE } },
    { when: 'answered late', clock: monday({ stoppedAt: moment('11:30') }), asOf: '12:00', is: { state: 'answered_late', over: HOUR / 2 } },
    {
      when: 'an answer that lies ahead',
      clock: monday({ stoppedAt: moment('11:30') }),
      asOf: '11:15',
      is: { state: 'breached_open', over: HOUR / 4 },
    },
    {
      when: 'an answer at this very moment',
      clock: monday({ stoppedAt: moment('10:00') }),
      asOf: '10:00',
      is: { ...running, left: HOUR, flag: 'green' },
    },
    {
      when: 'overnight',
      clock: evening,
      asOf: '20:00',
      is: { state: 'outside_hours', due: utc('2026-04-07 10:00'), opens: utc('2026-04-07 09:00'), left: HOUR, flag: 'green' },
    },
    {
      when: 'answered in the evening, due at closing',
      clock: afternoon({ stoppedAt: moment('18:00') }),
      asOf: '20:00',
      is: { state: 'answered_late', over: 0 },
    },
    { when: 'still open in the evening, due at closing', clock: afternoon(), asOf: '20:00', is: { state: 'breached_open', over: 0 } },
    {
      when: 'delivered anew before it was due',
      clock: monday({ endedAt: moment('10:30'), endedBy: 'delivered_anew', cancelledAt: moment('10:30') }),
      asOf: '12:00',
      is: { state: 'superseded', by: 'delivered_anew' },
    },
    {
      when: 'delivered anew when it was overdue: that heals nothing, and no more is added',
      clock: monday({ endedAt: moment('11:30'), endedBy: 'delivered_anew' }),
      asOf: '15:00',
      is: { state: 'breached_open', over: HOUR / 2 },
    },
    {
      when: 'sent back before it was due',
      clock: monday({ endedAt: moment('10:30'), endedBy: 'rejected', cancelledAt: moment('10:30') }),
      asOf: '12:00',
      is: { state: 'cancelled', by: 'rejected' },
    },
    {
      when: 'waived: by whom and why',
      clock: monday({ waivedAt: moment('13:00'), waivedEvent: 'w', waivedBy: 'kim', waivedWhy: 'A fair' }),
      asOf: '14:00',
      is: { state: 'waived', event: 'w', by: 'kim', why: 'A fair' },
    },
    {
      when: 'before it was waived',
      clock: monday({ waivedAt: moment('13:00'), waivedEvent: 'w' }),
      asOf: '12:00',
      is: { state: 'breached_open', over: HOUR },
    },
    {
      when: 'waived and met stays met',
      clock: monday({ stoppedAt: moment('10:00'), waivedAt: moment('10:30') }),
      asOf: '14:00',
      is: { state: 'met', spare: HOUR },
    },
    {
      when: 'excused once broken',
      clock: monday({ excusedBy: 'dossier' }),
      asOf: '12:00',
      is: { state: 'excused', by: 'dossier', over: HOUR },
    },
    {
      when: 'an excuse does not stop a clock',
      clock: monday({ excusedBy: 'dossier' }),
      asOf: '10:00',
      is: { ...running, left: HOUR, flag: 'green' },
    },
    { when: 'known to the day only', clock: monday({ unproven: true }), asOf: '12:00', is: { state: 'unproven' } },
  ])('$when', ({ clock, asOf, is }) => {
    expect(judgeClock(clock, moment(asOf), office, { minutes: 30 })).toEqual(is);
  });

  test('without a warning it is never yellow', () => {
    expect(judgeClock(monday(), moment('10:59'), office)).toMatchObject({ flag: 'green' });
  });
});

const speed: Clause = {
  id: 'speed_to_lead',
  kind: 'response_time',
  title: 'Speed to lead',
  by: 'sales_development',
  to: 'marketing',
  share: '0.9',
  from: 'delivered',
  within: { minutes: 120 },
  warn: { minutes: 60 },
};

describe('schedule', () => {
  const hoursOf = () => office;

  test('what is owed, the earliest due first: overdue is red, settled is gone', () => {
    const clocks = [
      evening,
      { ...monday(), leadId: 'L2' },
      { ...afternoon(), leadId: 'L3' },
      { ...monday({ stoppedAt: moment('10:00') }), leadId: 'L4' },
      { ...monday({ endedAt: moment('12:00'), endedBy: 'rejected' }), leadId: 'L5' },
      { ...monday(), clause: 'another', leadId: 'L6' },
    ];
    const due = schedule([speed], clocks, moment('16:30'), hoursOf);
    expect(due.map(({ leadId, dueAt, warnAt, leftMs, flag }) => [leadId, dueAt, warnAt, leftMs / MINUTE, flag])).toEqual([
      ['L2', moment('11:00'), moment('10:00'), -330, 'red'],
      ['L3', moment('17:00'), moment('16:00'), 30, 'yellow'],
      ['L1', utc('2026-04-07 10:00'), moment('17:00'), 90, 'green'],
    ]);
    expect(due[0]).toMatchObject({ by: 'sales_development', to: 'marketing', person: 'sam', title: 'Speed to lead', state: 'breached_open', opensAt: null });
  });

  test('the warning comes in working time: an hour before Tuesday 11:00 is 10:00, not the night before', () => {
    const eightToSix = openHours(aCalendar({ zone: 'Etc/UTC', week: weekOf(hours('08:00-18:00')) }));
    const startedAt = moment('17:00');
    const startOpenMs = openMsAt(eightToSix, startedAt);
    const clock = aClock({ startedAt, startOpenMs, targetOpenMs: 4 * HOUR, dueAt: utc('2026-04-07 11:00') });
    const slower: Clause = { ...speed, within: { minutes: 240 } };
    const [item] = schedule([slower], [clock], moment('18:30'), () => eightToSix);
    expect([item!.warnAt, item!.leftMs, item!.opensAt]).toEqual([utc('2026-04-07 10:00'), 3 * HOUR, utc('2026-04-07 08:00')]);
  });
});

describe('explainClock', () => {
  const easter = openHours(aCalendar({ zone: 'Etc/UTC', holidays: [{ date: '2026-04-06', name: 'Easter Monday' }] }));
  const startedAt = utc('2026-04-03 18:00');
  const clock = aClock({ startedAt, startOpenMs: openMsAt(easter, startedAt), targetOpenMs: 10 * HOUR, dueAt: utc('2026-04-08 11:00') });

  test('each working interval, the holiday skipped, and why it is due when it is', () => {
    const why = explainClock(easter, clock, utc('2026-04-08 10:00'));
    expect(why.untilDue).toEqual([
      { from: utc('2026-04-07 09:00'), to: utc('2026-04-07 17:00'), ms: 8 * HOUR },
      { from: utc('2026-04-08 09:00'), to: utc('2026-04-08 11:00'), ms: 2 * HOUR },
    ]);
    expect(why.consumed.map(({ ms }) => ms / HOUR)).toEqual([8, 1]);
    expect(why.sentences).toEqual([
      'The clock started at 2026-04-03 18:00 Etc/UTC with 10 h of working time on the calendar "office".',
      'That was outside working hours; they began at 2026-04-07 09:00 Etc/UTC.',
      'Closed meanwhile: 2026-04-06 Easter Monday.',
      'It is due at 2026-04-08 11:00 Etc/UTC.',
      'Working time that passed: 9 h.',
      'It is running with 1 h left.',
    ]);
  });

  test('consumed ends with the answer, and adds up to elapsed', () => {
    const stoppedAt = utc('2026-04-07 10:20');
    const why = explainClock(easter, { ...clock, stoppedAt, stopOpenMs: openMsAt(easter, stoppedAt) }, utc('2026-04-20 00:00'));
    expect(why.consumed).toEqual([{ from: utc('2026-04-07 09:00'), to: stoppedAt, ms: 80 * MINUTE }]);
    expect(elapsed(easter, startedAt, stoppedAt)).toBe(80 * MINUTE);
    expect(why.sentences.at(-1)).toBe('It was met with 8 h 40 min to spare.');
  });

  test('before it starts, nothing is consumed', () => {
    expect(explainClock(easter, clock, utc('2026-04-01 00:00')).consumed).toEqual([]);
  });
});
