import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { knownOfAccounts, knownOfContacts, outcomeRows, type KnownValue } from 'revpact/icp/refine';

const label = { leadId: 'l', accountId: 'a', at: 100, win: true, decidedAt: 200 };
const value = (text: string, knownAt: number | null): KnownValue => ({ about: 'account', id: 'a', attribute: 'industry', value: text, knownAt });

/** The value that stands beside a hand-over at 100, and its date. */
const at100 = (...values: readonly KnownValue[]): readonly unknown[] => {
  const { rows, conflicting } = outcomeRows([label], values);
  return [rows[0]?.attributes['industry'] ?? (conflicting.length > 0 ? 'conflict' : null), rows[0]?.knownAt?.['industry'] ?? null];
};

describe('what was on record when it was handed over', () => {
  test.each([
    { when: 'the last value before', values: [value('old', 10), value('new', 50)], is: ['new', 50] },
    { when: 'one recorded at that moment counts', values: [value('old', 10), value('same', 100)], is: ['same', 100] },
    { when: 'a later one does not', values: [value('old', 10), value('later', 101)], is: ['old', 10] },
    { when: 'a date beats none', values: [value('whenever', null), value('old', 10)], is: ['old', 10] },
    { when: 'none beats a later date', values: [value('whenever', null), value('later', 101)], is: ['whenever', null] },
    { when: 'only later: the first of them, with its date', values: [value('latest', 300), value('later', 101)], is: ['later', 101] },
    { when: 'said twice alike', values: [value('x', 10), value('x', 10)], is: ['x', 10] },
    { when: 'two at one moment', values: [value('x', 10), value('y', 10), value('y', 10)], is: ['conflict', null] },
    { when: 'two at one moment, and one since', values: [value('x', 10), value('y', 10), value('z', 11)], is: ['z', 11] },
    { when: 'two of no date', values: [value('x', null), value('y', null)], is: ['conflict', null] },
    { when: 'nothing', values: [], is: [null, null] },
    { when: 'of another account', values: [{ ...value('x', 1), id: 'b' }], is: [null, null] },
  ])('$when', ({ values, is }) => {
    expect(at100(...values)).toEqual(is);
    expect(at100(...values.toReversed())).toEqual(is);
  });
});

test('the contact is the one that the lead is', () => {
  const values = knownOfContacts([{ id: 'p', attributes: { seniority: 'head' } }, { id: 'q' }], 50);
  const { rows } = outcomeRows([label, { ...label, leadId: 'm' }], values, { contactOf: { l: 'p' } });
  expect(rows.map(({ contact, contactKnownAt }) => [contact, contactKnownAt])).toEqual([
    [{ seniority: 'head' }, { seniority: 50 }],
    [undefined, undefined],
  ]);
});

test('an export is as old as its day', () => {
  expect(knownOfAccounts([{ id: 'a', attributes: { n: 3 } }], null)).toEqual([{ about: 'account', id: 'a', attribute: 'n', value: 3, knownAt: null }]);
});

test('an attribute called __proto__ stays one', () => {
  const { rows } = outcomeRows([label], [{ ...value('x', 1), attribute: '__proto__' }]);
  expect(Object.hasOwn(rows[0]?.attributes ?? {}, '__proto__')).toBe(true);
});

test('as a search through the whole history finds it', () => {
  const history = fc.array(fc.record({ text: fc.constantFrom('x', 'y', 'z'), knownAt: fc.integer({ min: 90, max: 110 }) }), { minLength: 1, maxLength: 15 });
  fc.assert(
    fc.property(history, (entries) => {
      const before = entries.filter(({ knownAt }) => knownAt <= 100).map(({ knownAt }) => knownAt);
      const moment = before.length > 0 ? Math.max(...before) : Math.min(...entries.map(({ knownAt }) => knownAt));
      const said = new Set(entries.filter(({ knownAt }) => knownAt === moment).map(({ text }) => text));
      const [only] = said;
      expect(at100(...entries.map(({ text, knownAt }) => value(text, knownAt)))).toEqual(said.size === 1 ? [only, moment] : ['conflict', null]);
    }),
  );
});
