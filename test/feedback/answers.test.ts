import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersOwed, type ExitReason } from 'revpact/feedback';
import { factsFrom, resolve } from 'revpact/lifecycle';
import { clocksOf, type FeedbackAnswered } from 'revpact/sla';
import { sirius2006 } from 'revpact/vocabulary';
import { marketing, sales, sdr, type Line } from '../support/lead-log.js';
import { aContext } from '../support/promises.js';
import { anyLog } from '../support/random-log.js';
import { delivered, factsOf, moment, on } from '../support/timed.js';

const reasons: readonly ExitReason[] = [
  { id: 'no_phone', term: 'No phone number', exits: ['rejected'], terminal: false, specifics: [] },
  { id: 'wrong_list', term: 'Wrong list', exits: ['rejected'], terminal: false, specifics: [], answeredBy: 'operations' },
  { id: 'too_busy', term: 'No capacity', exits: ['rejected'], terminal: false, specifics: [], answeredBy: 'sales_development' },
];
const answered: FeedbackAnswered = {
  id: 'answers', kind: 'feedback_answered', title: 'Answers', by: 'marketing', to: 'sales_development', within: { minutes: 480 }, share: '1',
};
const rejected = (reason = 'no_phone'): Line => on('06 10:00', { id: 'no', type: 'rejected', class: 'clerical', reason, by: sdr });
const says = (when: string, by: Line['by'] = marketing, answers = 'no'): Line => on(when, { type: 'feedback_answered', answers, by });
const operations = { party: 'operations', kind: 'human' } as const;

const owed = (lines: readonly Line[], asOf: string, clauses: readonly FeedbackAnswered[] = [answered]): ReturnType<typeof answersOwed> => {
  const facts = factsOf(lines.filter(({ at = 0 }) => at < moment(asOf)));
  return answersOwed(reasons, { ...facts, clocks: clocksOf(clauses, facts, aContext({ milestones: sirius2006.milestones })) }, { asOf: moment(asOf), minimum: 1 });
};

describe('who owes an answer to a rejection on Monday at ten; eight working hours, so until Tuesday at ten', () => {
  test.each<{ when: string; lines: readonly Line[]; asOf?: string; clauses?: readonly FeedbackAnswered[]; is: readonly unknown[] }>([
    { when: 'not yet due', lines: [rejected()], asOf: '07 09:00', is: ['marketing', 'open', 'answers'] },
    { when: 'at the very end', lines: [rejected()], asOf: '07 10:00', is: ['marketing', 'open', 'answers'] },
    { when: 'overdue', lines: [rejected()], is: ['marketing', 'overdue', 'answers'] },
    { when: 'in time', lines: [rejected(), says('07 10:00')], is: ['marketing', 'answered', 'answers'] },
    { when: 'late', lines: [rejected(), says('07 10:01')], is: ['marketing', 'answered_late', 'answers'] },
    { when: 'answered by somebody who does not owe it', lines: [rejected(), says('06 11:00', sales)], is: ['marketing', 'overdue', 'answers'] },
    { when: 'first by another, then by the owner', lines: [rejected(), says('06 11:00', sales), says('06 12:00')], is: ['marketing', 'answered', 'answers'] },
    { when: 'by automation', lines: [rejected(), says('06 11:00', { party: 'marketing', kind: 'automation' })], is: ['marketing', 'overdue', 'answers'] },
    { when: 'about something else', lines: [rejected(), says('06 11:00', marketing, 'e1')], is: ['marketing', 'overdue', 'answers'] },
    { when: 'on another lead', lines: [rejected(), { ...on('06 09:00', { type: 'inquiry' }), leadId: 'b' }, { ...says('06 11:00'), leadId: 'b' }], is: ['marketing', 'overdue', 'answers'] },
    { when: 'before there was anything to answer', lines: [says('06 09:30'), rejected()], is: ['marketing', 'overdue', 'answers'] },
    { when: 'nobody promised by when', lines: [rejected()], clauses: [], is: ['marketing', 'open', null] },
    { when: 'and answered all the same', lines: [rejected(), says('09 10:00')], clauses: [], is: ['marketing', 'answered', null] },
    { when: 'a reason that is another party’s to answer', lines: [rejected('wrong_list')], is: ['operations', 'open', null] },
    { when: 'and that party answered', lines: [rejected('wrong_list'), says('06 11:00', operations)], is: ['operations', 'answered', null] },
    { when: 'a reason that is the giver’s own falls back to who delivered', lines: [rejected('too_busy')], is: ['marketing', 'overdue', 'answers'] },
  ])('$when → $is', ({ lines, asOf = '20 09:00', clauses, is }) => {
    const { items } = owed([...delivered, ...lines], asOf, clauses);
    expect(items.map(({ owner, state, clause }) => [owner, state, clause])).toEqual([is]);
  });

  test('due when the clock says, of several the first', () => {
    const sooner: FeedbackAnswered = { ...answered, id: 'sooner', within: { minutes: 60 } };
    const { items } = owed([...delivered, rejected()], '20 09:00', [answered, sooner]);
    expect(items[0]).toMatchObject({ event: 'no', leadId: 'a', delivery: 1, kind: 'rejected', from: 'sales_development', clause: 'sooner', dueAt: moment('06 11:00') });
  });

  test('a lead that nobody delivered: whoever promised, or nobody', () => {
    const own = [on('03 10:00', { type: 'inquiry' }), on('03 11:00', { type: 'qualified' }), rejected()];
    expect(owed(own, '20 09:00').items[0]).toMatchObject({ owner: 'marketing', state: 'overdue' });
    const nobodys = owed(own, '20 09:00', []);
    expect(nobodys.items[0]).toMatchObject({ owner: null, state: 'nobody', clause: null, dueAt: null });
    expect(nobodys).toMatchObject({ owners: [], closure: { denominator: 0, value: null } });
  });

  test('of clocks of several parties one that is not the giver’s own', () => {
    const facts = factsOf([on('03 10:00', { type: 'inquiry' }), on('03 11:00', { type: 'qualified' }), rejected()]);
    const [clock] = clocksOf([answered], facts, aContext({ milestones: sirius2006.milestones }));
    if (clock === undefined) throw new Error('no clock');
    const clocks = [{ ...clock, party: 'sales_development' }, { ...clock, party: 'operations' }];
    expect(answersOwed(reasons, { ...facts, clocks }, { asOf: moment('20 09:00') }).items[0]).toMatchObject({ owner: 'operations', state: 'overdue' });
  });

  test('clocks that were let go are owed no more; what is known to the day only proves nothing', () => {
    const facts = factsOf([...delivered, rejected()]);
    const [clock] = clocksOf([answered], facts, aContext({ milestones: sirius2006.milestones }));
    if (clock === undefined) throw new Error('no clock');
    const stateWith = (differs: Partial<typeof clock>): string | undefined =>
      answersOwed(reasons, { ...facts, clocks: [{ ...clock, ...differs }] }, { asOf: moment('20 09:00') }).items[0]?.state;
    expect(stateWith({ waivedAt: moment('06 12:00') })).toBe('let_go');
    expect(stateWith({ waivedAt: moment('20 09:00') })).toBe('overdue');
    expect(stateWith({ cancelledAt: moment('06 12:00') })).toBe('let_go');
    expect(stateWith({ excusedBy: 'theirs' })).toBe('let_go');
    expect(stateWith({ unproven: true })).toBe('unproven');
    expect(stateWith({ dueAt: null })).toBe('open');
    // An answer closes the loop, though nobody can say that it was late; what was let go was not owed any more.
    const late = factsOf([...delivered, rejected(), says('19 10:00')]);
    const stateOf = (differs: Partial<typeof clock>): string | undefined =>
      answersOwed(reasons, { ...late, clocks: [{ ...clock, ...differs }] }, { asOf: moment('20 09:00') }).items[0]?.state;
    expect([stateOf({}), stateOf({ unproven: true }), stateOf({ dueAt: null }), stateOf({ waivedAt: moment('06 12:00') })]).toEqual(['answered_late', 'answered', 'answered', 'let_go']);
    // Of two clocks the one that is still owed.
    const two = [{ ...clock, waivedAt: moment('06 12:00') }, { ...clock, clause: 'other', dueAt: moment('10 10:00') }];
    expect(answersOwed(reasons, { ...facts, clocks: two }, { asOf: moment('20 09:00') }).items[0]).toMatchObject({ clause: 'other', state: 'overdue' });
  });
});

test('an answer at the moment of looking has not been given yet', () => {
  const facts = factsOf([...delivered, rejected(), says('07 09:00')]);
  const answeredAt = (asOf: number): number | null | undefined => answersOwed(reasons, facts, { asOf }).items[0]?.answeredAt;
  expect([answeredAt(moment('07 09:00')), answeredAt(moment('07 09:00') + 1)]).toEqual([null, moment('07 09:00')]);
});

test('law: where a clause asks the same, its finding and the answers agree, whatever the log', () => {
  const same: Readonly<Record<string, string>> = { met: 'answered', answered_late: 'answered_late', breached_open: 'overdue', running: 'open' };
  let compared = 0;
  fc.assert(
    fc.property(anyLog(sirius2006, 50, ['handed_off', 'rejected', 'disqualified', 'feedback_answered', 'opportunity_lost']), fc.integer({ min: 0, max: 120 }), (events, asOf) => {
      const { facts: base } = factsFrom(sirius2006, resolve(events, { asOf }));
      // A promise of 40 ms of a day that never closes.
      const clause: FeedbackAnswered = { ...answered, within: { minutes: 1 } };
      const context = aContext({ milestones: sirius2006.milestones, period: { label: 'all', start: 0, end: 1000, zone: 'UTC' }, asOf });
      const clocks = clocksOf([clause], base, context).map((clock) => ({ ...clock, dueAt: clock.startedAt + 40 }));
      const states = new Map(answersOwed([], { ...base, clocks }, { asOf }).items.map(({ event, owner, state }) => [event, owner === 'marketing' ? state : null]));
      for (const clock of clocks) {
        const stoppedAt = clock.stoppedAt;
        const judged = stoppedAt !== null ? (stoppedAt <= clock.startedAt + 40 ? 'met' : 'answered_late') : asOf > clock.startedAt + 40 ? 'breached_open' : 'running';
        const state = states.get(clock.startedEvent);
        if (state === null) continue;
        compared += 1;
        expect(state).toBe(same[judged]);
      }
    }),
    { numRuns: 60 },
  );
  expect(compared).toBeGreaterThan(60);
});

test('the loops closed: by owner, in all, and in time', () => {
  const of = (leadId: string, ...lines: readonly Line[]): readonly Line[] => lines.map((line) => ({ ...line, leadId, id: line.id === 'no' ? `no-${leadId}` : `${leadId}-${String(line.at)}` }));
  const lines = [
    ...of('a', ...delivered, rejected(), says('06 11:00', marketing, 'no-a')),
    ...of('b', ...delivered, rejected(), says('08 11:00', marketing, 'no-b')),
    ...of('c', ...delivered, rejected()),
    ...of('d', ...delivered, rejected('wrong_list')),
  ];
  const { owners, closure, inTime } = owed(lines, '20 09:00');
  expect(closure).toMatchObject({ numerator: 2, denominator: 4 });
  expect(inTime).toMatchObject({ numerator: 1, denominator: 3 });
  expect(owners.map(({ party, owed: all, answered: given, overdue }) => [party, all, given, overdue])).toEqual([
    ['marketing', 3, 2, 1],
    ['operations', 1, 0, 0],
  ]);
  const april = { label: '2026-04-06', start: moment('06 10:00'), end: moment('06 10:00') + 1, zone: 'UTC' };
  const facts = factsOf(lines);
  expect(answersOwed(reasons, facts, { asOf: moment('20 09:00'), period: april }).items).toHaveLength(4);
  expect(answersOwed(reasons, facts, { asOf: moment('20 09:00'), period: { ...april, end: april.start } }).items).toHaveLength(0);
  expect(answersOwed(reasons, facts, { asOf: moment('06 10:00') }).items).toHaveLength(0);
});
