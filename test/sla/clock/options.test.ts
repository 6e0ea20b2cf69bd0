import { describe, expect, test } from 'vitest';
import { judgeClock } from 'revpact/sla';
import type { ClockFact, LeadEventFact } from 'revpact/vocabulary';
import { aTimedClause, clocksOn } from '../../support/courses.js';
import { anEvent, inOrder } from '../../support/lead-events.js';
import { HOUR, MINUTE, aContext, office, utc } from '../../support/promises.js';

const moment = (time: string): number => utc(time.length === 5 ? `2026-04-06 ${time}` : time);
const start = anEvent('handed_off', '09:00', { party: 'marketing', holder: 'sam', holderParty: 'sales_development' });
const tier = (time: string, named: string, over: Partial<LeadEventFact> = {}): LeadEventFact => anEvent('score_changed', time, { tier: named, ...over });
const given = (time: string, holder: string, over: Partial<LeadEventFact> = {}): LeadEventFact =>
  anEvent('assigned', time, { holder, holderParty: 'sales_development', ...over });
const state = (clock: ClockFact | undefined, time: string): string => judgeClock(clock!, moment(time), office).state;

describe('pauses', () => {
  const waits = aTimedClause({ pauses: [{ from: { on: ['meeting_booked'] }, until: { on: ['meeting_held'] } }] });
  const due = (clock: ClockFact | undefined): number | null => clock!.dueAt;

  test.each<{ when: string; events: readonly LeadEventFact[]; dueAt: string | null }>([
    { when: 'an hour held moves it an hour', events: [start, anEvent('meeting_booked', '10:00'), anEvent('meeting_held', '11:00')], dueAt: '12:00' },
    {
      when: 'held over night and the lunch of the next day: only working hours count',
      events: [start, anEvent('meeting_booked', '10:00'), anEvent('meeting_held', '2026-04-07 10:00')],
      // One hour is left on Tuesday at ten.
      dueAt: '2026-04-07 11:00',
    },
    {
      when: 'held from closing to opening: nothing moves (ERPNext 49414)',
      events: [anEvent('handed_off', '16:00'), anEvent('meeting_booked', '17:00'), anEvent('meeting_held', '2026-04-07 09:00')],
      dueAt: '2026-04-07 10:00',
    },
    {
      when: 'two pauses add up',
      events: [start, ...['09:30', '10:30'].map((time) => anEvent('meeting_booked', time)), ...['10:00', '11:30'].map((time) => anEvent('meeting_held', time))],
      dueAt: '12:30',
    },
    { when: 'held before it began, it stands still from the start', events: [anEvent('meeting_booked', '08:00'), start, anEvent('meeting_held', '12:00')], dueAt: '14:00' },
    { when: 'a pause that nothing ends lasts', events: [start, anEvent('meeting_booked', '10:00')], dueAt: null },
    { when: 'a pause at the moment it is due heals nothing', events: [start, anEvent('meeting_booked', '11:00')], dueAt: '11:00' },
    { when: 'nor does one that comes after', events: [start, anEvent('meeting_booked', '11:30'), anEvent('meeting_held', '15:00')], dueAt: '11:00' },
    { when: 'a resume without a pause is nothing', events: [start, anEvent('meeting_held', '10:00')], dueAt: '11:00' },
    { when: 'paused twice is paused once', events: [start, ...['09:30', '10:00'].map((time) => anEvent('meeting_booked', time)), anEvent('meeting_held', '10:30')], dueAt: '12:00' },
  ])('$when', ({ events, dueAt }) => {
    const [clock] = clocksOn(waits, inOrder(...[...events].sort((a, b) => a.at - b.at)));
    expect(due(clock)).toBe(dueAt === null ? null : moment(dueAt));
  });

  test('a pause shows as a pause, since when and by which event, and outside hours as outside hours', () => {
    const [clock] = clocksOn(waits, inOrder(start, anEvent('meeting_booked', '10:00'), anEvent('meeting_held', '16:30')));
    expect(judgeClock(clock!, moment('10:00'), office).state).toBe('running');
    expect(judgeClock(clock!, moment('12:00'), office)).toEqual({
      state: 'paused',
      since: moment('10:00'),
      event: 'meeting_booked 10:00',
      left: HOUR,
      flag: 'green',
    });
    expect(judgeClock(clock!, moment('16:30'), office).state).toBe('paused');
    expect(judgeClock(clock!, moment('20:00'), office)).toEqual({
      state: 'outside_hours',
      due: utc('2026-04-07 09:30'),
      opens: utc('2026-04-07 09:00'),
      left: 30 * MINUTE,
      flag: 'green',
    });
  });

  test('overlapping pauses are one, from the first event to the last', () => {
    const both = aTimedClause({
      pauses: [
        { from: { on: ['meeting_booked'] }, until: { on: ['meeting_held'] } },
        { from: { on: ['inquiry'] }, until: { on: ['advocacy'] } },
      ],
    });
    const [clock] = clocksOn(
      both,
      inOrder(start, anEvent('meeting_booked', '09:30'), anEvent('inquiry', '10:00'), anEvent('meeting_held', '10:30'), anEvent('advocacy', '11:00')),
    );
    expect(clock!.pauses).toEqual([
      { because: 'held', from: moment('09:30'), fromEvent: 'meeting_booked 09:30', until: moment('11:00'), untilEvent: 'advocacy 11:00' },
    ]);
  });

  test('a stop at the very moment of a pause fulfils, on the moment it is due', () => {
    const [clock] = clocksOn(waits, inOrder(start, anEvent('meeting_booked', '11:00'), anEvent('attempt', '11:00')));
    expect(judgeClock(clock!, moment('12:00'), office)).toEqual({ state: 'met', spare: 0 });
  });

  test('an answer while it is paused is in time, and the pause took none of it', () => {
    const [clock] = clocksOn(waits, inOrder(start, anEvent('meeting_booked', '09:45'), anEvent('attempt', '15:00')));
    expect(judgeClock(clock!, moment('16:00'), office)).toEqual({ state: 'met', spare: 75 * MINUTE });
    expect(clock!.stopOpenMs! - clock!.startOpenMs).toBe(45 * MINUTE);
  });
});

describe('windows', () => {
  const hot = aTimedClause({
    within: { minutes: 240 },
    windows: [
      { tiers: ['A'], within: { minutes: 60 } },
      { sources: ['referral'], within: { minutes: 120 } },
    ],
  });
  const fromReferral = {
    leads: [
      { leadId: 'L1', accountId: null, source: 'referral', campaign: null, owner: null, firstAt: 0, firstEvent: 'x', lastAt: 0, optedOutAt: null },
    ],
  };

  test('the first window that applies holds, else the clause', () => {
    const target = (events: readonly LeadEventFact[], facts = {}): number => clocksOn(hot, inOrder(...events), {}, facts)[0]!.targetOpenMs / MINUTE;
    expect(target([start])).toBe(240);
    expect(target([tier('08:00', 'A'), start])).toBe(60);
    expect(target([tier('08:00', 'A'), tier('08:30', 'B'), start])).toBe(240);
    expect(target([tier('08:00', 'A'), start], fromReferral)).toBe(60);
    expect(target([start], fromReferral)).toBe(120);
  });

  test.each([
    { policy: 'keep', at: '11:00', dueAt: '13:00' },
    // Of four hours, two are used when the lead becomes an A: one hour from the start is over, so it is due at once.
    { policy: 'from_start', at: '11:00', dueAt: '11:00' },
    // Half of the time is left, so half of the hour.
    { policy: 'remaining_share', at: '11:00', dueAt: '11:30' },
    // Half an hour of four is used: half an hour of one is left; or seven eighths of one.
    { policy: 'from_start', at: '09:30', dueAt: '10:00' },
    { policy: 'remaining_share', at: '09:30', dueAt: '10:22' },
    // At the moment it would have been due, the new target applies; later ones come too late.
    { policy: 'from_start', at: '13:00', dueAt: '13:00' },
    { policy: 'remaining_share', at: '14:00', dueAt: '13:00' },
  ] as const)('a lead that becomes an A at $at, $policy: due $dueAt', ({ policy, at, dueAt }) => {
    const [clock] = clocksOn({ ...hot, whenWindowChanges: policy }, inOrder(start, tier(at, 'A')));
    expect(Math.floor(clock!.dueAt! / MINUTE)).toBe(moment(dueAt) / MINUTE);
  });

  test('a longer time can be given, but not once it is due', () => {
    const fromStart = aTimedClause({ ...hot, whenWindowChanges: 'from_start' });
    const [clock] = clocksOn(fromStart, inOrder(tier('08:00', 'A'), start, tier('09:30', 'B')));
    expect([clock!.targetOpenMs, clock!.dueAt, clock!.retargets]).toEqual([
      HOUR,
      moment('13:00'),
      [{ at: moment('09:30'), event: 'score_changed 09:30', targetOpenMs: 4 * HOUR }],
    ]);
    expect(state(clock, '09:30')).toBe('running');
    expect(clocksOn(fromStart, inOrder(tier('08:00', 'A'), start, tier('10:01', 'B')))[0]!).toMatchObject({ dueAt: moment('10:00'), retargets: [] });
  });

  test('time that was paused under one window stays left out under the next (GLPI 6902)', () => {
    const clause = aTimedClause({ ...hot, whenWindowChanges: 'from_start', pauses: [{ from: { on: ['meeting_booked'] }, until: { on: ['meeting_held'] } }] });
    const [clock] = clocksOn(
      clause,
      inOrder(start, anEvent('meeting_booked', '09:10'), anEvent('meeting_held', '12:10'), tier('12:15', 'A')),
    );
    // A quarter of an hour is used; three quarters of the hour are left.
    expect(clock!.dueAt).toBe(moment('13:00'));
  });

  test('before a change nobody knows of it', () => {
    const [clock] = clocksOn({ ...hot, whenWindowChanges: 'from_start' }, inOrder(start, tier('11:00', 'A')));
    expect(judgeClock(clock!, moment('10:00'), office)).toMatchObject({ state: 'running', due: moment('13:00'), left: 3 * HOUR });
    expect(judgeClock(clock!, moment('11:30'), office)).toEqual({ state: 'breached_open', over: 30 * MINUTE });
  });
});

describe('reopen', () => {
  const by = [{ on: ['inquiry'] }] as const;
  const events = inOrder(start, anEvent('attempt', '10:00'), anEvent('inquiry', '12:00'), anEvent('attempt', '14:00'));

  test('never: the first answer stands', () => {
    expect(clocksOn(aTimedClause(), events).map(({ stoppedAt, cycle }) => [stoppedAt, cycle])).toEqual([[moment('10:00'), 1]]);
  });

  test('restart: a second clock, which has its own answer', () => {
    const clocks = clocksOn(aTimedClause({ reopen: { by, then: 'restart' } }), events);
    expect(clocks.map(({ cycle, startedAt, startedEvent, dueAt, stoppedAt }) => [cycle, startedAt, startedEvent, dueAt, stoppedAt])).toEqual([
      [1, moment('09:00'), 'handed_off 09:00', moment('11:00'), moment('10:00')],
      [2, moment('12:00'), 'inquiry 12:00', moment('14:00'), moment('14:00')],
    ]);
    expect(clocks.map((clock) => state(clock, '16:00'))).toEqual(['met', 'met']);
  });

  test('resume: the same clock runs on, and the time between does not count', () => {
    const [clock, ...others] = clocksOn(aTimedClause({ reopen: { by, then: 'resume' } }), events);
    expect(others).toEqual([]);
    expect([clock!.dueAt, clock!.stoppedAt]).toEqual([moment('13:00'), moment('14:00')]);
    expect(clock!.pauses).toEqual([
      { because: 'answered', from: moment('10:00'), fromEvent: 'attempt 10:00', until: moment('12:00'), untilEvent: 'inquiry 12:00' },
    ]);
    expect(['10:00', '10:01', '12:00', '12:01', '13:01', '14:01'].map((time) => state(clock, time))).toEqual([
      'running',
      'met',
      'met',
      'running',
      'breached_open',
      'answered_late',
    ]);
    expect(clock!.stopOpenMs! - clock!.startOpenMs).toBe(3 * HOUR);
  });

  test('what was late stays late when it is reopened', () => {
    const clause = aTimedClause({ reopen: { by, then: 'resume' } });
    const [clock] = clocksOn(clause, inOrder(start, anEvent('attempt', '11:30'), anEvent('inquiry', '12:00'), anEvent('attempt', '12:30')));
    expect(['11:15', '11:45', '12:15', '13:00'].map((time) => state(clock, time))).toEqual([
      'breached_open',
      'answered_late',
      'breached_open',
      'answered_late',
    ]);
    expect(judgeClock(clock!, moment('13:00'), office)).toEqual({ state: 'answered_late', over: HOUR });
  });

  test('what was sent back is not reopened', () => {
    const clause = aTimedClause({ reopen: { by, then: 'restart' } });
    expect(clocksOn(clause, inOrder(start, anEvent('attempt', '10:00'), anEvent('rejected', '11:00'), anEvent('inquiry', '12:00')))).toHaveLength(1);
  });

  test('of two at one moment the log says which came first', () => {
    const clause = aTimedClause({ reopen: { by, then: 'restart' } });
    expect(clocksOn(clause, inOrder(start, anEvent('attempt', '10:00'), anEvent('inquiry', '10:00')))).toHaveLength(2);
    expect(clocksOn(clause, inOrder(start, anEvent('inquiry', '10:00'), anEvent('attempt', '10:00')))).toHaveLength(1);
  });
});

describe('reassign', () => {
  const events = inOrder(start, given('10:30', 'kim'));

  test('keep: the clock runs on, and who had it first answers for it', () => {
    const clocks = clocksOn(aTimedClause(), events);
    expect(clocks.map(({ person, dueAt, holders }) => [person, dueAt, holders])).toEqual([
      ['sam', moment('11:00'), [{ from: moment('09:00'), person: 'sam' }, { from: moment('10:30'), person: 'kim' }]],
    ]);
  });

  test('restart: superseded for the one, and a clock of its own, on the hours of the other', () => {
    const asked: (string | null)[] = [];
    const clocks = clocksOn(aTimedClause({ reassign: 'restart' }), events, {
      openHoursOf: (_party, person) => {
        asked.push(person);
        return { id: 'office', open: office };
      },
    });
    expect(asked).toEqual(['sam', 'kim']);
    expect(clocks.map(({ cycle, person, startedAt, dueAt, endedBy }) => [cycle, person, startedAt, dueAt, endedBy])).toEqual([
      [1, 'sam', moment('09:00'), moment('11:00'), 'reassigned'],
      [2, 'kim', moment('10:30'), moment('12:30'), null],
    ]);
    expect(clocks.map((clock) => state(clock, '12:31'))).toEqual(['superseded', 'breached_open']);
  });

  test('restart after it was due: the breach stays with who had it', () => {
    const clocks = clocksOn(aTimedClause({ reassign: 'restart' }), inOrder(start, given('12:00', 'kim')));
    expect(clocks.map((clock) => state(clock, '13:00'))).toEqual(['breached_open', 'running']);
  });

  test('given to the same person, or to somebody when nobody had it, is no reassignment', () => {
    const clause = aTimedClause({ reassign: 'restart' });
    expect(clocksOn(clause, inOrder(start, given('10:00', 'sam')))).toHaveLength(1);
  });

  test('what another party does with it later is no reassignment of ours', () => {
    const further = anEvent('handed_off', '10:00', { holder: 'ada', holderParty: 'sales', leadId: 'L1' });
    const clause = aTimedClause({ reassign: 'restart' });
    const clocks = clocksOn(clause, inOrder(start, { ...further, type: 'accepted' }, given('10:30', 'bob', { holderParty: null })));
    expect(clocks).toHaveLength(1);
    expect(clocks[0]!.holders).toEqual([{ from: moment('09:00'), person: 'sam' }]);
  });
});

describe('cancelledBy and onlyAfter', () => {
  const clause = aTimedClause({ cancelledBy: [{ on: ['disqualified', 'opportunity_lost'] }] });

  test('cancelled before it is due: nothing is owed; after: nothing is healed', () => {
    const [early] = clocksOn(clause, inOrder(start, anEvent('disqualified', '10:00')));
    expect(judgeClock(early!, moment('12:00'), office)).toEqual({ state: 'cancelled', by: 'disqualified' });
    const [late] = clocksOn(clause, inOrder(start, anEvent('disqualified', '12:00')));
    expect(judgeClock(late!, moment('15:00'), office)).toEqual({ state: 'breached_open', over: HOUR });
  });

  test('what cancelled an older promise does not cancel a new one', () => {
    expect(state(clocksOn(clause, inOrder(anEvent('disqualified', '08:00'), start))[0], '10:00')).toBe('running');
  });

  test('an answer at the same moment counts where the log has it first', () => {
    expect(state(clocksOn(clause, inOrder(start, anEvent('attempt', '10:00'), anEvent('disqualified', '10:00')))[0], '12:00')).toBe('met');
    expect(state(clocksOn(clause, inOrder(start, anEvent('disqualified', '10:00'), anEvent('attempt', '10:00')))[0], '12:00')).toBe('cancelled');
  });

  test('only leads that wrote first (margince 5201)', () => {
    const wrote = aTimedClause({ onlyAfter: [{ on: ['inquiry'] }] });
    expect(clocksOn(wrote, inOrder(start, anEvent('inquiry', '10:00')))).toEqual([]);
    expect(clocksOn(wrote, inOrder(anEvent('inquiry', '08:00'), start))).toHaveLength(1);
    expect(clocksOn(wrote, inOrder(anEvent('inquiry', '09:00'), start))).toHaveLength(1);
    expect(clocksOn(wrote, inOrder(start, anEvent('inquiry', '09:00')))).toEqual([]);
  });

  test('a milestone that is entered can be asked for, on any framework', () => {
    const stages = aContext().milestones;
    const reached = aTimedClause({ cancelledBy: [{ enters: 'sql' }] });
    const sql = stages.sql![0]!;
    expect(state(clocksOn(reached, inOrder(start, anEvent('qualified', '10:00', { entered: sql })))[0], '12:00')).toBe('cancelled');
    expect(state(clocksOn(reached, inOrder(start, anEvent('qualified', '10:00', { entered: 'elsewhere' })))[0], '10:30')).toBe('running');
  });
});

describe('known to the day only', () => {
  const clause = aTimedClause({ pauses: [{ from: { on: ['meeting_booked'] }, until: { on: ['meeting_held'] } }], cancelledBy: [{ on: ['disqualified'] }] });
  test.each<{ when: string; events: readonly LeadEventFact[]; unproven: boolean }>([
    { when: 'the start', events: [{ ...start, byDay: true }], unproven: true },
    { when: 'the answer', events: [start, anEvent('attempt', '10:00', { byDay: true })], unproven: true },
    { when: 'a pause', events: [start, anEvent('meeting_booked', '10:00', { byDay: true })], unproven: true },
    { when: 'the end of a pause', events: [start, anEvent('meeting_booked', '10:00'), anEvent('meeting_held', '10:30', { byDay: true })], unproven: true },
    { when: 'what cancelled it', events: [start, anEvent('disqualified', '10:00', { byDay: true })], unproven: true },
    { when: 'a pause that came when it was due already', events: [start, anEvent('meeting_booked', '12:00', { byDay: true })], unproven: false },
    { when: 'something that decides nothing', events: [start, anEvent('touch', '10:00', { byDay: true })], unproven: false },
  ])('$when: unproven $unproven', ({ events, unproven }) => {
    expect(clocksOn(clause, inOrder(...events))[0]!.unproven).toBe(unproven);
  });
});

test('clocks are numbered by their start over all deliveries that share a number', () => {
  const clocks = clocksOn(aTimedClause({ reopen: { by: [{ on: ['inquiry'] }], then: 'restart' } }), [
    ...inOrder(start, anEvent('attempt', '10:00'), anEvent('inquiry', '12:00'), anEvent('handed_off', '15:00')),
  ]);
  expect(clocks.map(({ delivery, cycle }) => [delivery, cycle])).toEqual([
    [1, 1],
    [1, 2],
    [2, 1],
  ]);
});
