import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLOCK_STATES, clockColumns, judgeClock, judgeMany, openHours, type OpenHours } from 'revpact/sla';
import { clockRows, ranBy } from '../../support/clock-rows.js';
import { aCalendar, hours, weekOf } from '../../support/hours.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** Clocks change in Berlin on 29 March 2026. */
const FROM = Date.UTC(2026, 2, 16);
const HORIZON = FROM + 120 * DAY;

const CALENDARS: readonly { readonly name: string; readonly open: OpenHours }[] = [
  { name: 'office hours', open: openHours(aCalendar()) },
  { name: 'a break at noon', open: openHours(aCalendar({ week: weekOf(hours('08:00-12:00', '12:45-16:30')) })) },
  { name: 'night shifts', open: openHours(aCalendar({ week: weekOf(hours('22:00-06:00'), ['mon', 'wed', 'sat']) })) },
  { name: 'around the clock', open: openHours(aCalendar({ week: weekOf(hours('00:00-24:00'), ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']) })) },
];

const judged = (open: OpenHours, rows: Parameters<typeof clockColumns>[0], asOf: number) => {
  const result = judgeMany(open, clockColumns(rows), asOf);
  if (!result.ok) throw new Error(result.issues[0]?.message);
  return result.value;
};

describe.each(CALENDARS)('judgeMany on $name', ({ open }) => {
  const some = fc.array(clockRows(open, FROM, HORIZON), { minLength: 1, maxLength: 12 });
  const moment = fc.integer({ min: 0, max: 45 * 1440 }).map((minutes) => FROM + minutes * MINUTE);

  test('says of each clock what judgeClock says of it, at any moment', () => {
    fc.assert(
      fc.property(some, moment, fc.nat(), (rows, any, pick) => {
        // Half of the time at a moment at which something happens, or a millisecond beside it.
        const moments = rows.flatMap((row) =>
          [row.startedAt, row.stoppedAt, row.endedAt, row.waivedAt, row.dueAt, ...row.pauses.flatMap(({ from, until }) => [from, until]), ...row.retargets.map(({ at }) => at)].filter((one) => one !== null),
        );
        const asOf = pick % 2 === 0 ? any : (moments[pick % moments.length] ?? any) + (pick % 3) - 1;
        const { state, dueAt, ranOpenMs } = judged(open, rows, asOf);
        rows.forEach((row, i) => {
          const one = judgeClock(row, asOf, open);
          expect(CLOCK_STATES[state[i] ?? 0]).toBe(one.state);
          if ('due' in one) expect(dueAt[i]).toBe(one.due);
          if (one.state === 'paused' || one.state === 'not_started') expect(dueAt[i]).toBeNaN();
          if ('left' in one && row.retargets.length === 0) expect(ranOpenMs[i]).toBe(row.targetOpenMs - one.left);
          if (one.state === 'met' && row.retargets.length === 0) expect(one.spare).toBe(Math.max(0, row.targetOpenMs - (ranOpenMs[i] ?? 0)));
        });
      }),
      { numRuns: 400 },
    );
  });

  test('counts what ran stretch by stretch, and is due when as much ran as was promised', () => {
    fc.assert(
      fc.property(some, (rows) => {
        const { dueAt, ranOpenMs } = judged(open, rows, HORIZON);
        rows.forEach((row, i) => {
          expect(Number.isNaN(dueAt[i]) ? null : dueAt[i]).toBe(row.dueAt);
          expect(ranOpenMs[i]).toBe(ranBy(open, row.startedAt, row.pauses, row.stoppedAt ?? row.endedAt ?? HORIZON));
        });
      }),
      { numRuns: 100 },
    );
  });
});
