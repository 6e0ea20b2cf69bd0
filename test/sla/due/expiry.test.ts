import { describe, expect, test } from 'vitest';
import { deadlineFrom, expiryId, proposeExpiries } from 'revpact/sla';
import { safeParseEvent, sirius2006, type ClockFact, type ExitFact, type StageVisitFact } from 'revpact/vocabulary';
import { anEvent } from '../../support/lead-events.js';
import { aRow, aStay, factsWith, held, mon, nineToFive, promised, tue } from '../../support/due.js';

const clause = promised({ expires: true });
const proposed = (rows: readonly ClockFact[], asOf: number, visits: readonly StageVisitFact[] = [aStay()], exits: readonly ExitFact[] = []) =>
  proposeExpiries([clause, promised({ id: 'lasts' })], factsWith({ clocks: rows, stageVisits: visits, exits }), {
    asOf,
    hoursOfClock: () => nineToFive,
    milestones: sirius2006.milestones,
  });

const anExit = (event: string): ExitFact => ({
  leadId: 'L1', nth: 1, exit: 'rejected', at: mon('10:00'), event, party: 'sales', person: null, class: null, reason: null, specifics: [], legal: true, attempts: 0, attemptChannels: 0, firstAttemptAt: null, contacts: 0, recycledAt: null, mqlAgainAt: null, sqlAgainAt: null,
});

test('broken and still open: an event a millisecond after it was due, by automation, that the door of events lets in', () => {
  const events = proposed([aRow()], tue('09:00'));
  expect(events).toEqual([
    {
      id: expiryId('L1', mon('11:00') + 1),
      type: 'expired',
      at: mon('11:00') + 1,
      knownAt: tue('09:00'),
      by: { party: 'sales', kind: 'automation' },
      leadId: 'L1',
      leftStage: 'mql',
      clause: 'first_response',
    },
  ]);
  expect(safeParseEvent(events[0])).toEqual({ ok: true, value: events[0] });
});

describe('nothing is proposed', () => {
  test.each([
    { when: 'as it is due', rows: [aRow()], asOf: mon('11:00') },
    { when: 'for an answer in time', rows: [aRow({ stoppedAt: mon('11:00'), stoppedEvent: 'a', stopOpenMs: 0 })], asOf: tue('09:00') },
    { when: 'for a late answer', rows: [aRow({ stoppedAt: mon('12:00'), stoppedEvent: 'a', stopOpenMs: 0 })], asOf: tue('09:00') },
    { when: 'while it waits', rows: [aRow({ pauses: [held('10:00')], dueAt: null })], asOf: tue('09:00') },
    { when: 'for what was let go', rows: [aRow({ waivedAt: mon('12:00'), waivedEvent: 'w' })], asOf: tue('09:00') },
    { when: 'for what is excused', rows: [aRow({ excusedBy: 'complete' })], asOf: tue('09:00') },
    { when: 'for what was sent back since', rows: [aRow({ endedAt: mon('12:00'), endedBy: 'rejected' })], asOf: tue('09:00') },
    { when: 'by a clause that does not say so', rows: [aRow({ clause: 'lasts' })], asOf: tue('09:00') },
    { when: 'for what is known to the day only', rows: [aRow({ unproven: true })], asOf: tue('09:00') },
    { when: 'for a lead that took a step since', rows: [aRow()], asOf: tue('09:00'), visits: [aStay(), aStay({ visit: 2, stage: 'sal', enteredAt: mon('12:00') })] },
    { when: 'for a lead that has left', rows: [aRow()], asOf: tue('09:00'), visits: [aStay({ stage: 'rejected', enteredEvent: 'no' })], exits: [anExit('no')] },
    { when: 'for a customer', rows: [aRow()], asOf: tue('09:00'), visits: [aStay({ stage: 'won' })] },
  ])('$when', ({ rows, asOf, visits, exits }) => {
    expect(proposed(rows, asOf, visits, exits)).toEqual([]);
  });
});

test('nothing twice in an agreed life without an expiry: the event is in the log, though the lead stays where it was', () => {
  const clocks = [aRow()];
  const context = { asOf: tue('09:00'), hoursOfClock: () => nineToFive, milestones: sirius2006.milestones };
  const again = (at: number) =>
    proposeExpiries([clause], factsWith({ clocks, stageVisits: [aStay()], leadEvents: [anEvent('expired', '00:00', { at })] }), context).length;
  expect(again(mon('11:00') + 1)).toBe(0);
  expect(again(mon('15:00'))).toBe(0);
  // One from before the promise was broken was another's; one that is not known yet does not count.
  expect(again(mon('10:00'))).toBe(1);
  expect(again(tue('09:00'))).toBe(1);
});

test('a late answer that is not known yet does not count: as of noon it is broken and open', () => {
  const row = aRow({ stoppedAt: mon('14:00'), stoppedEvent: 'a', stopOpenMs: 0 });
  expect(proposed([row], mon('12:00'))).toHaveLength(1);
});

test('a lead expires once, by the promise that was broken first; leads by moment', () => {
  const rows = [
    aRow({ leadId: 'L2', targetOpenMs: 3_600_000, dueAt: mon('10:00') }),
    aRow({ startedEvent: 'again', targetOpenMs: 10_800_000, dueAt: mon('12:00') }),
    aRow(),
  ];
  const visits = [aStay(), aStay({ leadId: 'L2' })];
  expect(proposed(rows, tue('09:00'), visits).map(({ leadId, at }) => [leadId, at])).toEqual([['L2', mon('10:00') + 1], ['L1', mon('11:00') + 1]]);
});

test('recorded in whose name the host says; ids are of the lead and the moment', () => {
  const [event] = proposeExpiries([clause], factsWith({ clocks: [aRow()], stageVisits: [aStay()] }), {
    asOf: tue('09:00'), hoursOfClock: () => nineToFive, milestones: {}, by: 'marketing',
  });
  expect(event?.by.party).toBe('marketing');
  expect(expiryId('L1', 1)).not.toBe(expiryId('L1', 2));
  expect(expiryId('L1', 1)).not.toBe(expiryId('L2', 1));
  expect(expiryId('x'.repeat(200), 1)).toHaveLength(40);
});

test('a live lead has until the earliest promise that would be broken with nothing done', () => {
  const deadline = (rows: readonly ClockFact[], enteredAt = mon('09:00')): unknown => deadlineFrom([clause], 'L1', () => rows)('mql', enteredAt);
  const due = { at: mon('11:00') + 1, clause: 'first_response' };
  expect(deadline([aRow({ startedEvent: 'later', dueAt: mon('15:00') }), aRow()])).toEqual(due);
  expect(deadline([aRow({ leadId: 'L2' })])).toBe(null);
  expect(deadline([aRow({ stoppedAt: mon('10:00'), stoppedEvent: 'a', stopOpenMs: 0 })])).toBe(null);
  expect(deadline([aRow({ pauses: [held('10:00')], dueAt: null })])).toBe(null);
  expect(deadline([aRow({ waivedAt: mon('10:00'), waivedEvent: 'w' })])).toBe(null);
  // Entered as it was due: in time, and still open. Entered once it was broken: not by this promise.
  expect(deadline([aRow()], mon('11:00'))).toEqual(due);
  expect(deadline([aRow()], mon('11:00') + 1)).toBe(null);
});
