import { describe, expect, test } from 'vitest';
import { readWith } from 'revpact/kernel';
import { Clause, clocksOf, clocksUnder, lintClauses, type ClausesInForce } from 'revpact/sla';
import { accepts, marketing, robot, sales, sdr, type Line } from '../../support/lead-log.js';
import { aContext } from '../../support/promises.js';
import { clocksIn, delivered, factsOf, findingOn, moment, on, promisesOn } from '../../support/timed.js';

/** Eight working hours, nine to five: due at the same time of the next working day. */
const clause = {
  id: 'next_step', kind: 'time_to_action', title: 'A next step after each meeting', by: 'sales_development', to: 'marketing', share: '0.9',
  within: { minutes: 480 },
  starts: [{ on: ['meeting_held'] }],
  stops: [{ on: ['opportunity_opened'] }, { on: ['attempt'], actor: 'human', channels: ['phone'] }],
} as const;

const held = (when: string): Line => on(when, { type: 'meeting_held', meetingId: `m${when}`, by: sdr });
const opens = (when: string): Line => on(when, { type: 'opportunity_opened', opportunityId: 'o', by: sdr });
const calls = (when: string, channel: 'phone' | 'email' = 'phone', by: typeof sdr | typeof robot = sdr): Line => on(when, { type: 'attempt', channel, by });

/** What the agreed life asks for before a lead may be let go. */
const accepted: readonly Line[] = [on('06 10:30', accepts), calls('06 10:45', 'email')];

describe('after a meeting on Monday at ten: due Tuesday at ten', () => {
  test.each<{ when: string; lines: readonly Line[]; is: readonly string[] }>([
    { when: 'done in time', lines: [opens('06 15:00')], is: ['06 10:00 due 07 10:00: met 06 15:00'] },
    { when: 'done exactly when it is due', lines: [opens('07 10:00')], is: ['06 10:00 due 07 10:00: met 07 10:00'] },
    { when: 'done late', lines: [opens('07 10:01')], is: ['06 10:00 due 07 10:00: answered_late 07 10:01'] },
    { when: 'the other thing was done', lines: [calls('06 11:00')], is: ['06 10:00 due 07 10:00: met 06 11:00'] },
    { when: 'a sequencer called, which is not human', lines: [calls('06 11:00', 'phone', robot)], is: ['06 10:00 due 07 10:00: breached_open'] },
    { when: 'over another channel', lines: [calls('06 11:00', 'email')], is: ['06 10:00 due 07 10:00: breached_open'] },
    { when: 'done before it started', lines: [calls('06 09:30')], is: ['06 10:00 due 07 10:00: breached_open'] },
    { when: 'a second meeting while it is owed starts nothing', lines: [held('06 12:00'), calls('06 14:00')], is: ['06 10:00 due 07 10:00: met 06 14:00'] },
    {
      when: 'a meeting after it was done starts another',
      lines: [calls('06 11:00'), held('08 09:00'), calls('08 10:00')],
      is: ['06 10:00 due 07 10:00: met 06 11:00', '08 09:00 due 08 17:00: met 08 10:00'],
    },
    {
      when: 'the lead left in time: nothing is owed, and after it came back another meeting starts another',
      lines: [...accepted, on('06 16:00', { type: 'disqualified', reason: 'no_budget', by: sdr }), on('07 09:00', { type: 'recycled' }), held('08 09:00')],
      is: ['06 10:00 due 07 10:00: cancelled', '08 09:00 due 08 17:00: breached_open'],
    },
    { when: 'the lead left when it was overdue', lines: [...accepted, on('07 12:00', { type: 'disqualified', reason: 'no_budget', by: sdr })], is: ['06 10:00 due 07 10:00: breached_open'] },
    { when: 'opted out in time', lines: [on('06 16:00', { type: 'opted_out', by: marketing })], is: ['06 10:00 due 07 10:00: cancelled'] },
  ])('$when', ({ lines, is }) => {
    expect(promisesOn(clause, [...delivered, held('06 10:00'), ...lines], '20 09:00')).toEqual(is);
  });

  test('leaving is what was agreed where it is among the stops', () => {
    const either = { ...clause, stops: [...clause.stops, { on: ['disqualified'] }] } as const;
    const lines = [...delivered, ...accepted, held('06 10:00'), on('06 16:00', { type: 'disqualified', reason: 'no_budget', by: sdr })];
    expect(promisesOn(either, lines, '20 09:00')).toEqual(['06 10:00 due 07 10:00: met 06 16:00']);
  });

  test('two milestones are its ends: an MQL is delivered within eight working hours, with no delivery before it', () => {
    const handOver = { ...clause, by: 'marketing', to: 'sales_development', starts: [{ enters: 'mql' }], stops: [{ on: ['handed_off'], by: ['marketing'] }] } as const;
    // Qualified on Friday the third at eleven: due on Monday at eleven.
    expect(promisesOn(handOver, delivered, '20 09:00')).toEqual(['03 11:00 due 06 11:00: met 06 09:00']);
    expect(clocksIn(handOver, delivered).map(({ delivery }) => delivery)).toEqual([0]);
  });

  test('it is counted on the last delivery, and on that hand-off only where one is named', () => {
    const lines = [...delivered, held('06 10:00')];
    expect(clocksIn(clause, lines).map(({ delivery, person }) => [delivery, person])).toEqual([[1, 'dev']]);
    expect(clocksIn({ ...clause, handOff: 'another' }, [on('06 09:30', { type: 'qualified' }), held('06 10:00')])).toEqual([]);
    expect(clocksIn({ ...clause, by: 'sales', to: 'sales_development' }, [...lines, on('06 11:00', { type: 'attempt', channel: 'phone', by: sales })]).map(({ delivery }) => delivery)).toEqual([0]);
  });

  test('without a delivery nothing links two promises: an old breach of the other side excuses nothing', () => {
    const theirs = { ...clause, id: 'theirs', by: 'marketing', to: 'sales_development', starts: [{ on: ['qualified'] }], stops: [{ on: ['handed_off'] }], share: '0.9' } as const;
    const ours = { ...clause, excusedBy: ['theirs'] } as const;
    const excused = (lines: readonly Line[]) =>
      clocksOf([theirs, ours], factsOf(lines), aContext()).filter((clock) => clock.clause === ours.id).map((clock) => clock.excusedBy);
    expect(excused([on('01 09:00', { type: 'qualified' }), held('06 10:00')])).toEqual([null]);
  });

  test('what happened before the lead was one that it is about is owed by nobody, and holds up nothing', () => {
    const onceAccepted = { ...clause, onlyAfter: [{ on: ['accepted'] }] } as const;
    const lines = [...delivered, held('06 10:00'), on('06 11:00', accepts), held('07 10:00'), calls('07 11:00')];
    expect(promisesOn(onceAccepted, lines, '20 09:00')).toEqual(['07 10:00 due 08 10:00: met 07 11:00']);
  });

  test('what does it and starts it starts another: every call is to be followed by a call', () => {
    const callAgain = { ...clause, starts: [{ on: ['attempt'] }], stops: [{ on: ['attempt'] }] } as const;
    expect(promisesOn(callAgain, [...delivered, calls('06 10:00'), calls('06 11:00'), calls('06 12:00')], '06 16:00')).toEqual([
      '06 10:00 due 07 10:00: met 06 11:00',
      '06 11:00 due 07 11:00: met 06 12:00',
      '06 12:00 due 07 12:00: running',
    ]);
  });

  test('what cancels it and starts it starts another: the last meeting counts', () => {
    const lastCounts = { ...clause, cancelledBy: [{ on: ['meeting_held'] }] } as const;
    expect(promisesOn(lastCounts, [...delivered, held('06 10:00'), held('06 12:00'), calls('07 11:00')], '20 09:00')).toEqual([
      '06 10:00 due 07 10:00: cancelled',
      '06 12:00 due 07 12:00: met 07 11:00',
    ]);
  });

  test('a hand-off is that of the last delivery by then, whichever of the two owes', () => {
    const handed = (when: string, handOff: string, to: string, by: typeof sdr | typeof marketing): Line => on(when, { type: 'handed_off', handOff, to, by });
    const lines = [on('03 11:00', { type: 'qualified' }), handed('06 09:00', 'mql_to_sdr', 'sales_development', marketing)];
    const ofMarketing = { ...clause, by: 'marketing', to: 'sales_development', handOff: 'mql_to_sdr' } as const;
    expect(clocksIn(ofMarketing, [...lines, held('06 10:00')]).map(({ delivery, person }) => [delivery, person])).toEqual([[1, null]]);
    const handedOn = [...lines, on('06 09:10', accepts), handed('06 09:30', 'sql_to_sales', 'sales', sdr), held('06 10:00')];
    expect(clocksIn({ ...clause, handOff: 'mql_to_sdr' }, handedOn)).toEqual([]);
    expect(clocksIn(clause, handedOn).map(({ delivery }) => delivery)).toEqual([1]);
  });

  test('a lead that was never delivered is owed by whoever has it then', () => {
    const given = (when: string, to: string): Line => on(when, { type: 'assigned', to, toParty: 'sales_development', by: sdr });
    const lines = [on('03 10:00', { type: 'inquiry' }), given('03 11:00', 'eve'), given('03 12:00', 'kim'), held('06 10:00'), given('06 11:00', 'eve')];
    expect(clocksIn(clause, lines).map(({ delivery, person }) => [delivery, person])).toEqual([[0, 'kim']]);
  });

  test('what started before it was promised is owed by nobody, and holds up nothing', () => {
    const lines = [...delivered, held('06 10:00'), held('08 09:00')];
    const under = (from: string, until: string | null): ClausesInForce =>
      ({ clauses: [clause], context: aContext(), from: moment(from), until: until === null ? null : moment(until) });
    const startsUnder = (...versions: readonly ClausesInForce[]): readonly (string | null)[] =>
      clocksUnder(versions, factsOf(lines)).map(({ startedEvent }) => startedEvent);
    expect(startsUnder(under('07 00:00', null))).toEqual(['e5']);
    expect(startsUnder(under('01 00:00', '07 00:00'), under('07 00:00', null))).toEqual(['e4']);
    expect(startsUnder(under('01 00:00', '05 00:00'), under('07 00:00', null))).toEqual(['e5']);
  });

  test('how the rows are ordered never matters', () => {
    const facts = factsOf([...delivered, held('06 10:00'), calls('06 10:00'), held('06 10:00'), ...accepted, held('06 12:00'), calls('06 14:00'), held('07 10:00')]);
    const turned = { ...facts, leadEvents: facts.leadEvents.toReversed(), handOffs: facts.handOffs.toReversed(), exits: facts.exits.toReversed() };
    const told = clocksOf([clause], facts, aContext());
    expect(told.map(({ startedEvent, stoppedEvent }) => [startedEvent, stoppedEvent])).toEqual([['e4', 'e5'], ['e6', 'e10'], ['e11', null]]);
    expect(clocksOf([clause], turned, aContext())).toEqual(told);
  });

  test('of thousands at one moment each is done by the next, soon enough', () => {
    const callAgain = { ...clause, starts: [{ on: ['attempt'] }], stops: [{ on: ['attempt'] }] } as const;
    const many = clocksIn(callAgain, Array.from({ length: 20_000 }, () => calls('06 10:00')));
    expect(many.map(({ stoppedEvent }) => stoppedEvent)).toEqual(many.map((_, i) => (i === 19_999 ? null : `e${String(i + 2)}`)));
  });

  test('in words', () => {
    const lines = [...delivered, held('06 10:00'), calls('06 11:00'), held('08 09:00')];
    expect(findingOn(clause, lines).sentence).toBe(
      'Sales development did what was agreed on 1 of 2 occasions within 8 working hours (50 %); agreed are 90 %. 1 is overdue and still open.',
    );
    expect(findingOn(clause, delivered).sentence).toBe('No occasion on which sales development owed it has yet been judged against 8 working hours.');
  });
});

test('what it must say, and what no event can be', () => {
  expect(readWith(Clause, clause).ok).toBe(true);
  const reopened = { ...clause, reopen: { by: [{ on: ['contact_made'] }], then: 'resume' } };
  expect(readWith(Clause, reopened)).toMatchObject({ ok: false, issues: [{ path: ['reopen'] }] });
  // Another kind knows the word: it is no slip.
  expect(readWith(Clause, { ...clause, expires: true })).toMatchObject({ ok: false, issues: [{ code: 'input.unknown_key', params: { suggestion: null } }] });
  const { stops: _, ...without } = clause;
  expect(readWith(Clause, without)).toMatchObject({ ok: false, issues: [{ code: 'input.missing', path: ['stops'] }] });
  const never = { ...clause, starts: [{ on: ['recycled'], channels: ['phone'] }] } as const;
  expect(lintClauses([never]).map(({ code, path }) => [code, path])).toEqual([['sla.condition_never_met', [0, 'starts', 0]]]);
});
