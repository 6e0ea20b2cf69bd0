import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assessTimed, explainClock, ledgerOf } from 'revpact/sla';
import type { LeadEventFact } from 'revpact/vocabulary';
import { aTimedClause, clocksOn } from '../../support/courses.js';
import { anEvent, inOrder } from '../../support/lead-events.js';
import { HOUR, MINUTE, aContext, office, someFacts, utc } from '../../support/promises.js';

const moment = (time: string): number => utc(time.length === 5 ? `2026-04-06 ${time}` : time);
const start = anEvent('handed_off', '09:00', { holder: 'sam', holderParty: 'sales_development' });
const given = (time: string, holder: string): LeadEventFact => anEvent('assigned', time, { holder, holderParty: 'sales_development' });
const waits = aTimedClause({ within: { minutes: 240 }, pauses: [{ from: { on: ['meeting_booked'] }, until: { on: ['meeting_held'] } }] });

test('who held it, and how much of its time each took: pauses and nights count for nobody', () => {
  const [clock] = clocksOn(
    waits,
    inOrder(start, given('10:00', 'kim'), anEvent('meeting_booked', '10:30'), anEvent('meeting_held', '12:00'), given('20:00', 'ada'), anEvent('attempt', '2026-04-07 10:00')),
  );
  const rows = ledgerOf(clock!, office, moment('2026-04-08 12:00'));
  expect(rows.map(({ person, from, until, openMs }) => [person, from, until, openMs / MINUTE])).toEqual([
    ['sam', moment('09:00'), moment('10:00'), 60],
    ['kim', moment('10:00'), moment('20:00'), 330],
    ['ada', moment('20:00'), moment('2026-04-07 10:00'), 60],
  ]);
  expect(rows.reduce((sum, { openMs }) => sum + openMs, 0)).toBe(clock!.stopOpenMs! - clock!.startOpenMs);
  expect(ledgerOf(clock!, office, moment('09:00'))).toEqual([]);
  expect(ledgerOf(clock!, office, moment('09:30'))).toEqual([{ person: 'sam', from: moment('09:00'), until: moment('09:30'), openMs: 30 * MINUTE }]);
});

test('a ledger adds up to what ran, whenever one looks', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ at: fc.nat(600), what: fc.constantFrom('sam', 'kim', 'ada', 'meeting_booked', 'meeting_held', 'attempt') }), { maxLength: 12 }),
      fc.nat(900),
      (happened, asOf) => {
        const events = happened.map(({ at, what }, i) => {
          const event = ['sam', 'kim', 'ada'].includes(what) ? given('09:00', what) : anEvent(what === 'attempt' ? 'attempt' : what === 'meeting_held' ? 'meeting_held' : 'meeting_booked', '09:00');
          return { ...event, eventId: String(i), at: moment('09:00') + at * MINUTE * 10, order: i + 1 };
        });
        const [clock] = clocksOn(waits, [{ ...start, order: 0 }, ...events]);
        const at = moment('09:00') + asOf * MINUTE * 10;
        const { held, consumed } = explainClock(office, clock!, at);
        const sum = (parts: readonly number[]): number => parts.reduce((all, part) => all + part, 0);
        expect(sum(held.map(({ openMs }) => openMs))).toBe(sum(consumed.map(({ ms }) => ms)));
      },
    ),
  );
});

test.each([
  { reassign: 'keep', asked: 'sam' },
  { reassign: 'split', asked: 'kim' },
] as const)('given on before it was due, $reassign: $asked answers for it', ({ reassign, asked }) => {
  const clause = aTimedClause({ reassign });
  const clocks = clocksOn(clause, inOrder(start, given('10:30', 'kim'), given('12:00', 'ada')));
  const finding = assessTimed(clause, someFacts({ clocks }), aContext({ asOf: moment('15:00') }), () => 'So it was.');
  expect(finding.evidence.map(({ person, state, marginMs }) => [person, state, marginMs])).toEqual([[asked, 'breached_open', -4 * HOUR]]);
});

test('why it is due when it is: pauses, another target, and who held it, in rows and in words', () => {
  const clause = aTimedClause({
    within: { minutes: 240 },
    windows: [{ tiers: ['A'], within: { minutes: 180 } }],
    whenWindowChanges: 'from_start',
    pauses: [{ from: { on: ['meeting_booked'] }, until: { on: ['meeting_held'] } }],
  });
  const [clock] = clocksOn(
    clause,
    inOrder(start, given('10:00', 'kim'), anEvent('meeting_booked', '10:30'), anEvent('meeting_held', '12:00'), anEvent('score_changed', '12:30', { tier: 'A' })),
  );
  const why = explainClock(office, clock!, moment('13:00'));
  expect(why.untilDue.map(({ ms }) => ms / MINUTE)).toEqual([90, 90]);
  expect(why.consumed.map(({ ms }) => ms / MINUTE)).toEqual([90, 60]);
  expect(why.sentences).toEqual([
    'The clock started at 2026-04-06 09:00 Etc/UTC with 4 h of working time on the calendar "office".',
    'It stood still from 2026-04-06 10:30 Etc/UTC, by the event "meeting_booked 10:30", until 2026-04-06 12:00 Etc/UTC, by the event "meeting_held 12:00".',
    'From 2026-04-06 12:30 Etc/UTC on it had 3 h in all, by the event "score_changed 12:30".',
    'It is due at 2026-04-06 13:30 Etc/UTC.',
    'Working time that passed: 2 h 30 min.',
    'Held by sam for 1 h, kim for 1 h 30 min.',
    'It is running with 30 min left.',
  ]);
  expect(explainClock(office, clock!, moment('11:00')).sentences.slice(1)).toEqual([
    'It stood still from 2026-04-06 10:30 Etc/UTC, by the event "meeting_booked 10:30", and nothing has ended that yet.',
    'While it stands still, nobody knows when it is due.',
    'Working time that passed: 1 h 30 min.',
    'Held by sam for 1 h, kim for 30 min.',
    'It is paused since 2026-04-06 10:30 Etc/UTC with 2 h 30 min left.',
  ]);
});
