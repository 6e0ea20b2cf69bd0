import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { ask, score, scorer, type Condition, type TargetFilter } from 'revpact/icp';
import type { Account, Contact, Profile, ProfileValue } from 'revpact/vocabulary';
import { anAccount, withCriterion } from '../support/icp.js';

const asOf = Date.UTC(2026, 2, 31);
const aContact = (attributes: Profile, id = 'c1'): Contact => ({ id, attributes });

describe('one value', () => {
  const tools = ['CRM', 'Calendar', 'crm', 'Straße'];
  test.each<{ when: string; asks: Condition; has: Profile; holds: boolean | null; why: string }>([
    { when: 'a list that shares one value', asks: { is: 'overlap', attribute: 'x', values: ['calendar', 'erp'] }, has: { x: tools }, holds: true, why: 'x has "calendar"' },
    { when: 'a list that shares one and two are asked', asks: { is: 'overlap', attribute: 'x', values: ['crm', 'erp'], atLeast: 2 }, has: { x: tools }, holds: false, why: 'x has "crm"; at least 2 are asked' },
    { when: 'a value asked in two cases counts once', asks: { is: 'overlap', attribute: 'x', values: ['crm', 'CRM', 'erp'], atLeast: 2 }, has: { x: tools }, holds: false, why: 'x has "crm", "CRM"; at least 2 are asked' },
    { when: 'a list that shares nothing', asks: { is: 'overlap', attribute: 'x', values: ['erp'] }, has: { x: tools }, holds: false, why: 'x has none of "erp"' },
    { when: 'words of a list stay words', asks: { is: 'overlap', attribute: 'x', values: ['1.0'] }, has: { x: ['1'] }, holds: false, why: 'x has none of "1.0"' },
    { when: 'an empty list', asks: { is: 'overlap', attribute: 'x', values: ['erp'] }, has: { x: [] }, holds: null, why: 'x is not known' },
    { when: 'one text where a list is asked for', asks: { is: 'overlap', attribute: 'x', values: ['erp'] }, has: { x: 'erp' }, holds: null, why: 'x is "erp", which is no list' },
    { when: 'three different values', asks: { is: 'count', attribute: 'x', from: 3, below: 4 }, has: { x: tools }, holds: true, why: 'x has 3 different values, at least 3 and below 4' },
    { when: 'one too few', asks: { is: 'count', attribute: 'x', from: 4 }, has: { x: tools }, holds: false, why: 'x has 3 different values, not at least 4' },
    { when: 'a number where a list is counted', asks: { is: 'count', attribute: 'x', from: 1 }, has: { x: 4 }, holds: null, why: 'x is 4, which is no list' },
    { when: 'a list where one value is asked for', asks: { is: 'equal', attribute: 'x', value: 'crm' }, has: { x: ['crm'] }, holds: null, why: 'x is ["crm"], a list and no single value' },
    { when: 'an empty list, asked whether anything is known', asks: { is: 'present', attribute: 'x' }, has: { x: [] }, holds: false, why: 'x is not known' },
    { when: 'a number that is none, asked whether anything is known', asks: { is: 'present', attribute: 'x' }, has: { x: NaN }, holds: false, why: 'x is not known' },
    { when: 'a number without end', asks: { is: 'equal', attribute: 'x', value: 1 }, has: { x: -Infinity }, holds: null, why: 'x is not known' },
    { when: 'zero with a sign', asks: { is: 'equal', attribute: 'x', value: 0 }, has: { x: -0 }, holds: true, why: 'x is 0' },
    { when: 'zero as text', asks: { is: 'equal', attribute: 'x', value: 0 }, has: { x: '-0.00' }, holds: true, why: 'x is "-0.00"' },
    { when: 'a decimal that no float is', asks: { is: 'equal', attribute: 'x', value: '0.30000000000000001' }, has: { x: 0.3 }, holds: false, why: 'x is 0.3, not "0.30000000000000001"' },
    { when: 'the same, as text with needless zeros', asks: { is: 'equal', attribute: 'x', value: '0.30000000000000001' }, has: { x: '00.300000000000000010' }, holds: true, why: 'x is "00.300000000000000010"' },
    { when: 'a truth where a range asks for a number', asks: { is: 'range', attribute: 'x', from: '0' }, has: { x: true }, holds: null, why: 'x is true, which is no number' },
    { when: 'a number with spaces', asks: { is: 'range', attribute: 'x', from: '0' }, has: { x: ' 250 ' }, holds: null, why: 'x is " 250 ", which is no number' },
    { when: 'Σ at the end of a word', asks: { is: 'equal', attribute: 'x', value: 'ΟΔΟΣ' }, has: { x: 'οδοσ' }, holds: true, why: 'x is "οδοσ"' },
    { when: 'a capital İ is a small i', asks: { is: 'contains', attribute: 'x', any: ['istanbul'] }, has: { x: 'İSTANBUL' }, holds: true, why: 'x is "İSTANBUL", with "istanbul"' },
    { when: 'ß is not ss', asks: { is: 'equal', attribute: 'x', value: 'STRASSE' }, has: { x: 'Straße' }, holds: false, why: 'x is "Straße", not "STRASSE"' },
    { when: 'a name that every object inherits', asks: { is: 'present', attribute: 'toString' }, has: {}, holds: false, why: 'toString is not known' },
    { when: 'the same where it is an attribute', asks: { is: 'equal', attribute: 'toString', value: 'x' }, has: { toString: 'X' }, holds: true, why: 'toString is "X"' },
  ])('$when → $holds', ({ asks, has, holds, why }) => {
    expect(ask(asks, anAccount(has))).toEqual({ holds, why });
    // Asked within a criterion, and twice, so that the second answer comes from memory.
    const of = scorer(withCriterion({ id: 'q', title: 'Q', missing: 'zero', role: 'weighted', when: asks, points: 7 }), asOf);
    const reason = { criterion: 'q', points: holds === true ? 7 : 0, holds, why };
    expect(of(anAccount(has)).reasons).toEqual([reason]);
    expect(of(anAccount(has)).reasons).toEqual([reason]);
  });
});

describe('people at the account', () => {
  const boss: Condition = { is: 'equal', attribute: 'level', about: 'contact', value: 'board' };
  const [board, staff, unknown] = [aContact({ level: 'Board' }, 'c1'), aContact({ level: 'staff' }, 'c2'), { id: 'c3' }];
  const bosses = (bounds: { from?: number; below?: number }): Condition => ({ is: 'contacts', where: boss, ...bounds });
  test.each<{ when: string; asks: Condition; whom: { contact?: Contact; contacts?: readonly Contact[] }; holds: boolean | null }>([
    { when: 'nobody is to be called', asks: boss, whom: {}, holds: null },
    { when: 'nobody is to be called, asked whether the level is known', asks: { is: 'present', attribute: 'level', about: 'contact' }, whom: {}, holds: false },
    { when: 'the board is called', asks: boss, whom: { contact: board }, holds: true },
    { when: 'somebody is called of whom nothing is known', asks: boss, whom: { contact: unknown }, holds: null },
    { when: 'who works there is not known', asks: bosses({ from: 1 }), whom: {}, holds: null },
    { when: 'nobody is known to work there', asks: bosses({ from: 1 }), whom: { contacts: [] }, holds: false },
    { when: 'nobody does, and none is asked for', asks: bosses({ below: 1 }), whom: { contacts: [] }, holds: true },
    { when: 'one of two', asks: bosses({ from: 1 }), whom: { contacts: [board, staff] }, holds: true },
    { when: 'one, where two are asked for', asks: bosses({ from: 2 }), whom: { contacts: [board, staff] }, holds: false },
    { when: 'one, and one that may be another', asks: bosses({ from: 2 }), whom: { contacts: [board, unknown] }, holds: null },
    { when: 'enough without the one not known', asks: bosses({ from: 1 }), whom: { contacts: [board, unknown] }, holds: true },
    { when: 'one that may be too many', asks: bosses({ from: 1, below: 2 }), whom: { contacts: [board, unknown] }, holds: null },
    { when: 'the contact that is called does not matter to the count', asks: bosses({ from: 1 }), whom: { contact: board, contacts: [staff] }, holds: false },
  ])('$when → $holds', ({ asks, whom, holds }) => {
    expect(ask(asks, anAccount({}), whom).holds).toBe(holds);
  });

  test('an account is asked together with each contact', () => {
    const local: Condition = {
      is: 'contacts',
      where: { is: 'all', of: [boss, { is: 'equal', attribute: 'country', value: 'DE' }] },
      from: 1,
    };
    expect(ask(local, anAccount({ country: 'de' }), { contacts: [staff, board] })).toEqual({
      holds: true,
      why: 'contacts with all (the contact’s level "board"; country "DE"): at least 1: 1 of 2',
    });
    expect(ask(local, anAccount({ country: 'FR' }), { contacts: [staff, board] }).holds).toBe(false);
  });

  test('contacts are not mixed up between accounts of one scorer', () => {
    const of = scorer(withCriterion({ id: 'q', title: 'Q', missing: 'neutral', role: 'weighted', when: boss, points: 3 }), asOf);
    expect([board, staff, undefined, board].map((contact) => of(anAccount({}), { contact }).points)).toEqual([3, 0, 0, 3]);
  });
});

describe('conditions as one', () => {
  const yes: Condition = { is: 'present', attribute: 'has' };
  const no: Condition = { is: 'present', attribute: 'has_not' };
  const open: Condition = { is: 'equal', attribute: 'nobody_knows', value: 1 };
  // Kleene's tables for two, by hand: the least, the greatest, and the opposite of the greatest.
  test.each<{ of: readonly [Condition, Condition]; all: boolean | null; any: boolean | null }>([
    { of: [yes, yes], all: true, any: true },
    { of: [yes, no], all: false, any: true },
    { of: [no, no], all: false, any: false },
    { of: [yes, open], all: null, any: true },
    { of: [no, open], all: false, any: null },
    { of: [open, open], all: null, any: null },
  ])('all is $all, any $any', ({ of: [a, b], all, any }) => {
    const account = anAccount({ has: 1 });
    for (const of of [[a, b], [b, a]]) {
      expect(ask({ is: 'all', of }, account).holds).toBe(all);
      expect(ask({ is: 'any', of }, account).holds).toBe(any);
      expect(ask({ is: 'none', of }, account).holds).toBe(any === null ? null : !any);
    }
  });

  test.each<{ asks: Condition; why: string }>([
    { asks: { is: 'all', of: [yes, no] }, why: 'has_not is not known' },
    { asks: { is: 'all', of: [yes, { is: 'equal', attribute: 'has', value: 1 }] }, why: 'has is known; has is 1' },
    { asks: { is: 'all', of: [yes, open] }, why: 'nobody_knows is not known' },
    { asks: { is: 'any', of: [no, yes] }, why: 'has is known' },
    { asks: { is: 'none', of: [no, yes] }, why: 'has is known' },
    { asks: { is: 'none', of: [no, { is: 'all', of: [no, yes] }] }, why: 'has_not is not known; has_not is not known' },
  ])('$why', ({ asks, why }) => {
    expect(ask(asks, anAccount({ has: 1 })).why).toBe(why);
  });
});

/** The language anew, from its description, without anything done beforehand. Numbers are small here, so that floats will do. */
const naive = (asks: Condition, account: Profile): boolean | null => {
  switch (asks.is) {
    case 'all':
    case 'any':
    case 'none': {
      const answers = asks.of.map((one) => naive(one, account));
      const any = answers.includes(true) ? true : answers.includes(null) ? null : false;
      if (asks.is === 'all') return answers.includes(false) ? false : answers.includes(null) ? null : true;
      return asks.is === 'any' || any === null ? any : !any;
    }
    case 'contacts':
      return null;
    default: {
      const value = Object.entries(account).find(([name]) => name === asks.attribute)?.[1] ?? null;
      const known = value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
      if (asks.is === 'present') return known;
      if (!known) return null;
      const number = typeof value === 'number' ? value : typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : null;
      const same = (other: string | number | boolean): boolean =>
        String(value).toLowerCase() === String(other).toLowerCase() && (typeof value === 'boolean') === (typeof other === 'boolean')
          ? true
          : number !== null && typeof other !== 'boolean' && number === Number(other);
      switch (asks.is) {
        case 'equal':
          return Array.isArray(value) ? null : same(asks.value);
        case 'one_of':
          return Array.isArray(value) ? null : asks.values.some(same);
        case 'range':
          return number === null ? null : number >= Number(asks.from ?? -Infinity) && number < Number(asks.below ?? Infinity);
        case 'contains':
          return typeof value === 'string' ? asks.any.some((word) => value.toLowerCase().includes(word.toLowerCase())) : null;
        case 'overlap':
          return Array.isArray(value) ? value.some((one: string) => asks.values.some((other) => other.toLowerCase() === one.toLowerCase())) : null;
        case 'count': {
          const size = Array.isArray(value) ? new Set(value.map((one: string) => one.toLowerCase())).size : null;
          return size === null ? null : size >= (asks.from ?? 0) && size < (asks.below ?? Infinity);
        }
      }
    }
  }
};

const word = fc.constantFrom('a', 'A', 'b', 'ab', '1', '1.0', '2', '-3', '2.5');
const attribute = fc.constantFrom('x', 'y');
const decimal = fc.constantFrom('-3', '0', '1', '2', '2.5');
const plain: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ is: fc.constant('equal' as const), attribute, value: fc.oneof(word, fc.integer({ min: -3, max: 3 }), fc.boolean()) }),
  fc.record({ is: fc.constant('one_of' as const), attribute, values: fc.array(fc.oneof(word, fc.boolean()), { minLength: 1, maxLength: 3 }) }),
  fc.record({ is: fc.constant('range' as const), attribute, from: decimal, below: decimal }, { requiredKeys: ['is', 'attribute'] }),
  fc.record({ is: fc.constant('present' as const), attribute }),
  fc.record({ is: fc.constant('contains' as const), attribute, any: fc.array(word, { minLength: 1, maxLength: 2 }) }),
  fc.record({ is: fc.constant('overlap' as const), attribute, values: fc.array(word, { minLength: 1, maxLength: 3 }) }),
  fc.record({ is: fc.constant('count' as const), attribute, from: fc.nat(3), below: fc.nat(4) }, { requiredKeys: ['is', 'attribute'] }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    plain,
    fc.record({ is: fc.constantFrom('all' as const, 'any' as const, 'none' as const), of: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
  ),
}));
const value = fc.oneof(word, fc.integer({ min: -3, max: 3 }), fc.constantFrom(2.5, '', null), fc.boolean(), fc.array(word, { maxLength: 3 }));
const profile: fc.Arbitrary<Profile> = fc.record({ x: value, y: value }, { requiredKeys: [] });

describe('laws', () => {
  test('any condition is answered as its description says, alone and from memory', () => {
    fc.assert(
      fc.property(condition, fc.array(profile, { minLength: 1, maxLength: 5 }), (asks, profiles) => {
        const of = scorer(withCriterion({ id: 'q', title: 'Q', missing: 'zero', role: 'weighted', when: asks, points: 1 }), asOf);
        for (const attributes of [...profiles, ...profiles]) {
          const holds = naive(asks, attributes);
          const found = ask(asks, anAccount(attributes));
          expect(found.holds).toBe(holds);
          expect(of(anAccount(attributes)).reasons).toEqual([{ criterion: 'q', points: holds === true ? 1 : 0, ...found }]);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('what nothing is known of is never answered with yes, but that nothing is known', () => {
    fc.assert(
      fc.property(plain, (asks) => {
        expect(ask(asks, anAccount({})).holds).toBe(asks.is === 'present' ? false : null);
      }),
    );
  });

  test('a float meets a decimal threshold exactly as its shortest text does', () => {
    /** Decimals as whole numbers of 10^-30. */
    const scaled = (text: string): bigint => {
      const [whole = '0', part = ''] = text.replace('-', '').split('.');
      const size = BigInt(whole + part.padEnd(30, '0'));
      return text.startsWith('-') ? -size : size;
    };
    const digits = fc.tuple(fc.integer({ min: -99, max: 99 }), fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }));
    fc.assert(
      fc.property(digits, fc.integer({ min: -2, max: 2 }), ([whole, part], step) => {
        const threshold = `${String(whole)}.${part.toString().padStart(18, '0')}`;
        const near = Number(threshold);
        const float = near + step * Math.abs(near) * Number.EPSILON;
        fc.pre(!String(float).includes('e'));
        const reached = scaled(String(float)) >= scaled(threshold);
        expect(ask({ is: 'range', attribute: 'x', from: threshold }, anAccount({ x: float })).holds).toBe(reached);
        expect(ask({ is: 'range', attribute: 'x', below: threshold }, anAccount({ x: String(float) })).holds).toBe(!reached);
      }),
      { numRuns: 500 },
    );
  });
});

describe('many accounts', () => {
  const filter: TargetFilter = withCriterion(
    { id: 'size', title: 'Size', missing: 'neutral', role: 'banded', bands: [{ when: { is: 'range', attribute: 'n', from: '2500' }, points: 9 }, { when: { is: 'range', attribute: 'n', below: '7' }, points: -2 }] },
    { id: 'few', title: 'Few', missing: 'zero', role: 'weighted', when: { is: 'one_of', attribute: 'few', values: ['a', 'b'] }, points: 4 },
    { id: 'tags', title: 'Tags', missing: 'zero', role: 'weighted', when: { is: 'overlap', attribute: 'tags', values: ['t1', 't7'] }, points: 2 },
    { id: 'both', title: 'Both', missing: 'zero', role: 'weighted', when: { is: 'all', of: [{ is: 'present', attribute: 'few' }, { is: 'range', attribute: 'n', from: '10' }] }, points: 1 },
  );
  const accounts: readonly Account[] = Array.from({ length: 12_000 }, (_, i) =>
    anAccount({ n: i % 5000, few: ['a', 'B', 'c', null][i % 4] ?? null, tags: [`t${String(i % 9)}`, `t${String(i % 3)}`] }, `a${String(i)}`),
  );

  test('are scored as each alone, whatever was remembered or given up on the way', () => {
    const of = scorer(filter, asOf);
    for (const [i, account] of accounts.entries()) {
      const one = of(account);
      if (i % 7 === 0) expect(one).toEqual(score(filter, account, { asOf }));
    }
  });

  test('a list that is another the next time, though the same object, is read again', () => {
    const of = scorer(filter, asOf);
    const tags = ['t1'];
    const points = [['t1'], ['t2'], ['t7', 't2'], ['t1']].map((words) => {
      tags.splice(0, tags.length, ...words);
      return of(anAccount({ tags })).points;
    });
    expect(points).toEqual([2, 0, 2, 2]);
  });

  test.each<{ when: string; values: readonly ProfileValue[] }>([
    { when: 'whole and other numbers, great, small and below zero', values: [0, -0, 7, 6.5, -3, 4095, 4096, 2499.99, 2500, 2 ** 32, 2 ** 32 + 7, 1e21, 1e-7, NaN, Infinity] },
    { when: 'numbers as text', values: ['7', '07', '7.0', '2500', '1e3', ''] },
    { when: 'other kinds', values: [true, false, null, 'a', ['a'], []] },
  ])('$when are told apart, the first time and the third', ({ values }) => {
    const of = scorer(filter, asOf);
    for (const n of [...values, ...values, ...values]) {
      const account = anAccount({ n, few: n, tags: n });
      expect(of(account)).toEqual(score(filter, account, { asOf }));
    }
  });

  test('a score is plain data: a copy and what JSON makes of it are the same', () => {
    const one = scorer(filter, asOf)(anAccount({ n: 3000, few: 'b', tags: ['T1'] }));
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
    expect(structuredClone(one)).toEqual(one);
    expect(one.reasons.map(({ why }) => why)).toEqual(['n is 3000, at least 2500', 'few is "b", one of "a", "b"', 'tags has "t1"', 'few is known; n is 3000, at least 10']);
  });
});
