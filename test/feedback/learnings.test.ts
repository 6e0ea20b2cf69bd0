import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersOwed, learnedFrom, LESSONS, type ExitReason, type Learned, type Learning } from 'revpact/feedback';
import { factsFrom, resolve } from 'revpact/lifecycle';
import { NO_FACTS, sirius2006, type Event, type Facts } from 'revpact/vocabulary';
import { marketing, sdr, story, type Line } from '../support/lead-log.js';
import { at, DAY, Q2 } from '../support/metric-facts.js';

const REASONS: readonly ExitReason[] = [
  { id: 'no_fit', term: 'No fit', exits: ['rejected', 'disqualified'], terminal: true, specifics: [], lesson: 'not_fit' },
  { id: 'bad_phone', term: 'Bad phone', exits: ['rejected'], terminal: false, specifics: [], lesson: 'bad_data', answeredBy: 'operations' },
  { id: 'later', term: 'Later', exits: ['disqualified'], terminal: false, specifics: [], lesson: 'not_now' },
  { id: 'other', term: 'Other', exits: ['disqualified'], terminal: false, specifics: [] },
];
const WINDOW = 30;
/** Delivered in May, so that thirty days later it is still the second quarter. */
const MAY = at('05-04');

type Fate = 'open' | 'no_fit' | 'bad_phone' | 'later' | 'other' | 'expired';
interface Told {
  readonly source?: string;
  readonly campaign?: string;
  readonly accountId?: string;
  readonly message?: string;
  readonly objection?: string;
  /** Days after the delivery. */
  readonly after?: number;
  readonly deliveredAt?: number;
}

const fateOf = (fate: Fate, when: number): readonly Line[] => {
  switch (fate) {
    case 'open':
      return [];
    case 'expired':
      return [{ type: 'expired', at: when, by: { party: 'sales_development', kind: 'automation' } }];
    case 'bad_phone':
      return [{ type: 'rejected', class: 'clerical', reason: fate, at: when, by: sdr }];
    default:
      return [{ type: 'disqualified', reason: fate, at: when, by: sdr }];
  }
};

/** One lead from inquiry to its fate. */
const lead = (leadId: string, fate: Fate, told: Told = {}): readonly Event[] => {
  const { source, campaign, accountId, message, objection, after = 5, deliveredAt = MAY } = told;
  const lines: readonly Line[] = [
    { type: 'inquiry', at: deliveredAt - DAY, by: marketing, ...(source === undefined ? {} : { source }), ...(campaign === undefined ? {} : { campaign }), ...(accountId === undefined ? {} : { accountId }) },
    { type: 'handed_off', to: 'sales_development', at: deliveredAt, by: marketing },
    ...(message === undefined && objection === undefined
      ? []
      : [{ type: 'contact_made' as const, channel: 'phone' as const, at: deliveredAt + DAY, by: sdr, ...(message === undefined ? {} : { message }), ...(objection === undefined ? {} : { objection }) }]),
    ...fateOf(fate, deliveredAt + after * DAY),
  ];
  return story(...lines).map((event) => ({ ...event, id: `${leadId}-${event.id}`, leadId }));
};
const many = (prefix: string, count: number, fate: Fate, told: Told = {}): readonly Event[] =>
  Array.from({ length: count }, (_, i) => lead(`${prefix}${String(i)}`, fate, told)).flat();

/** The same lead once more, as events of their own. */
const again = (leadId: string, fate: Fate, told: Told = {}): readonly Event[] => lead(leadId, fate, told).map((event) => ({ ...event, id: `again-${event.id}` }));
const declined = (leadId: string): readonly Event[] =>
  story({ type: 'meeting_declined', meetingId: 'm', at: MAY + 3 * DAY, by: sdr }).map((event) => ({ ...event, id: 'declined', leadId }));

const factsOf = (...events: readonly (readonly Event[])[]): Facts => factsFrom(sirius2006, resolve(events.flat())).facts;
const learn = (facts: Facts, evidence: Parameters<typeof learnedFrom>[2] = {}, minimum = 30, asOf = Q2.end): Learned =>
  learnedFrom(REASONS, facts, evidence, { period: Q2, asOf, windowDays: WINDOW, minimum });
const rowOf = (learned: Learned, by: string, of: string): readonly Learning[] | undefined =>
  learned.tables.find((table) => table.by === by)?.rows.find((row) => row.of === of)?.learnings;
const lessonOf = (learned: Learned, by: string, of: string, lesson: string): Learning | undefined =>
  rowOf(learned, by, of)?.find((one) => one.lesson === lesson);

describe('which leads are learned from', () => {
  test.each<{ when: string; events: readonly Event[]; is: readonly [delivered: number, unsaid: number, judged: number, notFit: number] }>([
    { when: 'left as no fit', events: lead('a', 'no_fit'), is: [1, 0, 1, 1] },
    { when: 'still there', events: lead('a', 'open'), is: [1, 0, 1, 0] },
    { when: 'left without saying why', events: lead('a', 'other'), is: [1, 1, 0, 0] },
    { when: 'by the clock', events: lead('a', 'expired'), is: [1, 1, 0, 0] },
    { when: 'on the last day but one', events: lead('a', 'no_fit', { after: 29 }), is: [1, 0, 1, 1] },
    { when: 'when its time was over', events: lead('a', 'no_fit', { after: 30 }), is: [1, 0, 1, 0] },
    { when: 'its time ended before the period', events: lead('a', 'no_fit', { deliveredAt: Q2.start - WINDOW * DAY - 1 }), is: [0, 0, 0, 0] },
    { when: 'with the period’s beginning', events: lead('a', 'no_fit', { deliveredAt: Q2.start - WINDOW * DAY }), is: [1, 0, 1, 1] },
    { when: 'with its end, which is the next', events: lead('a', 'no_fit', { deliveredAt: Q2.end - WINDOW * DAY }), is: [0, 0, 0, 0] },
    { when: 'never delivered', events: lead('a', 'no_fit').filter(({ type }) => type !== 'handed_off'), is: [0, 0, 0, 0] },
    { when: 'delivered twice, let go twice: a lead once', events: [...lead('a', 'no_fit'), ...again('a', 'no_fit', { deliveredAt: MAY + 6 * DAY })], is: [1, 0, 1, 1] },
    {
      when: 'let go after an earlier delivery, and still there after this one',
      events: [...lead('a', 'no_fit', { deliveredAt: MAY - 90 * DAY }), ...again('a', 'open')],
      is: [1, 0, 1, 0],
    },
    { when: 'an earlier delivery expired, and this one did not', events: [...lead('a', 'expired', { deliveredAt: MAY - 90 * DAY }), ...again('a', 'open')], is: [1, 0, 1, 0] },
    { when: 'its meeting was declined, which is no exit', events: [...lead('a', 'open'), ...declined('a')], is: [1, 0, 1, 0] },
    { when: 'disqualified for a reason to reject', events: lead('a', 'later').map((event) => (event.type === 'disqualified' ? { ...event, reason: 'bad_phone' } : event)), is: [1, 1, 0, 0] },
  ])('$when → $is', ({ events, is: [delivered, unsaid, judged, notFit] }) => {
    const learned = learn(factsOf(events));
    expect(learned).toMatchObject({ period: '2026-Q2', windowDays: 30, delivered, unsaid, judged });
    expect(learned.lessons[0]).toMatchObject({ lesson: 'not_fit', share: { numerator: notFit, denominator: judged } });
  });

  test('not before its time is over', () => {
    const facts = factsOf(lead('a', 'no_fit'));
    expect(learn(facts, {}, 30, MAY + WINDOW * DAY - 1).delivered).toBe(0);
    expect(learn(facts, {}, 30, MAY + WINDOW * DAY).delivered).toBe(1);
  });

  test('a lead that left for two reasons counts in both lessons, and its items of feedback are named', () => {
    const learned = learn(factsOf(lead('a', 'later', { source: 'web' }), lead('a', 'no_fit', { after: 6 }).slice(2).map((event) => ({ ...event, id: 'x' }))));
    expect(learned.lessons.map(({ share }) => share.numerator)).toEqual([1, 0, 1, 0, 0]);
    expect(rowOf(learned, 'source', 'web')?.map(({ events }) => events)).toEqual([['x'], [], ['a-e3'], [], []]);
  });
});

describe('against the others', () => {
  // Of 40 leads from the fair 12 are no fit, of 100 others 5; of 10 leads nobody knows where they came from.
  const facts = factsOf(
    many('f', 12, 'no_fit', { source: 'fair', campaign: 'spring' }),
    many('g', 28, 'open', { source: 'fair', campaign: 'spring' }),
    many('w', 5, 'no_fit', { source: 'web', campaign: 'spring' }),
    many('v', 75, 'open', { source: 'web', campaign: 'ads' }),
    many('r', 20, 'later', { source: 'referral' }),
    many('n', 10, 'no_fit'),
  );
  const learned = learn(facts);

  test('more, fewer, no difference, not enough', () => {
    expect(lessonOf(learned, 'source', 'fair', 'not_fit')).toMatchObject({
      share: { numerator: 12, denominator: 40, value: '0.3000' },
      rest: { numerator: 5, denominator: 100 },
      verdict: 'more',
      sentence: '12 of 40 leads from source "fair" (30.0 %) turned out not to be what was agreed, more than 5 of 100 others (5.0 %).',
    });
    // 0 of 40 against 20 of 100.
    expect(lessonOf(learned, 'source', 'fair', 'not_now')).toMatchObject({
      verdict: 'less',
      sentence: '0 of 40 leads from source "fair" (0.0 %) had no need at this time, fewer than 20 of 100 others (20.0 %).',
    });
    expect(lessonOf(learned, 'source', 'fair', 'bad_data')).toMatchObject({ verdict: 'no_difference', difference: { value: '0.0000' } });
    expect(lessonOf(learned, 'source', 'referral', 'not_now')).toMatchObject({
      verdict: 'not_enough',
      difference: null,
      sentence: '20 of 20 leads from source "referral" (100.0 %) had no need at this time, against 0 of 120 others (0.0 %): not enough evidence.',
    });
  });

  test('leads of no known source are on neither side, and said', () => {
    const table = learned.tables.find(({ by }) => by === 'source');
    expect(table?.rows.map(({ of, leads, unknown }) => [of, leads, unknown])).toEqual([
      ['web', 80, 10],
      ['fair', 40, 10],
      ['referral', 20, 10],
    ]);
    // Two kinds with enough leads and as many others, five lessons each.
    expect(table).toMatchObject({ beyond: 0, comparisons: 10 });
    expect(learned.judged).toBe(150);
  });

  test('by campaign', () => {
    expect(learned.tables.find(({ by }) => by === 'campaign')?.rows.map(({ of, leads, unknown }) => [of, leads, unknown])).toEqual([
      ['ads', 75, 30],
      ['spring', 45, 30],
    ]);
  });

  test('enough of a kind, and too few others', () => {
    const alone = learn(factsOf(many('f', 20, 'no_fit', { source: 'fair' }), many('g', 20, 'open', { source: 'fair' }), many('w', 29, 'open', { source: 'web' })));
    expect(lessonOf(alone, 'source', 'fair', 'not_fit')).toMatchObject({ verdict: 'not_enough', difference: null });
  });

  test('a minimum of ones own', () => {
    expect(lessonOf(learn(facts, {}, 20), 'source', 'referral', 'not_now')?.verdict).toBe('more');
  });
});

test('by message and objection: only leads that were spoken with, within their time, by people', () => {
  const heard = factsOf(
    many('a', 4, 'later', { message: 'save_time', objection: 'price' }),
    many('b', 6, 'open', { message: 'save_time' }),
    many('c', 2, 'later', { message: 'fewer_errors' }),
    many('d', 8, 'open', { objection: 'price' }),
    many('e', 5, 'later'),
  );
  const spoken = heard.conversations.map((talk, i) => [{ ...talk, human: false }, { ...talk, at: MAY + WINDOW * DAY }, { ...talk, at: MAY - 1 }][i] ?? talk);
  const learned = learn({ ...heard, conversations: spoken }, {}, 5);
  // Three of the first four were not spoken with in time by a person.
  expect(lessonOf(learned, 'message', 'save_time', 'not_now')).toMatchObject({ share: { numerator: 1, denominator: 7 }, rest: { numerator: 2, denominator: 10 }, verdict: 'no_difference' });
  expect(lessonOf(learned, 'objection', 'price', 'not_now')).toMatchObject({ share: { numerator: 1, denominator: 9 }, rest: { numerator: 2, denominator: 8 } });
  expect(lessonOf(learned, 'message', 'fewer_errors', 'not_now')?.verdict).toBe('not_enough');
  expect(learned.tables.find(({ by }) => by === 'message')?.rows[0]).toMatchObject({ of: 'save_time', unknown: 8 });
});

test('by criterion: yes against no, by the scores handed in', () => {
  const facts = factsOf(
    many('a', 1, 'no_fit', { accountId: 'yes' }),
    many('b', 39, 'open', { accountId: 'yes' }),
    many('c', 20, 'no_fit', { accountId: 'no' }),
    many('d', 20, 'open', { accountId: 'no' }),
    many('e', 3, 'open', { accountId: 'unknown' }),
    many('f', 4, 'open', { accountId: 'unscored' }),
    many('g', 5, 'open'),
  );
  const scored = (accountId: string, holds: boolean | null): { accountId: string; reasons: { criterion: string; holds: boolean | null }[] } => ({ accountId, reasons: [{ criterion: 'big_enough', holds }] });
  const learned = learn(facts, { scores: [scored('yes', true), scored('no', false), scored('unknown', null)] });
  expect(learned.tables.at(-1)).toMatchObject({ by: 'criterion', comparisons: 5, rows: [{ of: 'big_enough', leads: 40, unknown: 12 }] });
  expect(lessonOf(learned, 'criterion', 'big_enough', 'not_fit')).toMatchObject({
    share: { numerator: 1, denominator: 40 },
    rest: { numerator: 20, denominator: 40 },
    verdict: 'less',
    sentence: '1 of 40 leads that meet "big_enough" (2.5 %) turned out not to be what was agreed, fewer than 20 of 40 others (50.0 %).',
  });
});

test('an account that stands in two rows which answer differently has no answer', () => {
  const facts = factsOf(many('a', 2, 'open', { accountId: 'twice' }), many('b', 3, 'open', { accountId: 'same' }));
  const row = (accountId: string, holds: boolean): { accountId: string; reasons: { criterion: string; holds: boolean }[] } => ({ accountId, reasons: [{ criterion: 'c', holds }] });
  const { tables } = learn(facts, { scores: [row('twice', true), row('twice', false), row('same', true), row('same', true)] });
  expect(tables.at(-1)?.rows).toMatchObject([{ of: 'c', leads: 3, unknown: 2 }]);
});

test('each learning has owners, and how far they are', () => {
  const answer: Line = { type: 'feedback_answered', answers: 'b0-e3', by: { party: 'operations', kind: 'human' }, at: MAY + 8 * DAY };
  const facts = factsOf(
    many('a', 2, 'no_fit', { source: 'fair' }),
    many('b', 3, 'bad_phone', { source: 'fair' }),
    story(answer).map((event) => ({ ...event, leadId: 'b0' })),
  );
  const { items } = answersOwed(REASONS, facts, { asOf: Q2.end });
  const learned = learn(facts, { answers: items });
  expect(lessonOf(learned, 'source', 'fair', 'not_fit')?.owners).toEqual([{ party: 'marketing', items: 2, answered: 0, overdue: 0, dueAt: null }]);
  expect(lessonOf(learned, 'source', 'fair', 'bad_data')?.owners).toEqual([{ party: 'operations', items: 3, answered: 1, overdue: 0, dueAt: null }]);
  expect(lessonOf(learn(facts), 'source', 'fair', 'not_fit')?.owners).toBeNull();

  // Of three answers one is given, one overdue and one not yet due: the overdue one was due first.
  const timed = items.map((item, i) => ({ ...item, dueAt: MAY + i, state: (['open', 'open', 'answered', 'overdue', 'open'] as const)[i] ?? item.state }));
  expect(lessonOf(learn(facts, { answers: timed }), 'source', 'fair', 'bad_data')?.owners).toEqual([{ party: 'operations', items: 3, answered: 1, overdue: 1, dueAt: MAY + 3 }]);
});

test('of a million names only the most frequent 200 are told apart, and the others counted', () => {
  const facts = factsOf(...Array.from({ length: 250 }, (_, i) => lead(`l${String(i)}`, 'open', { source: `s${String(i).padStart(3, '0')}` })), lead('x', 'open', { source: 's249' }));
  const table = learn(facts).tables[0];
  expect(table).toMatchObject({ beyond: 50, comparisons: 0 });
  expect(table?.rows.slice(0, 2).map(({ of, leads }) => [of, leads])).toEqual([['s249', 2], ['s000', 1]]);
});

test('nothing delivered: nothing learned, and no division by it', () => {
  const learned = learn(NO_FACTS);
  expect(learned).toMatchObject({ delivered: 0, judged: 0 });
  expect(learned.lessons.map(({ lesson, share }) => [lesson, share.value])).toEqual(LESSONS.map((lesson) => [lesson, null]));
  expect(learned.tables.map(({ by, rows }) => [by, rows])).toEqual(['source', 'campaign', 'message', 'objection', 'criterion'].map((by) => [by, []]));
});

test.each([0, -1, 1.5, 3661, NaN])('a window of %s days is refused, and does not read as nothing learned', (windowDays) => {
  expect(() => learnedFrom(REASONS, NO_FACTS, {}, { period: Q2, asOf: Q2.end, windowDays })).toThrow(RangeError);
});

test('law: a kind and its rest are all whose kind is known, whatever the order of the log', () => {
  const one = fc.record({ fate: fc.constantFrom<Fate>('open', 'no_fit', 'bad_phone', 'later', 'other', 'expired'), source: fc.constantFrom('a', 'b', 'c'), at: fc.integer({ min: -40, max: 90 }) });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 25 }), (rows) => {
      const events = rows.flatMap(({ fate, source, at: day }, i) => lead(`l${String(i)}`, fate, { source, deliveredAt: MAY + day * DAY }));
      const learned = learn(factsOf(events), {}, 2);
      expect(learned.delivered).toBe(learned.unsaid + learned.judged);
      for (const { rows: kinds } of learned.tables) {
        for (const { leads, unknown, learnings } of kinds) {
          for (const { lesson, share, rest } of learnings) {
            const all = learned.lessons.find((other) => other.lesson === lesson)?.share;
            expect(share.denominator).toBe(leads);
            expect(share.denominator + rest.denominator + unknown).toBe(learned.judged);
            expect(share.numerator + rest.numerator).toBe(all?.numerator);
          }
        }
      }
      expect(learn(factsOf([...events].reverse()), {}, 2).tables.map(({ rows: kinds }) => kinds.map(({ of, leads }) => [of, leads]))).toEqual(
        learned.tables.map(({ rows: kinds }) => kinds.map(({ of, leads }) => [of, leads])),
      );
    }),
    { numRuns: 40 },
  );
});
