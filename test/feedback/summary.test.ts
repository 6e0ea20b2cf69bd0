import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { periodOf, type ConversationFact, type ExitFact } from 'revpact/vocabulary';
import { feedbackSummary, shareOf } from 'revpact/feedback';
import { anExit, REASONS } from '../support/feedback.js';

// Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.
test.each([
  { of: [81, 263], low: '0.2553', high: '0.3662' },
  { of: [15, 148], low: '0.0624', high: '0.1605' },
  { of: [0, 20], low: '0.0000', high: '0.1611' },
  { of: [1, 29], low: '0.0061', high: '0.1718' },
] as const)('Wilson interval of $of → $low to $high', ({ of: [numerator, denominator], low, high }) => {
  expect(shareOf(numerator, denominator)).toMatchObject({ low, high });
});

test('nothing of nothing has no share, and a few cases are not enough', () => {
  expect(shareOf(0, 0, 0)).toEqual({ numerator: 0, denominator: 0, value: null, low: null, high: null, enough: false });
  expect(shareOf(1, 29).enough).toBe(false);
  expect(shareOf(1, 30)).toMatchObject({ value: '0.0333', enough: true });
  expect(shareOf(20, 20)).toMatchObject({ value: '1.0000', low: '0.8389', high: '1.0000' });
});

const period = periodOf('2026-Q2', 'UTC');
if (period === null) throw new Error('no such period');
const asOf = Date.UTC(2026, 5, 1);

describe('summary', () => {
  const exits: readonly ExitFact[] = [
    anExit(),
    anExit({ attempts: 2 }),
    anExit({ recycledAt: asOf - 1 }),
    anExit({ recycledAt: asOf }),
    anExit({ reason: 'out_of_business' }),
    anExit({ reason: null }),
    anExit({ exit: 'rejected', reason: 'bad_phone', class: 'clerical' }),
    anExit({ exit: 'rejected', reason: 'bad_phone', class: 'definitional' }),
    anExit({ exit: 'rejected', reason: 'lousy_lead', class: 'definitional' }),
    anExit({ exit: 'expired', reason: null }),
    anExit({ at: period.start - 1 }),
    anExit({ at: asOf }),
  ];
  const summary = feedbackSummary(REASONS, exits, { period, asOf });

  test('counts by exit, reason and class', () => {
    expect(
      summary.reasons.map((row) => [row.exit, row.reason, row.class, row.count, row.complete, row.recycled, row.terminal, row.agreed]),
    ).toEqual([
      ['rejected', 'bad_phone', 'clerical', 1, 1, 0, false, true],
      ['rejected', 'bad_phone', 'definitional', 1, 0, 0, false, true],
      ['rejected', 'lousy_lead', 'definitional', 1, 0, 0, null, false],
      ['disqualified', 'unreachable', null, 4, 3, 1, false, true],
      ['disqualified', null, null, 1, 0, 0, null, false],
      ['disqualified', 'out_of_business', null, 1, 1, 0, true, true],
      ['expired', null, null, 1, 0, 0, null, false],
    ]);
    // 4 of the 6 that were disqualified.
    expect(summary.reasons[3]?.share).toMatchObject({ numerator: 4, denominator: 6, value: '0.6667', enough: false });
  });

  test('completeness: five of the nine that need a reason', () => {
    expect(summary).toMatchObject({
      period: '2026-Q2',
      exits: 9,
      expired: 1,
      completeness: { numerator: 5, denominator: 9, value: '0.5556' },
      learnings: null,
    });
    expect(feedbackSummary(REASONS, exits, { period, asOf, minimum: 9 }).completeness.enough).toBe(true);
    expect(feedbackSummary(REASONS, [], { period, asOf })).toMatchObject({ exits: 0, completeness: { value: null }, reasons: [] });
  });

  test('what conversations taught', () => {
    let order = 0;
    const talk = (change: Partial<ConversationFact>): ConversationFact => ({
      eventId: 'c',
      leadId: 'l1',
      accountId: null,
      at: Date.UTC(2026, 4, 1),
      order: (order += 1),
      byDay: false,
      kind: 'contact',
      channel: 'phone',
      party: 'sales',
      person: null,
      human: true,
      message: null,
      objection: null,
      learned: false,
      nextStep: false,
      corrected: 0,
      complete: null,
      ...change,
    });
    const conversations = [
      talk({ message: 'save_time', objection: 'price', complete: true }),
      talk({ message: 'save_time', complete: false }),
      talk({ message: 'fewer_errors', learned: true, complete: true }),
      talk({ kind: 'meeting', channel: null, corrected: 2, complete: false }),
      talk({ nextStep: true }),
      talk({}),
      talk({ at: asOf, message: 'save_time' }),
      talk({ human: false, message: 'save_time' }),
    ];
    const options = { period, asOf, conversations };
    expect(feedbackSummary(REASONS, [], options).learnings).toMatchObject({
      contacts: 6,
      // A next step alone teaches nothing.
      reported: { numerator: 4, denominator: 6 },
      complete: { numerator: 2, denominator: 4 },
      corrected: { numerator: 1, denominator: 6 },
      messages: [
        { id: 'save_time', agreed: null, count: 2, share: { value: '0.3333' } },
        { id: 'fewer_errors', count: 1 },
      ],
      objections: [{ id: 'price', agreed: null, count: 1 }],
    });
    const reports = { rules: { requires: [], objections: [] }, messages: ['save_time'], attributes: [] };
    const told = feedbackSummary(REASONS, [], { ...options, reports }).learnings;
    expect([...(told?.messages ?? []), ...(told?.objections ?? [])].map(({ id, agreed }) => [id, agreed])).toEqual([
      ['save_time', true],
      ['fewer_errors', false],
      ['price', false],
    ]);
    expect(feedbackSummary(REASONS, [], { period, asOf, conversations: [] }).learnings).toMatchObject({ contacts: 0, reported: { value: null }, complete: null });
  });
});

test('the work grows with the exits, not with the exits of every reason', () => {
  const readsOf = (n: number): number => {
    let reads = 0;
    const exits = Array.from({ length: n }, (_, i): ExitFact => {
      const { exit, ...rest } = anExit({ reason: `reason_${String(i)}` });
      return {
        ...rest,
        get exit() {
          reads += 1;
          return exit;
        },
      };
    });
    const { reasons } = feedbackSummary(REASONS, exits, { period, asOf });
    expect(reasons).toHaveLength(n);
    expect(reasons.every(({ share }) => share.numerator === 1 && share.denominator === n)).toBe(true);
    return reads;
  };
  expect(readsOf(400)).toBe(2 * readsOf(200));
});

test('law: the rows add up to the exits, whatever their order', () => {
  const exit = fc.record({
    exit: fc.constantFrom('rejected', 'disqualified', 'lost', 'expired'),
    reason: fc.constantFrom('unreachable', 'bad_phone', 'lousy', null),
    class: fc.constantFrom('clerical', 'procedural', null),
    attempts: fc.nat(6),
  } as const);
  fc.assert(
    fc.property(fc.array(exit, { maxLength: 40 }), (changes) => {
      const exits = changes.map((change) => anExit(change));
      const summary = feedbackSummary(REASONS, exits, { period, asOf });
      expect(summary.reasons.reduce((sum, { count }) => sum + count, 0)).toBe(exits.length);
      expect(summary.exits + summary.expired).toBe(exits.length);
      expect(summary.reasons.reduce((sum, { complete }) => sum + complete, 0)).toBe(summary.completeness.numerator);
      expect(feedbackSummary(REASONS, [...exits].reverse(), { period, asOf })).toEqual(summary);
    }),
  );
});
