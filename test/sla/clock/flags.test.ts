import { describe, expect, test } from 'vitest';
import { judgeClock, knownBy, runOf, type ClockFlag, type Warn } from 'revpact/sla';
import { yellowFrom } from '../../../src/sla/clock/warn.js';
import { aTimedClause, clocksOn } from '../../support/courses.js';
import { anEvent, inOrder } from '../../support/lead-events.js';
import { HOUR, MINUTE, office, utc } from '../../support/promises.js';

const moment = (time: string): number => utc(time.length === 5 ? `2026-04-06 ${time}` : time);

describe('a clock of two hours turns yellow', () => {
  const [clock] = clocksOn(aTimedClause(), inOrder(anEvent('handed_off', '09:00')));
  test.each<{ warn: Warn; green: string; yellow: string }>([
    { warn: { minutes: 30 }, green: '10:29', yellow: '10:30' },
    { warn: { share: '0.75' }, green: '10:29', yellow: '10:30' },
    { warn: { share: '0.333333' }, green: '09:39', yellow: '09:40' },
    { warn: { after: { minutes: 15 } }, green: '09:14', yellow: '09:15' },
  ])('$warn: at $yellow', ({ warn, green, yellow }) => {
    const flag = (time: string): ClockFlag | null => {
      const judged = judgeClock(clock!, moment(time), office, warn);
      return 'flag' in judged ? judged.flag : null;
    };
    expect([flag(green), flag(yellow), flag('11:00')]).toEqual(['green', 'yellow', 'red']);
  });

  test('in open time: a clock that begins at 16:00 with a warning an hour before is yellow at 17:00, and all night', () => {
    const [late] = clocksOn(aTimedClause(), inOrder(anEvent('handed_off', '16:00')));
    expect(judgeClock(late!, moment('16:59'), office, { minutes: 60 })).toMatchObject({ state: 'running', flag: 'green' });
    expect(judgeClock(late!, moment('23:00'), office, { minutes: 60 })).toMatchObject({ state: 'outside_hours', flag: 'yellow', left: HOUR });
  });

  test('a pause stops that, too', () => {
    const paused = aTimedClause({ pauses: [{ from: { on: ['meeting_booked'] }, until: { on: ['meeting_held'] } }] });
    const [held] = clocksOn(paused, inOrder(anEvent('handed_off', '09:00'), anEvent('meeting_booked', '10:00')));
    expect(judgeClock(held!, moment('16:00'), office, { minutes: 30 })).toMatchObject({ state: 'paused', left: HOUR, flag: 'green' });
  });

  test('a share of a target that does not divide is reached at the later millisecond', () => {
    expect([yellowFrom({ share: '0.333333' }, 7_200_000), yellowFrom({ share: '0.9' }, 60_000), yellowFrom({ minutes: 90 }, HOUR)]).toEqual([
      2_399_998, 54_000, 0,
    ]);
  });
});

describe('the run of a clock', () => {
  const pauses = [
    { from: moment('10:00'), until: moment('11:00') },
    { from: moment('16:00'), until: moment('2026-04-07 09:30') },
    { from: moment('2026-04-07 12:00'), until: null },
  ];
  const run = runOf(office, moment('09:00'), pauses);

  test('time that ran: working hours without pauses', () => {
    const ran = (time: string): number => run.ranAt(moment(time)) / MINUTE;
    expect(['09:00', '10:00', '10:30', '11:30', '20:00', '2026-04-07 09:30', '2026-04-07 10:00', '2026-05-01 10:00'].map(ran)).toEqual([
      0, 60, 60, 90, 360, 360, 390, 510,
    ]);
  });

  test('the moment by which so much ran; none where it stands still', () => {
    const at = (minutes: number): number | null => run.momentOf(minutes * MINUTE);
    expect([at(0), at(60), at(61), at(360), at(361), at(510), at(511)]).toEqual([
      moment('09:00'),
      moment('10:00'),
      moment('11:01'),
      moment('16:00'),
      moment('2026-04-07 09:31'),
      moment('2026-04-07 12:00'),
      null,
    ]);
  });
});

test('weeks with twenty thousand pauses are no more than a walk through them', () => {
  const clause = aTimedClause({
    within: { minutes: 100_000 },
    pauses: [{ from: { on: ['meeting_booked'] }, until: { on: ['meeting_held'] } }],
    windows: [{ tiers: ['A'], within: { minutes: 110_000 } }],
    whenWindowChanges: 'from_start',
  });
  const begun = moment('2026-01-05 09:00');
  const events = Array.from({ length: 40_000 }, (_, i) => ({
    ...anEvent(i % 2 === 0 ? 'meeting_booked' : 'meeting_held', '09:00', { tier: i % 1000 === 0 ? (i % 2000 === 0 ? 'A' : 'B') : null }),
    eventId: String(i),
    at: begun + 60_000 + i * 150_000,
  }));
  const before = performance.now();
  const [clock] = clocksOn(clause, [{ ...anEvent('handed_off', '09:00'), at: begun }, ...events].map((event, order) => ({ ...event, order })));
  for (let i = 0; i < 10; i += 1) judgeClock(clock!, begun + i * 600_000_000, office);
  expect(performance.now() - before).toBeLessThan(5000);
  expect(clock!.pauses).toHaveLength(20_000);
  // Every second stretch of two and a half minutes is held.
  const ran = knownBy(clock!, begun + 60_000 + 190 * 150_000, office).run.ranAt(begun + 60_000 + 190 * 150_000);
  expect(ran).toBe(60_000 + 95 * 150_000);
});
