import { describe, expect, test } from 'vitest';
import { CLOCK_STATES, judgeMany, openHours, type ClockColumns, type PauseColumns } from 'revpact/sla';
import { aCalendar, at, hours, weekOf } from '../../support/hours.js';

const HOUR = 3_600_000;
/** Weekdays 09:00 to 17:00 in Berlin, closed on Easter Monday, 6 April 2026. */
const office = openHours(aCalendar({ holidays: [{ date: '2026-04-06', name: 'Ostermontag' }] }));
const berlin = (text: string): number => at('Europe/Berlin', `2026-${text}`);

const NONE = NaN;
const one = (over: Partial<ClockColumns>): ClockColumns => ({
  rows: 1,
  startedAt: Float64Array.of(berlin('04-02 16:00')),
  targetOpenMs: Float64Array.of(4 * HOUR),
  stoppedAt: Float64Array.of(NONE),
  ...over,
});
const pause = (from: string, until: string | null, answered = 0): PauseColumns => ({
  starts: Uint32Array.of(0, 1),
  from: Float64Array.of(berlin(from)),
  until: Float64Array.of(until === null ? NONE : berlin(until)),
  answered: Uint8Array.of(answered),
});

// Thursday 2 April 16:00: one hour on Thursday, three on Friday until 12:00 where nothing holds it.
describe('a clock of four open hours since Thursday 16:00', () => {
  test.each([
    { when: 'asked before it began', asOf: '04-02 16:00', with: {}, state: 'not_started', due: null, ran: 0 },
    { when: 'asked on Friday morning', asOf: '04-03 10:00', with: {}, state: 'running', due: '04-03 12:00', ran: 2 },
    { when: 'asked in the night', asOf: '04-02 23:00', with: {}, state: 'outside_hours', due: '04-03 12:00', ran: 1 },
    { when: 'asked at the moment it is due', asOf: '04-03 12:00', with: {}, state: 'running', due: '04-03 12:00', ran: 4 },
    { when: 'asked after that', asOf: '04-07 09:30', with: {}, state: 'breached_open', due: '04-03 12:00', ran: 9.5 },
    { when: 'answered just in time', asOf: '04-07 09:30', with: { stoppedAt: Float64Array.of(berlin('04-03 12:00')) }, state: 'met', due: '04-03 12:00', ran: 4 },
    { when: 'answered on the holiday', asOf: '04-07 09:30', with: { stoppedAt: Float64Array.of(berlin('04-06 10:00')) }, state: 'answered_late', due: '04-03 12:00', ran: 9 },
    { when: 'answered at the very moment asked', asOf: '04-03 11:00', with: { stoppedAt: Float64Array.of(berlin('04-03 11:00')) }, state: 'running', due: '04-03 12:00', ran: 3 },
    { when: 'sent back in time', asOf: '04-07 09:30', with: { endedAt: Float64Array.of(berlin('04-03 09:30')) }, state: 'cancelled', due: '04-03 12:00', ran: 1.5 },
    { when: 'delivered anew in time', asOf: '04-07 09:30', with: { endedAt: Float64Array.of(berlin('04-03 09:30')), superseded: Uint8Array.of(1) }, state: 'superseded', due: '04-03 12:00', ran: 1.5 },
    { when: 'sent back when it was overdue', asOf: '04-07 09:30', with: { endedAt: Float64Array.of(berlin('04-03 12:30')) }, state: 'breached_open', due: '04-03 12:00', ran: 4.5 },
    { when: 'sent back before it was answered', asOf: '04-07 09:30', with: { endedAt: Float64Array.of(berlin('04-03 09:30')), stoppedAt: Float64Array.of(berlin('04-03 09:31')) }, state: 'cancelled', due: '04-03 12:00', ran: 1.5 },
    { when: 'sent back as it was answered', asOf: '04-07 09:30', with: { endedAt: Float64Array.of(berlin('04-03 09:30')), stoppedAt: Float64Array.of(berlin('04-03 09:30')) }, state: 'met', due: '04-03 12:00', ran: 1.5 },
    { when: 'overdue and waived', asOf: '04-07 09:30', with: { waivedAt: Float64Array.of(berlin('04-03 13:00')) }, state: 'waived', due: '04-03 12:00', ran: 9.5 },
    { when: 'overdue and excused', asOf: '04-07 09:30', with: { excused: Uint8Array.of(1) }, state: 'excused', due: '04-03 12:00', ran: 9.5 },
    { when: 'known to the day only', asOf: '04-07 09:30', with: { unproven: Uint8Array.of(1) }, state: 'unproven', due: '04-03 12:00', ran: 9.5 },
    { when: 'held on Friday from 10:00 to 15:00', asOf: '04-03 16:00', with: { pauses: pause('04-03 10:00', '04-03 15:00') }, state: 'running', due: '04-03 17:00', ran: 3 },
    { when: 'held over Easter', asOf: '04-07 09:30', with: { pauses: pause('04-03 10:00', '04-06 15:00') }, state: 'running', due: '04-07 11:00', ran: 2.5 },
    { when: 'held since Friday 10:00', asOf: '04-07 09:30', with: { pauses: pause('04-03 10:00', null) }, state: 'paused', due: null, ran: 2 },
    { when: 'held until later than asked', asOf: '04-03 14:00', with: { pauses: pause('04-03 10:00', '04-03 15:00') }, state: 'paused', due: null, ran: 2 },
    { when: 'held when it was overdue', asOf: '04-07 09:30', with: { pauses: pause('04-03 12:30', null) }, state: 'breached_open', due: '04-03 12:00', ran: 4.5 },
    { when: 'held since before it began', asOf: '04-03 11:00', with: { pauses: pause('04-01 10:00', '04-03 10:00') }, state: 'running', due: '04-03 14:00', ran: 1 },
    { when: 'answered, and reopened later than asked', asOf: '04-03 14:00', with: { pauses: pause('04-03 10:00', '04-03 15:00', 1) }, state: 'met', due: '04-03 12:00', ran: 2 },
  ])('$when → $state', ({ asOf, with: over, state, due, ran }) => {
    const judged = judgeMany(office, one(over), berlin(asOf));
    if (!judged.ok) throw new Error(judged.issues[0]?.message);
    expect(CLOCK_STATES[judged.value.state[0] ?? 99]).toBe(state);
    expect(judged.value.dueAt[0]).toBe(due === null ? NaN : berlin(due));
    expect(judged.value.ranOpenMs[0]).toBe(ran * HOUR);
  });

  test('pauses that overlap count once', () => {
    const pauses = {
      starts: Uint32Array.of(0, 3),
      from: Float64Array.of(berlin('04-03 09:00'), berlin('04-03 09:30'), berlin('04-03 10:30')),
      until: Float64Array.of(berlin('04-03 10:00'), berlin('04-03 09:45'), berlin('04-03 11:00')),
    };
    const judged = judgeMany(office, one({ pauses }), berlin('04-03 12:00'));
    expect(judged.ok && judged.value.dueAt[0]).toBe(berlin('04-03 13:30'));
    expect(judged.ok && judged.value.ranOpenMs[0]).toBe(2.5 * HOUR);
  });

  test('a shorter target that came too late makes it due at that moment', () => {
    const retargets = { starts: Uint32Array.of(0, 1), at: Float64Array.of(berlin('04-03 11:00')), targetOpenMs: Float64Array.of(HOUR) };
    const judged = judgeMany(office, one({ retargets }), berlin('04-03 11:30'));
    expect(judged.ok && judged.value.dueAt[0]).toBe(berlin('04-03 11:00'));
  });
});

test('no clocks are judged as no clocks', () => {
  const judged = judgeMany(office, { rows: 0, startedAt: Float64Array.of(), targetOpenMs: Float64Array.of(), stoppedAt: Float64Array.of() }, berlin('04-02 16:00'));
  expect(judged.ok && judged.value.state).toHaveLength(0);
});

describe('what cannot be judged', () => {
  const two = { starts: Uint32Array.of(0, 2), from: Float64Array.of(berlin('04-03 10:00'), berlin('04-03 09:00')), until: Float64Array.of(NONE, NONE) };
  test.each([
    { when: 'a column is too short', with: { stoppedAt: new Float64Array(0) }, code: 'sla.column_length', path: ['stoppedAt'] },
    { when: 'the pauses have no ends', with: { pauses: { ...two, until: new Float64Array(1) } }, code: 'sla.column_length', path: ['pauses.until'] },
    { when: 'the pauses belong to nobody', with: { pauses: { ...two, starts: Uint32Array.of(0, 1) } }, code: 'sla.out_of_order', path: ['pauses.starts', 1] },
    { when: 'the first pauses belong to nobody', with: { pauses: { ...two, starts: Uint32Array.of(1, 2) } }, code: 'sla.out_of_order', path: ['pauses.starts', 0] },
    { when: 'there is no start', with: { startedAt: Float64Array.of(NONE) }, code: 'sla.column_value', path: ['startedAt', 0] },
    { when: 'a moment is in seconds and a half', with: { stoppedAt: Float64Array.of(berlin('04-03 10:00') + 0.5) }, code: 'sla.column_value', path: ['stoppedAt', 0] },
    { when: 'a moment is a million years off', with: { endedAt: Float64Array.of(3e16) }, code: 'sla.column_value', path: ['endedAt', 0] },
    { when: 'a moment is infinite', with: { waivedAt: Float64Array.of(Infinity) }, code: 'sla.column_value', path: ['waivedAt', 0] },
    { when: 'nothing is promised', with: { targetOpenMs: Float64Array.of(0) }, code: 'sla.column_value', path: ['targetOpenMs', 0] },
    { when: 'a flag is neither 0 nor 1', with: { excused: Uint8Array.of(2) }, code: 'sla.column_value', path: ['excused', 0] },
    { when: 'it stopped before it started', with: { stoppedAt: Float64Array.of(berlin('04-02 15:59')) }, code: 'sla.before_start', path: ['stoppedAt', 0] },
    { when: 'pauses go back', with: { pauses: two }, code: 'sla.out_of_order', path: ['pauses.from', 1] },
    { when: 'a pause ends before it begins', with: { pauses: pause('04-03 10:00', '04-03 09:00') }, code: 'sla.out_of_order', path: ['pauses.until', 0] },
    { when: 'no calendar has so much time', with: { targetOpenMs: Float64Array.of(150 * 366 * 24 * HOUR) }, code: 'sla.beyond_horizon', path: ['targetOpenMs', 0] },
  ])('$when → $code', ({ with: over, code, path }) => {
    const judged = judgeMany(office, one(over), berlin('04-07 09:30'));
    expect(judged.ok ? [] : judged.issues.map((issue) => [issue.code, issue.path])).toEqual([[code, path]]);
  });

  test('of a million bad rows a thousand are told and all are counted', () => {
    const rows = 1_000_000;
    const judged = judgeMany(
      office,
      { rows, startedAt: new Float64Array(rows).fill(NaN), targetOpenMs: new Float64Array(rows).fill(HOUR), stoppedAt: new Float64Array(rows).fill(NaN) },
      berlin('04-07 09:30'),
    );
    expect(judged.ok ? 0 : judged.issues.length).toBe(1000);
    expect(judged.ok ? 0 : judged.issueCount).toBe(rows);
  });
});

test('a thousand pauses and as many later targets of one clock take no more than each of them', () => {
  const around = openHours(aCalendar({ zone: 'Etc/UTC', week: weekOf(hours('00:00-24:00'), ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']) }));
  const start = Date.UTC(2026, 0, 1);
  const many = 1000;
  const each = (offset: number): Float64Array => Float64Array.from({ length: many }, (_, i) => start + i * 8 * HOUR + offset);
  const judged = judgeMany(
    around,
    {
      rows: 1,
      startedAt: Float64Array.of(start),
      targetOpenMs: Float64Array.of(10_000 * HOUR),
      stoppedAt: Float64Array.of(NaN),
      pauses: { starts: Uint32Array.of(0, many), from: each(HOUR), until: each(3 * HOUR) },
      retargets: { starts: Uint32Array.of(0, many), at: each(4 * HOUR), targetOpenMs: new Float64Array(many).fill(9000 * HOUR) },
    },
    start + 8000 * HOUR,
  );
  // Two of eight hours are paused: 6,000 of 8,000 ran, and the last 3,000 run without a break.
  expect(judged.ok && judged.value.ranOpenMs[0]).toBe(6000 * HOUR);
  expect(judged.ok && judged.value.dueAt[0]).toBe(start + 11_000 * HOUR);
});
