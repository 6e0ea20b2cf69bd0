import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readWith } from 'revpact/kernel';
import { CLAUSE_KINDS, Clause, assessClauses, clocksOf, lintClauses, openMsAt, type ClauseContext, type ClauseFinding } from 'revpact/sla';
import type { ClockFact, Facts, HandOffFact } from 'revpact/vocabulary';
import { HOUR, MINUTE, aClock, aContext, aDelivery, aLead, aVisit, anAttempt, office, someFacts, utc } from '../support/promises.js';

const shared = { by: 'sales_development', to: 'marketing', share: '0.9', within: { minutes: 120 } };
const speed = { ...shared, id: 'speed_to_lead', kind: 'response_time', title: 'Speed to lead', from: 'delivered' } as const;
const afterAcceptance = { ...speed, id: 'after_acceptance', from: 'accepted' } as const;
const window = { ...shared, id: 'accept_window', kind: 'acceptance', title: 'Accept or reject' } as const;
const dossier = {
  id: 'dossier',
  kind: 'delivery',
  title: 'Complete dossier',
  by: 'marketing',
  to: 'sales_development',
  share: '0.95',
  requires: ['phone', 'budget'],
} as const;
const inquiries = {
  id: 'mql_volume',
  kind: 'volume',
  title: 'MQLs a month',
  by: 'marketing',
  to: 'sales_development',
  milestone: 'mql',
  atLeast: 44,
  prorate: 'working_day',
} as const;

const moment = (time: string): number => utc(`2026-04-06 ${time}`);

/** Facts with the clocks of some clauses, as a pact puts them together. */
const withClocks = (clauses: readonly Clause[], facts: Facts, context: ClauseContext): Facts => ({
  ...facts,
  clocks: clocksOf(clauses, facts, context),
});

const judge = (clauses: readonly Clause[], facts: Facts, over: Partial<ClauseContext> = {}): readonly ClauseFinding[] => {
  const context = aContext(over);
  return assessClauses(clauses, withClocks(clauses, facts, context), context);
};

const stateOf = (clause: Clause, delivery: Partial<HandOffFact>, facts: Partial<Facts> = {}): string | null => {
  const [finding] = judge([clause], someFacts({ handOffs: [aDelivery(delivery)], ...facts }));
  return finding!.evidence[0]?.state ?? null;
};

const lead = (optedOutAt: number) => aLead({ optedOutAt });

describe('response time, two working hours from Monday nine', () => {
  const attempted = (time: string): Partial<HandOffFact> => ({ firstAttemptAt: moment(time), firstAttemptEvent: 'call', attempts: 1 });
  test.each<{ when: string; delivery: Partial<HandOffFact>; facts?: Partial<Facts>; is: string | null }>([
    { when: 'called within the hour', delivery: attempted('09:50'), is: 'met' },
    { when: 'called after lunch', delivery: attempted('13:00'), is: 'answered_late' },
    { when: 'never called', delivery: {}, is: 'breached_open' },
    { when: 'rejected in time, never called', delivery: { rejectedAt: moment('10:00'), rejectedEvent: 'r' }, is: 'cancelled' },
    { when: 'rejected when it was overdue', delivery: { rejectedAt: moment('12:00'), rejectedEvent: 'r' }, is: 'breached_open' },
    { when: 'delivered anew in time', delivery: { supersededAt: moment('10:00') }, is: 'superseded' },
    { when: 'expired without a call', delivery: { expiredAt: moment('10:30'), expiredEvent: 'x' }, is: 'breached_open' },
    { when: 'opted out in time', delivery: {}, facts: { leads: [lead(moment('10:00'))] }, is: 'cancelled' },
    { when: 'opted out long before', delivery: {}, facts: { leads: [lead(utc('2026-01-01 00:00'))] }, is: 'cancelled' },
    { when: 'called, then opted out', delivery: attempted('09:50'), facts: { leads: [lead(moment('10:00'))] }, is: 'met' },
    { when: 'delivered on that day, at no known time', delivery: { deliveredByDay: true, ...attempted('09:50') }, is: 'unproven' },
    {
      when: 'called on some time of that day or the next: only the day is known',
      delivery: { firstAttemptAt: moment('10:00'), firstAttemptEvent: 'attempt', attempts: 1 },
      facts: { activities: [anAttempt({ byDay: true })] },
      is: 'unproven',
    },
    {
      when: 'called that day, before or after it was delivered',
      delivery: {},
      facts: { activities: [anAttempt({ byDay: true, at: moment('00:00') })] },
      is: 'unproven',
    },
    {
      when: 'called in time, and once more that day',
      delivery: attempted('09:50'),
      facts: { activities: [anAttempt({ byDay: true, at: moment('00:00') })] },
      is: 'met',
    },
    { when: 'called the day before', delivery: {}, facts: { activities: [anAttempt({ byDay: true, at: utc('2026-04-04 00:00') })] }, is: 'breached_open' },
    { when: 'a delivery to someone else', delivery: { toParty: 'sales' }, is: null },
    { when: 'a delivery of last month', delivery: { deliveredAt: utc('2026-03-31 16:59') }, is: null },
    { when: 'one of next month', delivery: { deliveredAt: utc('2026-05-01 00:00') }, is: null },
  ])('$when → $is', ({ delivery, facts, is }) => {
    expect(stateOf(speed, delivery, facts)).toBe(is);
  });

  test('a clause about one hand-off leaves others out, but not deliveries that named none', () => {
    const clause = { ...speed, handOff: 'mql_to_sdr' };
    expect(stateOf(clause, { handOff: 'mql_to_sdr' })).toBe('breached_open');
    expect(stateOf(clause, { handOff: null })).toBe('breached_open');
    expect(stateOf(clause, { handOff: 'event_list' })).toBeNull();
  });

  test.each([
    { when: 'in time after acceptance', attempts: [anAttempt({ at: moment('14:00') })], is: 'met' },
    {
      when: 'the earlier of two that were recorded the wrong way round',
      attempts: [anAttempt({ at: moment('16:00') }), anAttempt({ at: moment('14:00') })],
      is: 'met',
    },
    { when: 'before acceptance only', attempts: [anAttempt({ at: moment('10:00') })], is: 'breached_open' },
    { when: 'by a sequencer', attempts: [anAttempt({ at: moment('14:00'), human: false })], is: 'breached_open' },
    { when: 'by marketing', attempts: [anAttempt({ at: moment('14:00'), party: 'marketing' })], is: 'breached_open' },
    { when: 'on another lead', attempts: [anAttempt({ at: moment('14:00'), leadId: 'L2' })], is: 'breached_open' },
  ])('since acceptance at 13:00, attempted $when → $is', ({ attempts, is }) => {
    expect(stateOf(afterAcceptance, { acceptedAt: moment('13:00'), acceptedEvent: 'a' }, { activities: attempts })).toBe(is);
  });

  test('no acceptance, no clock; an acceptance known to the day only proves nothing', () => {
    expect(stateOf(afterAcceptance, {})).toBeNull();
    const byDay = [aVisit({ enteredEvent: 'a', enteredByDay: true })];
    expect(stateOf(afterAcceptance, { acceptedAt: moment('13:00'), acceptedEvent: 'a' }, { stageVisits: byDay })).toBe('unproven');
  });

  test('the clock holds what happened, and the calendar of who owes', () => {
    const asked: unknown[] = [];
    const context = aContext({
      openHoursOf: (...whose) => {
        asked.push(whose);
        return { id: 'berlin', open: office };
      },
    });
    const facts = someFacts({ handOffs: [aDelivery({ deliveredAt: moment('16:00'), ...attempted('16:30') })] });
    expect(clocksOf([{ ...speed, calendar: 'own' }], facts, context)).toEqual([
      aClock({
        calendar: 'berlin',
        startedAt: moment('16:00'),
        holders: [{ from: moment('16:00'), person: 'sam' }],
        startOpenMs: openMsAt(office, moment('16:00')),
        dueAt: utc('2026-04-07 10:00'),
        stoppedAt: moment('16:30'),
        stoppedEvent: 'call',
        stopOpenMs: openMsAt(office, moment('16:30')),
      }),
    ]);
    expect(asked).toEqual([['sales_development', 'sam', 'own']]);
  });
});

describe('acceptance, two working hours from Monday nine', () => {
  test.each<{ when: string; delivery: Partial<HandOffFact>; is: string }>([
    { when: 'accepted in time', delivery: { acceptedAt: moment('10:00'), acceptedEvent: 'a' }, is: 'met' },
    { when: 'rejected in time is answered too', delivery: { rejectedAt: moment('10:00'), rejectedEvent: 'r' }, is: 'met' },
    { when: 'accepted late', delivery: { acceptedAt: moment('12:00'), acceptedEvent: 'a' }, is: 'answered_late' },
    {
      when: 'called, but neither accepted nor rejected',
      delivery: { firstAttemptAt: moment('10:00'), firstAttemptEvent: 'c' },
      is: 'breached_open',
    },
    { when: 'expired', delivery: { expiredAt: moment('11:00'), expiredEvent: 'x' }, is: 'breached_open' },
    { when: 'delivered anew in time', delivery: { supersededAt: moment('10:00') }, is: 'superseded' },
    {
      when: 'rejected after it was delivered anew',
      delivery: { supersededAt: moment('10:00'), rejectedAt: moment('10:30'), rejectedEvent: 'r' },
      is: 'superseded',
    },
  ])('$when → $is', ({ delivery, is }) => {
    expect(stateOf(window, delivery)).toBe(is);
  });
});

describe('delivery: phone and budget with every lead', () => {
  const facts = someFacts({
    handOffs: [
      aDelivery({ fields: ['budget', 'phone', 'title'] }),
      aDelivery({ leadId: 'L2', deliveredEvent: 'd2', fields: ['phone'], deliveredAt: moment('10:00') }),
      aDelivery({ leadId: 'L3', fields: [], deliveredAt: utc('2026-05-02 10:00') }),
    ],
  });

  test('judged at once, with what was missing', () => {
    const [finding] = judge([dossier], facts);
    expect(finding).toMatchObject({ state: 'broken', numerator: 1, denominator: 2 });
    expect(finding!.evidence.map(({ leadId, state, because }) => [leadId, state, because])).toEqual([
      ['L1', 'met', null],
      ['L2', 'breached_open', 'missing: budget'],
    ]);
    expect(finding!.sentence).toBe('Marketing sent 1 of 2 deliveries to sales development complete (50 %); agreed are 95 %.');
  });

  test('a waiver lets one go, from the moment it is given', () => {
    const waivers = [{ clause: 'dossier', leadId: 'L2', at: utc('2026-04-20 09:00'), event: 'w', by: 'vera', why: 'agreed' }];
    const [after] = judge([dossier], facts, { waivers });
    expect([after!.state, after!.counts.waived, after!.evidence[1]!.because]).toEqual(['kept', 1, 'w']);
    const [before] = judge([dossier], facts, { waivers, asOf: utc('2026-04-20 09:00') });
    expect(before!.state).toBe('broken');
  });
});

describe('volume: 44 MQLs in April, which has 22 working days', () => {
  const entries = (count: number) => ({
    stageVisits: Array.from({ length: count }, (_, i) => aVisit({ leadId: `L${String(i)}`, enteredAt: utc('2026-04-01 10:00') })),
  });
  const judged = (count: number, asOf: string, clause: Clause = inquiries) =>
    judge([clause], someFacts(entries(count)), { asOf: utc(asOf) })[0]!;

  test.each([
    { when: 'before the first day is over', count: 10, asOf: '2026-04-01 18:00', state: 'unproven' },
    { when: '4 after two working days', count: 4, asOf: '2026-04-03 00:00', state: 'kept' },
    { when: '3 after two working days', count: 3, asOf: '2026-04-03 00:00', state: 'at_risk' },
    { when: '6 on the Monday after: the weekend asks for nothing', count: 6, asOf: '2026-04-06 12:00', state: 'kept' },
    { when: '43 when the month is over', count: 43, asOf: '2026-05-01 00:00', state: 'broken' },
    { when: '44 when the month is over', count: 44, asOf: '2026-05-01 00:00', state: 'kept' },
  ])('$when → $state', ({ count, asOf, state }) => {
    expect(judged(count, asOf).state).toBe(state);
  });

  test('by calendar days, four of thirty ask for 5.87 of 44', () => {
    const byDay = { ...inquiries, prorate: 'calendar_day' } as const;
    const at = (count: number) => judged(count, '2026-04-05 00:00', byDay);
    expect([at(5).state, at(6).state]).toEqual(['at_risk', 'kept']);
    expect(at(6)).toMatchObject({ numerator: 6, denominator: 44, agreed: { numerator: 4, denominator: 30 } });
  });

  test('a lead counts once in its life, for the party that made its first entry', () => {
    const stageVisits = [
      aVisit({ leadId: 'again', enteredAt: utc('2026-03-01 10:00') }),
      aVisit({ leadId: 'again', visit: 2, entry: 2, enteredAt: utc('2026-04-02 10:00') }),
      aVisit({ leadId: 'theirs', enteredParty: 'sales' }),
      aVisit({ leadId: 'theirs', visit: 2, entry: 2, enteredAt: utc('2026-04-09 10:00') }),
      aVisit({ leadId: 'elsewhere', stage: 'inquiry' }),
      aVisit({ leadId: 'ours' }),
    ];
    expect(judge([inquiries], someFacts({ stageVisits }))[0]!.evidence.map(({ leadId }) => leadId)).toEqual(['ours']);
  });

  test('sentences', () => {
    expect(judged(43, '2026-05-01 00:00').sentence).toBe('Marketing brought 43 leads to "mql" of 44 agreed (97.7 %).');
    expect(judged(3, '2026-04-03 00:00').sentence).toBe(
      'Marketing brought 3 leads to "mql" of 44 agreed for the whole period (6.8 %); 2 of its 22 working days are over (9.1 %).',
    );
    const [unmapped] = judge([inquiries], someFacts(), { milestones: {} });
    expect(unmapped!.state).toBe('unproven');
    expect(unmapped!.sentence).toBe('The framework has no stage for "mql", so that nothing can be counted.');
  });
});

describe('what became of a clause', () => {
  const settled = (met: number, late: number, open = 0, running = 0, excused = 0): Facts => {
    const clocks: ClockFact[] = [];
    const push = (count: number, over: Partial<ClockFact>): void => {
      const startOpenMs = openMsAt(office, moment('09:00'));
      for (let i = 0; i < count; i += 1) clocks.push(aClock({ leadId: `L${String(clocks.length)}`, startOpenMs, ...over }));
    };
    const stop = (time: string) => ({ stoppedAt: moment(time), stoppedEvent: 'call', stopOpenMs: openMsAt(office, moment(time)) });
    push(met, stop('10:00'));
    push(late, stop('12:00'));
    push(open, {});
    push(running, { startedAt: moment('14:00'), startOpenMs: openMsAt(office, moment('14:00')), dueAt: moment('16:00') });
    push(excused, { ...stop('12:00'), excusedBy: 'dossier' });
    return someFacts({ clocks });
  };
  const found = (facts: Facts, clause: Clause = speed): ClauseFinding =>
    assessClauses([clause], facts, aContext({ asOf: moment('15:00') }))[0]!;

  test.each([
    { when: 'nine of ten', facts: settled(9, 1), state: 'kept' },
    { when: 'eight of nine', facts: settled(8, 1), state: 'broken' },
    { when: 'eight of nine, and one running that can make it nine of ten', facts: settled(8, 1, 0, 1), state: 'at_risk' },
    { when: 'nine of nine, and one running that cannot break it', facts: settled(9, 0, 0, 1), state: 'kept' },
    { when: 'seven of nine, and one running that cannot save it', facts: settled(7, 2, 0, 1), state: 'broken' },
    { when: 'overdue and open counts as broken', facts: settled(8, 0, 1), state: 'broken' },
    { when: 'nothing but one running', facts: settled(0, 0, 0, 1), state: 'at_risk' },
    { when: 'nothing at all', facts: settled(0, 0), state: 'unproven' },
    { when: 'nine of ten, and five excused: broken with them, kept without', facts: settled(9, 1, 0, 0, 5), state: 'excused' },
    { when: 'eight of ten, and one excused: broken either way', facts: settled(8, 2, 0, 0, 1), state: 'broken' },
    { when: 'nineteen of twenty, and one excused: kept either way', facts: settled(19, 1, 0, 0, 1), state: 'kept' },
    { when: 'nothing but excused', facts: settled(0, 0, 0, 0, 3), state: 'excused' },
  ])('$when → $state', ({ facts, state }) => {
    expect(found(facts).state).toBe(state);
  });

  test('numerator and denominator are what was judged; the rest is counted apart', () => {
    const finding = found(settled(5, 2, 1, 3, 4));
    expect([finding.numerator, finding.denominator, finding.agreed]).toEqual([5, 8, { numerator: 9, denominator: 10 }]);
    expect(finding.counts).toMatchObject({ met: 5, answeredLate: 2, breachedOpen: 1, running: 3, excused: 4 });
    expect(finding.counts).toMatchObject({ waived: 0, cancelled: 0, unproven: 0 });
    expect(finding.evidence.length).toBe(15);
  });

  test('sentences that a head of sales reads', () => {
    expect(found(settled(412, 19)).sentence).toBe(
      'Sales development answered 412 of 431 deliveries within 2 working hours (95.6 %); agreed are 90 %.',
    );
    expect(found(settled(1, 0)).sentence).toBe(
      'Sales development answered 1 of 1 delivery within 2 working hours (100 %); agreed are 90 %.',
    );
    expect(found(settled(1, 0, 1, 1, 2)).sentence).toBe(
      'Sales development answered 1 of 2 deliveries within 2 working hours (50 %); agreed are 90 %. ' +
        '1 is overdue and still open; 1 is still running; 2 are excused by the other side’s earlier breaches (counted, they would make it 25 %).',
    );
    expect(found(settled(0, 0), window).sentence).toBe(
      'No delivery to sales development has yet been judged against 2 working hours, yes or no.',
    );
  });

  test('a share that misses by little is not rounded onto what was agreed', () => {
    expect(found(settled(1799, 201)).sentence).toContain('1799 of 2000 deliveries within 2 working hours (89.95 %); agreed are 90 %.');
  });

  test('evidence: the events and moments of each promise', () => {
    const [finding] = judge([speed], someFacts({ handOffs: [aDelivery({ firstAttemptAt: moment('11:30'), firstAttemptEvent: 'call' })] }));
    expect(finding!.evidence).toEqual([
      {
        leadId: 'L1',
        delivery: 1,
        person: 'sam',
        state: 'answered_late',
        startedAt: moment('09:00'),
        startedEvent: 'delivered',
        dueAt: moment('11:00'),
        stoppedAt: moment('11:30'),
        stoppedEvent: 'call',
        marginMs: -30 * MINUTE,
        because: null,
      },
    ]);
  });

  test('a clock that began under an earlier version of the pact is judged by its own due date', () => {
    expect(found(someFacts({ clocks: [aClock({ pactVersion: '2' })] }))).toEqual(found(someFacts({ clocks: [aClock({})] })));
  });
});

describe('excuses and waivers', () => {
  const excused = { ...speed, excusedBy: ['dossier'] } as const;
  const incomplete = aDelivery({ fields: ['phone'] });
  const theirWindow = { ...window, id: 'their_window', by: 'marketing', to: 'sales_development' } as const;
  const clocks = (clauses: readonly Clause[], handOffs: readonly HandOffFact[], over: Partial<ClauseContext> = {}) =>
    clocksOf(clauses, someFacts({ handOffs }), aContext(over));
  const excuses = (...args: Parameters<typeof clocks>) => clocks(...args).map((clock) => clock.excusedBy);

  test.each([
    { when: 'an incomplete delivery of the same lead', handOffs: [incomplete], by: ['dossier'] },
    { when: 'a complete one does not', handOffs: [aDelivery({ fields: ['phone', 'budget'] })], by: [null] },
    {
      when: 'one of another lead does not',
      handOffs: [aDelivery({ fields: ['phone', 'budget'] }), { ...incomplete, leadId: 'L2' }],
      by: [null, 'dossier'],
    },
    {
      when: 'another delivery of the same lead does not',
      handOffs: [incomplete, aDelivery({ delivery: 2, deliveredAt: utc('2026-04-07 09:00'), fields: ['phone', 'budget'] })],
      by: ['dossier', null],
    },
  ])('excused by the breach on its own delivery: $when', ({ handOffs, by }) => {
    expect(excuses([dossier, excused], handOffs)).toEqual(by);
  });

  test('only an earlier breach excuses', () => {
    const theirs = (minutes: number): Clause => ({ ...theirWindow, within: { minutes } });
    const back = aDelivery({ fromParty: 'sales_development', toParty: 'marketing' });
    const ours = { ...speed, excusedBy: ['their_window'] };
    expect(excuses([theirs(60), ours], [back, aDelivery()])).toEqual([null, 'their_window']);
    expect(excuses([theirs(120), ours], [back, aDelivery()])).toEqual([null, null]);
    expect(excuses([theirs(180), ours], [back, aDelivery()])).toEqual([null, null]);
  });

  test('a breach excuses although it was waived, and a clock that proves nothing does not', () => {
    const waivers = [{ clause: 'dossier', leadId: 'L1', at: moment('12:00'), event: 'w', by: 'vera', why: 'agreed' }];
    expect(excuses([dossier, excused], [incomplete], { waivers })).toEqual(['dossier']);
    const theirs: Clause = { ...theirWindow, within: { minutes: 60 } };
    const byDay = aDelivery({ fromParty: 'sales_development', toParty: 'marketing', deliveredByDay: true });
    const ours = { ...speed, excusedBy: ['their_window'] };
    expect(excuses([theirs, ours], [byDay, aDelivery({ deliveredEvent: 'other' })])).toEqual([null, null]);
  });

  test('the clause as a whole is excused when only excused breaches break it', () => {
    const [, finding] = judge([dossier, excused], someFacts({ handOffs: [incomplete] }));
    expect([finding!.state, finding!.evidence[0]!.because]).toEqual(['excused', 'dossier']);
  });

  test('a waiver lets go the last promise on the lead that had begun, and says by whom and why', () => {
    const given = { by: 'vera', why: 'agreed' };
    const handOffs = [
      aDelivery(),
      aDelivery({ delivery: 2, deliveredAt: utc('2026-04-08 09:00') }),
      aDelivery({ delivery: 3, deliveredAt: utc('2026-04-15 09:00') }),
    ];
    const waivers = [
      { clause: 'speed_to_lead', leadId: 'L1', at: utc('2026-04-10 09:00'), event: 'second', ...given },
      { clause: 'speed_to_lead', leadId: 'L1', at: utc('2026-04-09 09:00'), event: 'first', ...given },
      { clause: 'accept_window', leadId: 'L1', at: utc('2026-04-10 09:00'), event: 'other clause', ...given },
    ];
    const waived = clocks([speed], handOffs, { waivers });
    expect(waived.map((clock) => clock.waivedEvent)).toEqual([null, 'first', null]);
    expect([waived[1]!.waivedBy, waived[1]!.waivedWhy]).toEqual(['vera', 'agreed']);
  });
});

describe('lintClauses', () => {
  const codes = (...clauses: readonly Clause[]) => lintClauses(clauses).map((issue) => [issue.code, ...issue.path]);
  test.each<{ when: string; clauses: readonly Clause[]; issues: readonly unknown[] }>([
    {
      when: 'a sound pact',
      clauses: [dossier, { ...speed, excusedBy: ['dossier'], warn: { minutes: 30 } }, window, inquiries],
      issues: [],
    },
    { when: 'two of one name', clauses: [speed, speed], issues: [['sla.duplicate_clause', 1, 'id']] },
    { when: 'owed to oneself', clauses: [{ ...speed, to: 'sales_development' }], issues: [['sla.same_party', 0, 'to']] },
    {
      when: 'excused by nothing',
      clauses: [dossier, { ...speed, excusedBy: ['dosier'] }],
      issues: [['sla.unknown_clause', 1, 'excusedBy', 0]],
    },
    {
      when: 'excused by one’s own',
      clauses: [window, { ...speed, excusedBy: ['accept_window'] }],
      issues: [['sla.excuse_by_same_party', 1, 'excusedBy', 0]],
    },
    {
      when: 'excused by a volume',
      clauses: [inquiries, { ...speed, excusedBy: ['mql_volume'] }],
      issues: [['sla.excuse_without_delivery', 1, 'excusedBy', 0]],
    },
    {
      when: 'two that excuse each other',
      clauses: [
        { ...speed, excusedBy: ['accept_window'] },
        { ...window, by: 'marketing', to: 'sales_development', excusedBy: ['speed_to_lead'] },
      ],
      issues: [['sla.excuse_cycle', 0, 'excusedBy']],
    },
    {
      when: 'one that excuses itself',
      clauses: [{ ...speed, excusedBy: ['speed_to_lead'] }],
      issues: [
        ['sla.excuse_by_same_party', 0, 'excusedBy', 0],
        ['sla.excuse_cycle', 0, 'excusedBy'],
      ],
    },
    { when: 'a warning from the start', clauses: [{ ...speed, warn: { minutes: 120 } }], issues: [['sla.warns_from_start', 0, 'warn']] },
  ])('$when', ({ clauses, issues }) => {
    expect(codes(...clauses)).toEqual(issues);
  });

  test('a cycle of three is told once, in its order; a mistyped name is recognised', () => {
    const ring = [
      { ...speed, id: 'a', excusedBy: ['b'] },
      { ...window, id: 'b', by: 'marketing', excusedBy: ['c'] },
      { ...window, id: 'c', by: 'sales', excusedBy: ['a'] },
    ] as const;
    expect(lintClauses(ring).find((issue) => issue.code === 'sla.excuse_cycle')!.params).toEqual({ clauses: ['a', 'b', 'c', 'a'] });
    expect(lintClauses([dossier, { ...speed, excusedBy: ['dosier'] }])[0]!.message).toContain('did you mean "dossier"?');
  });
});

describe('the list of kinds', () => {
  test('every file in sla/clauses is a kind, named alike', () => {
    const named = readdirSync(new URL('../../src/sla/clauses', import.meta.url))
      .filter((file) => file !== 'index.ts')
      .map((file) => file.replace(/\.ts$/u, '').replaceAll('-', '_'));
    expect(CLAUSE_KINDS.map(({ kind }) => kind).sort()).toEqual(named.sort());
  });

  test('each kind is written in a pact, and nothing else is', () => {
    for (const clause of [speed, afterAcceptance, window, dossier, inquiries]) {
      expect(readWith(Clause, clause)).toEqual({ ok: true, value: clause });
    }
    const codes = (input: unknown) => {
      const read = readWith(Clause, input);
      return read.ok ? [] : read.issues.map((issue) => [issue.code, ...issue.path]);
    };
    expect(codes({ ...speed, kind: 'respons_time' })).toEqual([['input.not_one_of', 'kind']]);
    expect(codes({ ...speed, within: { minutes: 0 }, shar: 1 })).toEqual([
      ['input.invalid', 'within', 'minutes'],
      ['input.unknown_key', 'shar'],
    ]);
    for (const share of ['0', '0.0', '1.1', '.9', '90', '0.1234567', '']) {
      expect(codes({ ...speed, share })).toEqual([['input.invalid', 'share']]);
    }
    for (const share of ['1', '1.0', '0.9', '0.000001', '0.950']) expect(codes({ ...speed, share })).toEqual([]);
  });

  test('a kind refuses a clause that is not its own', () => {
    expect(() => CLAUSE_KINDS[0]!.clocks(speed, someFacts(), aContext())).toThrow('not delivery');
    expect(2 * HOUR).toBe(speed.within.minutes * MINUTE);
  });
});
