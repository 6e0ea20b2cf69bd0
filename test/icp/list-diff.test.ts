import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { buildTargetList, diffLists, type ListChange, type ListDiff, type TargetFilter } from 'revpact/icp';
import type { Account, Contact, Profile } from 'revpact/vocabulary';
import { PLAIN, t } from '../support/calling.js';

const account = (id: string, attributes: Profile): Account => ({ id, attributes });
const shop = (id: string, employees: number): Account => account(id, { employees, industry: 'retail' });

/** As of the first of March, before banks count: a 50, b 30, c 30, d 10. */
const ACCOUNTS = [shop('a', 300), shop('b', 60), account('c', { employees: 400 }), account('d', { employees: 70, industry: 'steel' })];
const before = buildTargetList(ACCOUNTS, PLAIN, { asOf: t(0) });
const brief = ({ accountId, because, reasons }: ListChange) => [accountId, because, reasons.map((one) => [one.criterion, one.before?.points ?? null, one.after?.points ?? null, one.because])];
const told = ({ entered, left, movedTier, movedRank, unmoved }: ListDiff) => ({
  entered: entered.map(brief),
  left: left.map(brief),
  movedTier: movedTier.map(brief),
  movedRank: movedRank.map(brief),
  unmoved,
});
const NONE = { entered: [], left: [], movedTier: [], movedRank: [] };
const [size, industry, bank] = PLAIN.criteria;
const withCriteria = (...criteria: readonly (TargetFilter['criteria'][number] | undefined)[]): TargetFilter => ({
  ...PLAIN,
  criteria: criteria.flatMap((one) => one ?? []),
});

describe('what changed from one list to the next', () => {
  test('where they stood', () => {
    expect(before.in.map(({ accountId, tier, score }) => [accountId, tier, score.points])).toEqual([
      ['a', 'A', 50],
      ['b', 'B', 30],
      ['c', 'B', 30],
    ]);
  });

  test.each<{ when: string; after: ReturnType<typeof buildTargetList>; is: object }>([
    { when: 'nothing', after: before, is: { ...NONE, unmoved: 3 } },
    {
      when: 'an account grew: it enters on top, and two others fall behind',
      after: buildTargetList([...ACCOUNTS.slice(0, 3), shop('d', 5000)], PLAIN, { asOf: t(0) }),
      is: {
        ...NONE,
        entered: [['d', ['account'], [['size', 10, 30, 'account'], ['industry', 0, 20, 'account']]]],
        movedRank: [
          ['b', ['others'], []],
          ['c', ['others'], []],
        ],
        unmoved: 1,
      },
    },
    {
      when: 'an account is no longer considered, another is new',
      after: buildTargetList([...ACCOUNTS.slice(1), shop('e', 90)], PLAIN, { asOf: t(0) }),
      is: {
        ...NONE,
        entered: [['e', ['account'], []]],
        left: [['a', ['account'], []]],
        movedRank: [
          ['b', ['others'], []],
          ['c', ['others'], []],
        ],
        unmoved: 0,
      },
    },
    {
      when: 'the filter gives more for an industry: only who is in it moves',
      after: buildTargetList(ACCOUNTS, withCriteria(size, { ...industry!, points: 45 } as never, bank), { asOf: t(0) }),
      is: { ...NONE, movedTier: [['b', ['filter'], [['industry', 20, 45, 'filter']]]], unmoved: 2 },
    },
    {
      when: 'a tier asks for less',
      after: buildTargetList(ACCOUNTS, { ...PLAIN, tiers: [{ id: 'A', atLeast: 50 }, { id: 'B', atLeast: 10 }] }, { asOf: t(0) }),
      is: { ...NONE, entered: [['d', ['filter'], []]], unmoved: 3 },
    },
    {
      when: 'a question left the filter',
      after: buildTargetList(ACCOUNTS, withCriteria(size, bank), { asOf: t(0) }),
      // a 30, c 30; b and d 10.
      is: {
        ...NONE,
        left: [['b', ['filter'], [['industry', 20, null, 'filter']]]],
        movedTier: [['a', ['filter'], [['industry', 20, null, 'filter']]]],
        movedRank: [['c', ['filter'], [['industry', 0, null, 'filter']]]],
        unmoved: 0,
      },
    },
    {
      when: 'fewer can be worked',
      after: buildTargetList(ACCOUNTS, PLAIN, { asOf: t(0), capacity: 2 }),
      is: { ...NONE, left: [['c', ['capacity'], []]], unmoved: 2 },
    },
  ])('$when', ({ after, is }) => {
    expect(told(diffLists(before, after))).toEqual(is);
  });

  test('a question comes into force: the moment did it', () => {
    const bankers = [...ACCOUNTS, account('e', { employees: 60, industry: 'banking' })];
    const diff = diffLists(buildTargetList(bankers, PLAIN, { asOf: t(8) }), buildTargetList(bankers, PLAIN, { asOf: t(9) }));
    // From the 10th on e has 45 and passes b and c, which have 30.
    expect(told(diff)).toEqual({
      ...NONE,
      movedRank: [
        ['e', ['moment'], [['bank', null, 15, 'moment']]],
        ['b', ['moment'], [['bank', null, 0, 'moment']]],
        ['c', ['moment'], [['bank', null, 0, 'moment']]],
      ],
      unmoved: 1,
    });
  });

  test('capacity is named only where it made the difference', () => {
    const two = buildTargetList(ACCOUNTS, PLAIN, { asOf: t(0), capacity: 2 });
    const gone = buildTargetList(ACCOUNTS.slice(1), PLAIN, { asOf: t(0), capacity: 3 });
    // With a gone c would be in among the first two anyway.
    expect(told(diffLists(two, gone)).entered).toEqual([['c', ['others'], []]]);
    const three = buildTargetList(ACCOUNTS, PLAIN, { asOf: t(0), capacity: 3 });
    expect(told(diffLists(two, three)).entered).toEqual([['c', ['capacity'], []]]);
  });

  test('another contact is to be called', () => {
    const asking: TargetFilter = {
      ...PLAIN,
      criteria: [{ id: 'buyer', title: 'The buyer?', missing: 'zero', role: 'weighted', when: { is: 'equal', about: 'contact', attribute: 'role', value: 'buyer' }, points: 60 }],
    };
    const [clerk, buyer]: Contact[] = [
      { id: 'p1', accountId: 'a', attributes: { role: 'clerk' } },
      { id: 'p2', accountId: 'a', attributes: { role: 'buyer' } },
    ];
    const [was, is] = [[clerk!], [clerk!, buyer!]].map((toCall) => buildTargetList(ACCOUNTS, asking, { asOf: t(0), toCall }));
    expect(told(diffLists(was!, is!)).entered).toEqual([['a', ['contact'], [['buyer', 0, 60, 'contact']]]]);
  });

  test('another contact explains no answer that is about the account', () => {
    const asking: TargetFilter = {
      ...PLAIN,
      criteria: [
        size!,
        { id: 'buyer', title: 'The buyer?', missing: 'zero', role: 'weighted', when: { is: 'equal', about: 'contact', attribute: 'role', value: 'buyer' }, points: 30 },
      ],
    };
    const was = buildTargetList([shop('a', 60)], asking, { asOf: t(0), toCall: [{ id: 'p1', accountId: 'a', attributes: { role: 'clerk' } }] });
    const is = buildTargetList([shop('a', 300)], asking, { asOf: t(0), toCall: [{ id: 'p2', accountId: 'a', attributes: { role: 'buyer' } }] });
    expect(told(diffLists(was, is)).entered).toEqual([['a', ['account', 'contact'], [['size', 10, 30, 'account'], ['buyer', 0, 30, 'contact']]]]);
  });

  test('rows that contradict each other put an account off the list', () => {
    const doubled = buildTargetList([...ACCOUNTS, shop('a', 60)], PLAIN, { asOf: t(0) });
    expect(told(diffLists(before, doubled)).left).toEqual([['a', ['account'], [['size', 30, 10, 'account']]]]);
    // Without the question that tells them apart they are one account.
    const blind = buildTargetList([...ACCOUNTS, shop('a', 60)], { ...withCriteria(industry, bank) }, { asOf: t(0) });
    expect(told(diffLists(doubled, blind)).entered.map(([id, because]) => [id, because])).toEqual([['a', ['filter']]]);
  });
});

test('the same answers out of a larger sum: the filter did it, though no answer is another', () => {
  const asks = (most: number): TargetFilter => ({
    ...PLAIN,
    criteria: [
      {
        id: 'size',
        title: 'Big enough?',
        missing: 'zero',
        role: 'banded',
        bands: [
          { when: { is: 'range', attribute: 'employees', from: '250' }, points: most },
          { when: { is: 'range', attribute: 'employees', from: '50' }, points: 10 },
        ],
      },
      { ...industry!, missing: 'neutral' },
    ],
    tiers: [{ id: 'B', atLeast: 15 }],
  });
  // 10 of 30 is more than 15 of 50; 10 of 60 is less than 15 of 80.
  const small = [account('s', { employees: 60 })];
  const [was, is] = [30, 60].map((most) => buildTargetList(small, asks(most), { asOf: t(0) }));
  expect(told(diffLists(was!, is!)).left).toEqual([['s', ['filter'], []]]);
});

test('rows of one id that a question tells apart from a moment on', () => {
  const later: TargetFilter = {
    ...PLAIN,
    criteria: [size!, { id: 'tag', title: 'Tagged?', missing: 'zero', role: 'weighted', when: { is: 'present', attribute: 'tag' }, points: 1, from: '2026-03-10T00:00:00Z' }],
  };
  const rows = [account('a', { employees: 300, tag: 'x' }), account('a', { employees: 300 })];
  const [was, is] = [t(0), t(20)].map((asOf) => buildTargetList(rows, later, { asOf }));
  expect(told(diffLists(was!, is!)).left.map(([id, because]) => [id, because])).toEqual([['a', ['moment']]]);
});

describe('laws', () => {
  const someAccounts = fc.uniqueArray(
    fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), employees: fc.constantFrom(10, 60, 300), industry: fc.constantFrom('retail', 'banking', 'steel') }),
    { selector: ({ id }) => id, maxLength: 6 },
  ).map((rows) => rows.map(({ id, ...attributes }) => account(id, attributes)));
  const someFilter = fc.record({ points: fc.constantFrom(0, 20, 45), order: fc.boolean(), atLeast: fc.constantFrom(5, 20) }).map(
    ({ points, order, atLeast }): TargetFilter => ({
      ...withCriteria(...(order ? [size, { ...industry!, points } as never, bank] : [bank, size, { ...industry!, points } as never])),
      tiers: [
        { id: 'A', atLeast: 50 },
        { id: 'B', atLeast },
      ],
    }),
  );
  const someMoment = fc.constantFrom(t(0), t(20));
  const someCapacity = fc.constantFrom(1, 2, 3, 10);
  const causesOf = (diff: ListDiff) => new Set([...diff.entered, ...diff.left, ...diff.movedTier, ...diff.movedRank].flatMap(({ because }) => because));

  test('each account of either list is told of once, with a cause, and in terms of the lists themselves', () => {
    fc.assert(
      fc.property(someAccounts, someAccounts, someFilter, someFilter, someMoment, someMoment, someCapacity, someCapacity, (a1, a2, f1, f2, m1, m2, c1, c2) => {
        const [was, is] = [buildTargetList(a1, f1, { asOf: m1, capacity: c1 }), buildTargetList(a2, f2, { asOf: m2, capacity: c2 })];
        const diff = diffLists(was, is);
        const moved = [...diff.entered, ...diff.movedTier, ...diff.movedRank];
        expect(moved.length + diff.unmoved).toBe(is.in.length);
        expect(diff.left.length + diff.movedTier.length + diff.movedRank.length + diff.unmoved).toBe(was.in.length);
        expect([...moved, ...diff.left].filter(({ because }) => because.length === 0)).toEqual([]);
        const back = diffLists(is, was);
        expect(back.entered.map(({ accountId }) => accountId).sort()).toEqual(diff.left.map(({ accountId }) => accountId).sort());
      }),
      { numRuns: 300 },
    );
  });

  test('what stayed the same is never named as the cause', () => {
    fc.assert(
      fc.property(someAccounts, someAccounts, someFilter, someFilter, someMoment, someMoment, someCapacity, someCapacity, fc.nat(3), (a1, a2, f1, f2, m1, m2, c1, c2, what) => {
        const was = buildTargetList(a1, f1, { asOf: m1, capacity: c1 });
        const changed = [
          { cause: 'account', is: buildTargetList(a2, f1, { asOf: m1, capacity: c1 }) },
          { cause: 'filter', is: buildTargetList(a1, f2, { asOf: m1, capacity: c1 }) },
          { cause: 'moment', is: buildTargetList(a1, f1, { asOf: m2, capacity: c1 }) },
          { cause: 'capacity', is: buildTargetList(a1, f1, { asOf: m1, capacity: c2 }) },
        ][what]!;
        const causes = causesOf(diffLists(was, changed.is));
        causes.delete('others');
        expect([...causes].filter((cause) => cause !== changed.cause)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });
});
