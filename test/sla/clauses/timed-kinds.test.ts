import { describe, expect, test } from 'vitest';
import { readWith } from 'revpact/kernel';
import { Clause, assessClauses, clocksOf, lintClauses, type ClauseContext } from 'revpact/sla';
import type { FeedbackFact, Facts } from 'revpact/vocabulary';
import { accepts, attempts, delivers, marketing, rejects, robot, sales, sdr, type Line } from '../../support/lead-log.js';
import { aContext, aDelivery, someFacts } from '../../support/promises.js';
import { clocksIn, delivered, factsOf, findingOn, moment, on, promisesOn } from '../../support/timed.js';

const owed = { by: 'sales_development', to: 'marketing', share: '0.9', within: { minutes: 480 } } as const;
const window = { ...owed, id: 'window', kind: 'acceptance', title: 'Accept or reject', within: { minutes: 120 } } as const;
const resolved = { ...owed, id: 'resolved', kind: 'resolution', title: 'Comes to something', from: 'accepted', reaches: 'sql' } as const;
const held = { ...owed, id: 'held', kind: 'ownership', title: 'Not held for long' } as const;
const answered = { ...owed, id: 'answered', kind: 'feedback_answered', title: 'Feedback is answered', by: 'marketing', to: 'sales_development' } as const;

const opens = (when: string): Line => on(when, { type: 'opportunity_opened', opportunityId: 'o', by: sdr });
const expires = (when: string): Line => on(when, { type: 'expired', by: robot });
const drops = (when: string): Line => on(when, { type: 'disqualified', reason: 'no_budget', by: sdr });
const handsOn = (when: string, by: typeof sdr | typeof marketing = sdr): Line => on(when, { type: 'handed_off', to: 'sales', by });
const optsOut = (when: string): Line => on(when, { type: 'opted_out', by: marketing });

describe('resolution: eight working hours from acceptance on Monday at ten, due Tuesday at ten', () => {
  const accepted = [...delivered, on('06 10:00', accepts), on('06 11:00', attempts)];
  test.each<{ when: string; lines: readonly Line[]; is: string }>([
    { when: 'the milestone is reached', lines: [opens('06 15:00')], is: 'met 06 15:00' },
    { when: 'reached late', lines: [opens('07 11:00')], is: 'answered_late 07 11:00' },
    { when: 'reached exactly when it is due', lines: [opens('07 10:00')], is: 'met 07 10:00' },
    { when: 'disqualified', lines: [drops('06 16:00')], is: 'met 06 16:00' },
    { when: 'nothing comes of it', lines: [], is: 'breached_open' },
    { when: 'only called', lines: [on('06 12:00', attempts)], is: 'breached_open' },
    { when: 'a milestone was skipped: a later one is reached', lines: [on('06 15:00', { type: 'opportunity_won', opportunityId: 'o', by: sales, stage: 'won' })], is: 'met 06 15:00' },
    { when: 'expired in time resolves nothing', lines: [expires('06 16:00')], is: 'breached_open' },
    { when: 'expired when it was overdue', lines: [expires('07 10:01')], is: 'breached_open' },
    { when: 'opted out before it is due', lines: [optsOut('06 16:00')], is: 'cancelled' },
    { when: 'delivered anew', lines: [on('06 16:00', delivers)], is: 'superseded' },
    { when: 'handed on to sales, who still owe nothing of it', lines: [handsOn('06 16:00')], is: 'breached_open' },
    { when: 'a stay that a later row reveals', lines: [on('06 16:00', { type: 'qualified', leftStage: 'sql', stage: 'mql' })], is: 'met 06 16:00' },
  ])('$when → $is', ({ lines, is }) => {
    expect(promisesOn(resolved, [...accepted, ...lines], '20 09:00')).toEqual([`06 10:00 due 07 10:00: ${is}`]);
  });

  test('from delivery, a rejection resolves it; without acceptance there is no clock of the other', () => {
    const clause = { ...resolved, from: 'delivered' } as const;
    expect(promisesOn(clause, [...delivered, on('06 12:00', rejects)])).toEqual(['06 09:00 due 06 17:00: met 06 12:00']);
    expect(promisesOn(clause, delivered, '06 12:00')).toEqual(['06 09:00 due 06 17:00: running']);
    expect(promisesOn(resolved, [...delivered, on('06 12:00', rejects)])).toEqual([]);
  });

  test('what was reached in an earlier round resolves nothing', () => {
    const lines = [...accepted, opens('06 12:00'), on('06 13:00', { type: 'opportunity_lost', opportunityId: 'o', by: sales }), on('06 14:00', { type: 'recycled' }), on('06 15:00', { type: 'qualified' }), on('06 16:00', delivers), on('06 16:30', accepts)];
    expect(promisesOn(resolved, lines, '20 09:00')).toEqual(['06 10:00 due 07 10:00: met 06 12:00', '06 16:30 due 07 16:30: breached_open']);
  });

  test('a framework that has neither the milestone nor a later one proves nothing', () => {
    const finding = findingOn(resolved, accepted, { milestones: { mql: ['mql'] } });
    expect([finding.state, finding.evidence]).toEqual(['unproven', []]);
    expect(finding.sentence).toBe('The framework has no stage for "sql" or what comes after it, so that nothing can be judged.');
    expect(promisesOn({ ...resolved, reaches: 'accepted', from: 'delivered' }, [...delivered, on('06 12:00', accepts)])).toEqual(['06 09:00 due 06 17:00: met 06 12:00']);
  });

  test('sentences', () => {
    expect(findingOn(resolved, [...accepted, opens('06 15:00')]).sentence).toBe(
      'Sales development brought 1 of 1 acceptance to "sql" or an exit within 8 working hours (100 %); agreed are 90 %.',
    );
    expect(findingOn({ ...resolved, from: 'delivered' }, []).sentence).toBe(
      'No delivery to sales development has yet been judged against 8 working hours until "sql" or an exit.',
    );
  });
});

describe('ownership: held for eight working hours from Monday nine, due at five', () => {
  test.each<{ when: string; lines: readonly Line[]; is: string }>([
    { when: 'held for ever', lines: [], is: 'breached_open' },
    { when: 'accepting it is to hold it', lines: [on('06 10:00', accepts)], is: 'breached_open' },
    { when: 'handed on', lines: [handsOn('06 16:00')], is: 'met 06 16:00' },
    { when: 'handed on exactly when it is due', lines: [handsOn('06 17:00')], is: 'met 06 17:00' },
    { when: 'handed on in the evening', lines: [handsOn('06 17:01')], is: 'answered_late 06 17:01' },
    { when: 'sent back', lines: [on('06 10:00', rejects)], is: 'met 06 10:00' },
    { when: 'let go', lines: [on('06 10:00', accepts), on('06 10:30', attempts), drops('06 11:00')], is: 'met 06 11:00' },
    { when: 'let go untried, which the agreed life does not allow: the lead stays', lines: [on('06 10:00', accepts), drops('06 11:00')], is: 'breached_open' },
    { when: 'the stage becomes another party’s', lines: [on('06 10:00', accepts), opens('06 15:00')], is: 'met 06 15:00' },
    { when: 'the stage stays marketing’s', lines: [on('06 10:00', { type: 'inquiry', stage: 'inquiry' })], is: 'breached_open' },
    { when: 'assigned to somebody of sales', lines: [on('06 12:00', { type: 'assigned', to: 'sam', toParty: 'sales' })], is: 'met 06 12:00' },
    { when: 'assigned to somebody else of the team', lines: [on('06 12:00', { type: 'assigned', to: 'eve', toParty: 'sales_development' })], is: 'breached_open' },
    { when: 'expired before it is due: nobody holds it any more', lines: [expires('06 12:00')], is: 'cancelled' },
    { when: 'expired when it was overdue heals nothing', lines: [expires('06 17:01')], is: 'breached_open' },
    { when: 'opted out before it is due', lines: [optsOut('06 12:00')], is: 'cancelled' },
    { when: 'marketing takes it away unanswered, and gives it to sales', lines: [handsOn('06 12:00', marketing)], is: 'superseded' },
    { when: 'marketing gives it to sales after it was accepted', lines: [on('06 10:00', accepts), handsOn('06 12:00', marketing)], is: 'met 06 12:00' },
  ])('$when → $is', ({ lines, is }) => {
    expect(promisesOn(held, [...delivered, ...lines], '20 09:00')).toEqual([`06 09:00 due 06 17:00: ${is}`]);
  });

  test('each delivery is held anew; without stage owners, only handing on and leaving end it', () => {
    const lines = [...delivered, on('06 10:00', rejects), on('06 11:00', { type: 'recycled' }), on('06 12:00', { type: 'qualified' }), on('06 13:00', delivers), on('06 14:00', accepts), opens('06 15:00')];
    expect(promisesOn(held, lines)).toEqual(['06 09:00 due 06 17:00: met 06 10:00', '06 13:00 due 07 13:00: met 06 15:00']);
    const facts = factsOf([...delivered, on('06 10:00', accepts), opens('06 15:00')]);
    expect(clocksOf([held], facts, aContext()).map(({ stoppedAt }) => stoppedAt)).toEqual([null]);
  });

  test('a sequence of teams: each answers for its own time', () => {
    const theirs = { ...held, id: 'theirs', by: 'sales', to: 'sales_development' };
    const lines = [...delivered, on('06 10:00', accepts), handsOn('06 16:00'), on('07 10:00', { type: 'opportunity_opened', opportunityId: 'o', by: sales }), on('07 11:00', { type: 'opportunity_won', opportunityId: 'o', by: sales })];
    expect(promisesOn(held, lines)).toEqual(['06 09:00 due 06 17:00: met 06 16:00']);
    expect(promisesOn(theirs, lines)).toEqual(['06 16:00 due 07 16:00: met 07 11:00']);
  });

  test('sentences', () => {
    expect(findingOn(held, [...delivered, handsOn('06 16:00')]).sentence).toBe(
      'Sales development held 1 of 1 delivery no longer than 8 working hours (100 %); agreed are 90 %.',
    );
    expect(findingOn(held, []).sentence).toBe('No delivery that sales development holds has yet been judged against 8 working hours.');
  });
});

describe('feedback answered: eight working hours', () => {
  const feedback = (over: Partial<FeedbackFact> = {}): FeedbackFact => ({
    event: 'sent_back',
    leadId: 'a',
    delivery: 1,
    kind: 'rejected',
    at: moment('06 10:00'),
    byDay: false,
    party: 'sales_development',
    person: 'dev',
    rejectionClass: 'clerical',
    reason: 'no_phone',
    specifics: [],
    complete: null,
    answeredAt: null,
    answeredEvent: null,
    answeredParty: null,
    ...over,
  });
  const reply = (at: string, party = 'marketing'): Partial<FeedbackFact> => ({ answeredAt: moment(at), answeredEvent: 'reply', answeredParty: party });
  const judge = (clause: Clause, facts: Facts, over: Partial<ClauseContext> = {}) => {
    const context = aContext(over);
    return assessClauses([clause], { ...facts, clocks: clocksOf([clause], facts, context) }, context)[0]!;
  };
  const states = (items: readonly FeedbackFact[], clause: Clause = answered, facts: Partial<Facts> = {}) =>
    judge(clause, someFacts({ feedback: items, ...facts })).evidence.map(({ state }) => state);

  test.each<{ when: string; item: Partial<FeedbackFact>; is: readonly string[] }>([
    { when: 'answered the same day', item: reply('06 16:00'), is: ['met'] },
    { when: 'answered exactly in time', item: reply('07 10:00'), is: ['met'] },
    { when: 'answered late', item: reply('07 10:01'), is: ['answered_late'] },
    { when: 'not answered', item: {}, is: ['breached_open'] },
    { when: 'answered by sales only', item: reply('06 16:00', 'sales'), is: ['breached_open'] },
    { when: 'given by sales', item: { party: 'sales' }, is: [] },
    { when: 'known to the day only', item: { byDay: true }, is: ['unproven'] },
  ])('$when → $is', ({ item, is }) => {
    expect(states([feedback(item)])).toEqual(is);
  });

  test('only what a clause is about, and only of its hand-off', () => {
    const items = [feedback(), feedback({ event: 'lost', kind: 'lost', delivery: 2 }), feedback({ event: 'declined', kind: 'meeting_declined', delivery: 0 })];
    expect(states(items).length).toBe(3);
    expect(states(items, { ...answered, about: ['lost', 'disqualified'] }).length).toBe(1);
    const handOffs = [aDelivery({ leadId: 'a', handOff: 'mqls' }), aDelivery({ leadId: 'a', delivery: 2, handOff: null, deliveredEvent: 'd2' })];
    expect(states(items, { ...answered, handOff: 'mqls' }, { handOffs }).length).toBe(2);
    expect(states(items, { ...answered, handOff: 'events' }, { handOffs }).length).toBe(1);
  });

  test('several on one delivery are clocks of their own', () => {
    const facts = someFacts({ feedback: [feedback(), feedback({ event: 'again', at: moment('07 10:00') })] });
    expect(clocksOf([answered], facts, aContext()).map(({ delivery, cycle, startedEvent }) => [delivery, cycle, startedEvent])).toEqual([
      [1, 1, 'sent_back'],
      [1, 2, 'again'],
    ]);
  });

  test('from the log: a human of the party that owes it, and an answer that names the feedback', () => {
    const replies = (when: string, by: typeof marketing | typeof robot | typeof sales, answers = 'back'): Line => on(when, { type: 'feedback_answered', by, answers });
    const sentBack = [...delivered, on('06 10:00', { ...rejects, id: 'back' })];
    const automatic = { party: 'marketing', kind: 'automation' } as unknown as typeof robot;
    expect(promisesOn(answered, [...sentBack, replies('06 16:00', marketing)])).toEqual(['06 10:00 due 07 10:00: met 06 16:00']);
    expect(promisesOn(answered, [...sentBack, replies('06 16:00', automatic)])).toEqual(['06 10:00 due 07 10:00: breached_open']);
    expect(promisesOn(answered, [...sentBack, replies('06 12:00', sales), replies('06 16:00', marketing)])).toEqual(['06 10:00 due 07 10:00: met 06 16:00']);
    expect(promisesOn(answered, [...sentBack, on('06 16:00', delivers)])).toEqual(['06 10:00 due 07 10:00: breached_open']);
    // On another lead it is reported with the facts, and answers nothing.
    expect(promisesOn(answered, [...sentBack, { ...replies('06 16:00', marketing), leadId: 'b' }])).toEqual(['06 10:00 due 07 10:00: breached_open']);
    const anew = { ...answered, cancelledBy: [{ on: ['handed_off'], by: ['marketing'] }] } as const;
    expect(promisesOn(anew, [...sentBack, on('06 16:00', delivers)])).toEqual(['06 10:00 due 07 10:00: cancelled']);
  });

  test('sentences', () => {
    expect(judge(answered, someFacts({ feedback: [feedback(reply('06 16:00')), feedback({ event: 'other' })] })).sentence).toBe(
      'Marketing answered 1 of 2 items of feedback within 8 working hours (50 %); agreed are 90 %. 1 is overdue and still open.',
    );
    expect(judge(answered, someFacts()).sentence).toBe('No feedback by sales development has yet been judged against 8 working hours.');
  });
});

describe('acceptance, and the rubber stamp: a try within four working hours of it', () => {
  const stamped = { ...window, attemptWithin: { minutes: 240 } } as const;
  const accepted = [...delivered, on('06 10:00', accepts)];
  test.each<{ when: string; lines: readonly Line[]; asOf?: string; count: number }>([
    { when: 'never tried', lines: [], count: 1 },
    { when: 'tried in time', lines: [on('06 13:00', attempts)], count: 0 },
    { when: 'tried exactly in time', lines: [on('06 14:00', attempts)], count: 0 },
    { when: 'tried too late', lines: [on('06 14:01', attempts)], count: 1 },
    { when: 'tried by a sequencer', lines: [on('06 13:00', { ...attempts, by: robot })], count: 1 },
    { when: 'the time is not over', lines: [], asOf: '06 14:00', count: 0 },
    { when: 'the time is over', lines: [], asOf: '06 14:01', count: 1 },
    { when: 'handed on untried', lines: [handsOn('06 12:00')], count: 1 },
    { when: 'opted out before the time is over', lines: [optsOut('06 12:00')], count: 0 },
    { when: 'delivered anew before the time is over', lines: [on('06 12:00', delivers)], count: 0 },
    { when: 'tried that day, at no known time', lines: [on('06 00:00', { ...attempts, precision: 'day', zone: 'Etc/UTC' })], count: 0 },
  ])('$when → $count', ({ lines, asOf = '20 09:00', count }) => {
    const { alarms } = findingOn(stamped, [...accepted, ...lines], { asOf: moment(asOf) });
    expect(alarms.map((alarm) => [alarm.kind, alarm.count])).toEqual(count === 0 ? [] : [['rubber_stamp', count]]);
  });

  test('tried before it was accepted is tried; rejected is not accepted; without the option there is no alarm', () => {
    expect(findingOn(stamped, [...delivered, on('06 09:30', attempts), on('06 10:00', accepts)]).alarms).toEqual([]);
    expect(findingOn(stamped, [...delivered, on('06 10:00', rejects)]).alarms).toEqual([]);
    expect(findingOn(window, accepted).alarms).toEqual([]);
  });

  test('the alarm comes beside a promise that is kept, with its evidence and a sentence', () => {
    const finding = findingOn(stamped, accepted);
    expect(finding.state).toBe('kept');
    expect(finding.alarms[0]!.evidence).toEqual(finding.evidence);
    expect(finding.sentence).toBe(
      'Sales development accepted or rejected 1 of 1 delivery within 2 working hours (100 %); agreed are 90 %. ' +
        '1 of 1 accepted delivery was not tried in the agreed time.',
    );
  });

  test('a delivery is counted once, though its promise began anew', () => {
    const given = on('06 09:30', { type: 'assigned', to: 'eve', toParty: 'sales_development' });
    const { alarms, evidence } = findingOn({ ...stamped, reassign: 'restart' }, [...accepted, given]);
    expect(evidence.map(({ state }) => state)).toEqual(['superseded', 'met']);
    expect(alarms.map((alarm) => [alarm.count, alarm.evidence.map(({ state }) => state)])).toEqual([[1, ['met']]]);
  });

  test('the words of the version under which it was delivered decide', () => {
    expect(findingOn(stamped, accepted, { wordingAt: () => window }).alarms).toEqual([]);
    expect(findingOn(window, accepted, { wordingAt: () => stamped }).alarms.length).toBe(1);
    expect(findingOn(stamped, accepted, { wordingAt: () => null }).alarms).toEqual([]);
  });

  test('reopened, it is answered by another yes or no', () => {
    const again = { ...window, reopen: { by: [{ on: ['recycled'] }], then: 'restart' } } as const;
    const lines = [...delivered, on('06 10:00', rejects), on('07 09:00', { type: 'recycled' }), on('07 10:00', accepts)];
    expect(promisesOn(again, lines)).toEqual(['06 09:00 due 06 11:00: met 06 10:00', '07 09:00 due 07 11:00: met 07 10:00']);
    expect(promisesOn(again, lines.slice(0, -1))[1]).toBe('07 09:00 due 07 11:00: breached_open');
  });
});

describe('all timed kinds', () => {
  const clauses = [
    window,
    { ...window, attemptWithin: { minutes: 240 }, expires: true },
    resolved,
    { ...resolved, expires: true },
    held,
    answered,
    { ...answered, about: ['rejected'] },
  ] as const;

  test('are written in a pact as they are, and nothing else is', () => {
    for (const clause of clauses) expect(readWith(Clause, clause)).toEqual({ ok: true, value: clause });
    const codes = (input: unknown) => {
      const read = readWith(Clause, input);
      return read.ok ? [] : read.issues.map((issue) => [issue.code, ...issue.path]);
    };
    expect(codes({ ...resolved, reaches: 'closed' })).toEqual([['input.not_one_of', 'reaches']]);
    expect(codes({ ...answered, about: [] })).toEqual([['input.invalid', 'about']]);
    expect(codes({ ...answered, about: ['expired'] })).toEqual([['input.not_one_of', 'about', 0]]);
    expect(codes({ ...held, from: 'delivered' })).toEqual([['input.unknown_key', 'from']]);
    expect(codes({ ...window, attemptWithin: { minutes: 0 } })).toEqual([['input.invalid', 'attemptWithin', 'minutes']]);
  });

  test('are judged delivery by delivery, and find nothing wrong with themselves', () => {
    expect(lintClauses(clauses.map((clause, i) => ({ ...clause, id: `c${String(i)}` })))).toEqual([]);
  });

  test('the order of rows never matters', () => {
    const lines = [
      ...delivered,
      on('06 10:00', accepts),
      on('06 10:00', attempts),
      on('06 10:00', { type: 'contact_made', channel: 'phone', by: sdr }),
      drops('06 12:00'),
      on('06 12:00', { type: 'recycled' }),
      on('06 12:00', { type: 'qualified' }),
      on('06 12:00', delivers),
      on('06 12:00', rejects),
    ];
    const facts = factsOf(lines);
    const reversed: Facts = {
      ...facts,
      leads: [...facts.leads].reverse(),
      stageVisits: [...facts.stageVisits].reverse(),
      handOffs: [...facts.handOffs].reverse(),
      exits: [...facts.exits].reverse(),
      activities: [...facts.activities].reverse(),
      feedback: [...facts.feedback].reverse(),
      leadEvents: [...facts.leadEvents].reverse(),
    };
    for (const clause of clauses) {
      const inOrder = clocksOf([clause], facts, aContext());
      expect(inOrder.length).toBeGreaterThan(0);
      expect([...clocksOf([clause], reversed, aContext())].sort((a, b) => a.startedAt - b.startedAt || a.delivery - b.delivery || a.cycle - b.cycle)).toEqual(inOrder);
    }
    expect(promisesOn(resolved, lines)).toEqual(['06 10:00 due 07 10:00: met 06 12:00']);
    expect(promisesOn({ ...resolved, from: 'delivered' }, lines)).toEqual(['06 09:00 due 06 17:00: met 06 12:00', '06 12:00 due 07 12:00: met 06 12:00']);
  });

  test('given to somebody else of the team, each begins anew where the clause says so, and what fulfilled it still does', () => {
    const given = on('06 09:30', { type: 'assigned', to: 'eve', toParty: 'sales_development' });
    const first = { ...owed, id: 'first', kind: 'response_time', title: 'Tried', from: 'delivered' } as const;
    const rows: readonly (readonly [Clause, Line])[] = [
      [{ ...window, within: { minutes: 480 } }, on('06 12:00', accepts)],
      [first, on('06 12:00', attempts)],
      [{ ...first, counts: { actor: 'any' } }, on('06 12:00', attempts)],
      [{ ...first, answer: 'periodic' }, on('06 12:00', attempts)],
      [{ ...resolved, from: 'delivered' }, on('06 12:00', rejects)],
      [held, handsOn('06 12:00')],
    ];
    for (const [clause, line] of rows) {
      const [kept, anew] = promisesOn({ ...clause, reassign: 'restart' } as Clause, [...delivered, given, line], '06 13:00');
      expect([clause.kind, kept, anew]).toEqual([clause.kind, '06 09:00 due 06 17:00: superseded', '06 09:30 due 07 09:30: met 06 12:00']);
    }
  });

  test('a clock per delivery, for the person to whom it was handed', () => {
    expect(clocksIn(held, delivered).map(({ person, delivery, kind }) => [person, delivery, kind])).toEqual([['dev', 1, 'ownership']]);
  });
});
