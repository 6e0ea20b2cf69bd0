import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { labelOutcomes, type LabelledOutcomes } from 'revpact/icp/refine';
import { factsOfLives, type Life } from '../../support/outcome-life.js';

const DAY = 86_400_000;
const REASONS = [
  { id: 'too_small', lesson: 'not_fit' },
  { id: 'wrong_number', lesson: 'bad_data', answeredBy: 'marketing' },
  { id: 'next_year', lesson: 'not_now' },
  { id: 'price' },
];

/** A window of 90 days, looked at on day 200. */
const labelled = (...lives: readonly Life[]): LabelledOutcomes => labelOutcomes(factsOfLives(lives), REASONS, { asOf: 200 * DAY, windowDays: 90 });

/** What one life counts as. */
const outcomeOf = (life: Omit<Life, 'lead'>): string => {
  const found = labelled({ lead: 'l', ...life });
  const [routed] = found.routed;
  const counts = { win: found.wins, loss: found.losses, open: found.open, not_matured: found.notMatured, expired: found.expired };
  const [state] = Object.entries({ ...counts, unexplained: found.unexplained, no_account: found.noAccount }).find(([, count]) => count === 1) ?? [];
  return state ?? (routed === undefined ? 'not handed over' : `routed: ${routed.lesson} to ${routed.answeredBy ?? 'nobody'}`);
};

describe('what a hand-over counts as', () => {
  test.each([
    { when: 'won in the window', life: { delivered: [10], won: [60] }, is: 'win' },
    { when: 'won at the last moment before the window closes', life: { delivered: [10], won: [99.9] }, is: 'win' },
    { when: 'won when the window has closed', life: { delivered: [10], won: [100] }, is: 'open' },
    { when: 'won before it was handed over, and not again', life: { delivered: [10], won: [5] }, is: 'open' },
    { when: 'won though it had left as no fit', life: { delivered: [10], won: [60], exits: [{ day: 20, reason: 'too_small' }] }, is: 'win' },
    { when: 'left as no fit', life: { delivered: [10], exits: [{ day: 20, reason: 'too_small' }] }, is: 'loss' },
    { when: 'left as no fit before the hand-over', life: { delivered: [10], exits: [{ day: 2, reason: 'too_small' }] }, is: 'open' },
    {
      when: 'left as no fit, came back and left for bad data',
      life: { delivered: [10], exits: [{ day: 20, reason: 'too_small', recycled: 25 }, { day: 40, reason: 'wrong_number' }] },
      is: 'routed: bad_data to marketing',
    },
    { when: 'left and was brought back', life: { delivered: [10], exits: [{ day: 20, reason: 'too_small', recycled: 25 }] }, is: 'open' },
    { when: 'brought back after the window', life: { delivered: [10], exits: [{ day: 20, reason: 'too_small', recycled: 101 }] }, is: 'loss' },
    { when: 'a wrong number', life: { delivered: [10], exits: [{ day: 20, reason: 'wrong_number' }] }, is: 'routed: bad_data to marketing' },
    { when: 'not now', life: { delivered: [10], exits: [{ day: 20, reason: 'next_year' }] }, is: 'routed: not_now to nobody' },
    { when: 'a reason without a lesson', life: { delivered: [10], exits: [{ day: 20, reason: 'price' }] }, is: 'unexplained' },
    { when: 'a reason that nobody agreed on', life: { delivered: [10], exits: [{ day: 20, reason: 'meh' }] }, is: 'unexplained' },
    { when: 'no reason', life: { delivered: [10], exits: [{ day: 20 }] }, is: 'unexplained' },
    { when: 'the clock', life: { delivered: [10], exits: [{ day: 20, exit: 'expired' as const }] }, is: 'expired' },
    { when: 'nothing yet', life: { delivered: [10] }, is: 'open' },
    { when: 'the window closes as we look', life: { delivered: [110], won: [150] }, is: 'win' },
    { when: 'the window is open still, though it is lost', life: { delivered: [111], exits: [{ day: 120, reason: 'too_small' }] }, is: 'not_matured' },
    { when: 'the window is open still, though it is won', life: { delivered: [111], won: [120] }, is: 'not_matured' },
    { when: 'no account', life: { account: null, delivered: [10], won: [20] }, is: 'no_account' },
    { when: 'never handed over', life: { delivered: [], won: [20] }, is: 'not handed over' },
    { when: 'handed over as we look', life: { delivered: [200] }, is: 'not handed over' },
    { when: 'delivered again after the loss: the first delivery counts', life: { delivered: [10, 60], won: [120] }, is: 'open' },
  ] as readonly { when: string; life: Omit<Life, 'lead'>; is: string }[])('$when: $is', ({ life, is }) => {
    expect(outcomeOf(life)).toBe(is);
  });
});

test('the first delivery to the party that is asked about', () => {
  const facts = factsOfLives([{ lead: 'l', delivered: [{ day: 5, to: 'sales_development' }, { day: 20, to: 'sales' }], won: [100] }]);
  const options = { asOf: 200 * DAY, windowDays: 90 };
  expect(labelOutcomes(facts, REASONS, options).open).toBe(1);
  const [label] = labelOutcomes(facts, REASONS, { ...options, toParty: 'sales' }).labels;
  expect(label).toEqual({ leadId: 'l', accountId: 'a-l', at: 20 * DAY, win: true, decidedAt: 100 * DAY });
  expect(labelOutcomes(facts, REASONS, { ...options, handOff: 'mql' }).handedOver).toBe(0);
});

test('what goes to others is counted by reason, most frequent first', () => {
  const lost = (lead: string, reason: string): Life => ({ lead, delivered: [1], exits: [{ day: 2, reason }] });
  expect(labelled(lost('a', 'next_year'), lost('b', 'wrong_number'), lost('c', 'wrong_number')).routed).toEqual([
    { lesson: 'bad_data', reason: 'wrong_number', answeredBy: 'marketing', count: 2 },
    { lesson: 'not_now', reason: 'next_year', answeredBy: null, count: 1 },
  ]);
});

test('everything handed over is accounted for, whatever the order of the facts', () => {
  const day = fc.integer({ min: 0, max: 220 });
  const life = fc.record({
    account: fc.constantFrom('a', 'b', null),
    delivered: fc.array(day, { maxLength: 3 }),
    won: fc.array(day, { maxLength: 1 }),
    exits: fc.array(fc.record({ day, reason: fc.constantFrom(...REASONS.map(({ id }) => id), null) }), { maxLength: 2 }),
  });
  fc.assert(
    fc.property(fc.array(life, { maxLength: 12 }), (lives) => {
      const named = lives.map((one, i) => ({ ...one, lead: `l${String(i)}` }));
      const found = labelled(...named);
      const routed = found.routed.reduce((sum, { count }) => sum + count, 0);
      expect(found.wins + found.losses + routed + found.open + found.notMatured + found.expired + found.unexplained + found.noAccount).toBe(
        found.handedOver,
      );
      expect(found.labels).toHaveLength(found.wins + found.losses);
      expect(labelled(...named.toReversed())).toEqual(found);
    }),
  );
});

test.each([NaN, Infinity, 0.5])('a moment of %s is refused', (asOf) => {
  expect(() => labelOutcomes(factsOfLives([]), [], { asOf, windowDays: 90 })).toThrow(RangeError);
});

test.each([0, 1.5, 3661, NaN])('a window of %s days is refused', (windowDays) => {
  expect(() => labelOutcomes(factsOfLives([]), [], { asOf: 0, windowDays })).toThrow(RangeError);
});
