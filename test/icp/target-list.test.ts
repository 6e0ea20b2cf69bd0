import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { buildTargetList, listEvent, listVersion, providedList, type TargetFilter } from 'revpact/icp';
import { Event, type Contact } from 'revpact/vocabulary';
import { readWith } from 'revpact/kernel';
import { anAccount, CORE } from '../support/icp.js';

const asOf = Date.UTC(2026, 2, 31);
const ACCOUNTS = [
  anAccount({ country: 'DE', industry: 'banking', employees: 9000 }, 'bank'), // B, 40 of 60
  anAccount({ country: 'DE', industry: 'retail', employees: 250 }, 'shop_b'), // A, 60 of 60
  anAccount({ country: 'DE', industry: 'retail', employees: 300 }, 'shop_a'), // A, 60 of 60
  anAccount({ country: 'DE', employees: 1000 }, 'unknown_trade'), // A, 40 of 40
  anAccount({ country: 'DE', industry: 'retail', employees: 60 }, 'corner_shop'), // A, 45 of 60
  anAccount({ country: 'FR', industry: 'retail', employees: 250 }, 'french'),
  anAccount({ country: 'DE', tags: 'competitor' }, 'rival'),
  anAccount({ country: 'DE', industry: 'banking', employees: 3 }, 'tiny'),
  anAccount({ country: 'DE', industry: 'banking', employees: 9000 }, 'bank'),
];

/** Ids that stand above already, with other attributes. */
const CONTRADICTED = [
  anAccount({ country: 'FR', industry: 'banking', employees: 9000 }, 'bank'),
  anAccount({ country: 'DE', industry: 'retail', employees: 60 }, 'shop_a'),
  anAccount({ country: 'DE', employees: 1000 }, 'french'),
];

describe('target list', () => {
  test('best first, everyone else with the reason', () => {
    const list = buildTargetList(ACCOUNTS, CORE, { asOf });
    expect(list.in.map(({ rank, accountId, tier, contactId }) => [rank, accountId, tier, contactId])).toEqual([
      [1, 'shop_a', 'A', null],
      [2, 'shop_b', 'A', null],
      [3, 'unknown_trade', 'A', null],
      [4, 'corner_shop', 'A', null],
      [5, 'bank', 'B', null],
    ]);
    expect(list.out.map(({ accountId, reason }) => [accountId, reason])).toEqual([
      ['french', 'must_have_missing'],
      ['rival', 'disqualified'],
      ['tiny', 'below_tiers'],
      ['bank', 'duplicate'],
    ]);
  });

  test('what cannot be worked is out, in its order', () => {
    const list = buildTargetList(ACCOUNTS, CORE, { asOf, capacity: 3 });
    expect(list.in.map(({ accountId }) => accountId)).toEqual(['shop_a', 'shop_b', 'unknown_trade']);
    expect(list.out.slice(0, 2).map(({ accountId, reason }) => [accountId, reason])).toEqual([
      ['corner_shop', 'over_capacity'],
      ['bank', 'over_capacity'],
    ]);
    for (const capacity of [2.5, -1, NaN]) expect(() => buildTargetList(ACCOUNTS, CORE, { asOf, capacity })).toThrow(RangeError);
  });

  test('rows of one id that the filter tells apart are all out: none of them is known to be the account', () => {
    const best = anAccount({ country: 'DE', industry: 'retail', employees: 250 }, 'twice');
    const worse = anAccount({ country: 'DE', employees: 60 }, 'twice');
    const list = buildTargetList([best, worse, best], CORE, { asOf });
    expect(list.in).toEqual([]);
    expect(list.out.map(({ accountId, reason }) => [accountId, reason])).toEqual([
      ['twice', 'duplicate'],
      ['twice', 'duplicate'],
      ['twice', 'duplicate'],
    ]);
    expect(buildTargetList([worse, best, best], CORE, { asOf })).toEqual(list);
  });

  test('rows of one id that differ in what nobody asks are one account', () => {
    const list = buildTargetList(
      ['Berlin', 'Hamburg'].map((city) => anAccount({ country: 'DE', industry: 'retail', employees: 250, city }, 'twice')),
      CORE,
      { asOf },
    );
    expect(list.in.map(({ accountId }) => accountId)).toEqual(['twice']);
    expect(list.out.map(({ reason }) => reason)).toEqual(['duplicate']);
  });

  test('law: no account is lost, and the order of the accounts changes nothing', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...ACCOUNTS, ...CONTRADICTED]), fc.nat(8), (some, capacity) => {
        const list = buildTargetList(some, CORE, { asOf, capacity });
        expect(list.in.length + list.out.length).toBe(some.length);
        const reversed = buildTargetList([...some].reverse(), CORE, { asOf, capacity });
        expect(reversed).toEqual(list);
        expect(listVersion(reversed)).toBe(listVersion(list));
      }),
    );
  });
});

describe('people at the accounts', () => {
  const person = (id: string, accountId: string, role: string, more: Partial<Contact> = {}): Contact => ({ id, accountId, attributes: { role }, ...more });
  const withPeople: TargetFilter = {
    id: 'people',
    title: 'With people',
    criteria: [
      {
        id: 'buyer',
        title: 'Is it the buyer?',
        missing: 'zero',
        role: 'weighted',
        when: { is: 'equal', about: 'contact', attribute: 'role', value: 'buyer' },
        points: 10,
      },
      {
        id: 'committee',
        title: 'Do we know two engineers?',
        missing: 'zero',
        role: 'weighted',
        when: { is: 'contacts', where: { is: 'equal', about: 'contact', attribute: 'role', value: 'engineer' }, from: 2 },
        points: 5,
      },
    ],
    tiers: [{ id: 'A', atLeast: 0 }],
  };
  const accounts = [anAccount({}, 'a1'), anAccount({}, 'a2'), anAccount({}, 'a3')];
  const people = [
    person('p4', 'a1', 'engineer'),
    person('p1', 'a1', 'engineer'),
    person('p3', 'a1', 'buyer'),
    person('p2', 'a1', 'buyer'),
    person('p0', 'a1', 'buyer', { optedOut: true }),
    person('p5', 'a2', 'engineer'),
    person('p5', 'a2', 'engineer'), // the same row again is no second engineer
    person('p6', 'a2', 'clerk'),
    { id: 'p7', attributes: { role: 'buyer' } }, // at no account
  ];
  const found = (contacts: readonly Contact[]) =>
    buildTargetList(accounts, withPeople, { asOf, contacts, toCall: contacts }).in.map(({ accountId, contactId, score }) => [accountId, contactId, score.points]);

  test('each account with whom it stands best; who opted out is not called, and is known all the same', () => {
    expect(found(people)).toEqual([
      ['a1', 'p2', 15],
      ['a2', 'p5', 0],
      ['a3', null, 0],
    ]);
    expect(found([...people].reverse())).toEqual(found(people));
  });

  test('of a contact whose rows contradict each other nothing is known', () => {
    const contradicted = [person('p1', 'a1', 'buyer'), person('p1', 'a1', 'clerk'), person('p2', 'a1', 'clerk')];
    const [first] = buildTargetList(accounts, withPeople, { asOf, toCall: contradicted }).in;
    // Neither is known to be the buyer: the first id is called.
    expect([first?.contactId, first?.score.points, first?.score.gaps]).toEqual(['p1', 0, ['buyer', 'committee']]);
  });

  test('rows of one contact are compared whatever they hold, and in whatever order', () => {
    const rows: readonly Contact[] = [
      { id: 'p1', accountId: 'a1', attributes: { role: 'buyer', size: NaN } },
      { id: 'p1', accountId: 'a1', attributes: { size: NaN, role: 'buyer' } },
    ];
    expect(buildTargetList(accounts, withPeople, { asOf, toCall: rows }).in[0]?.score.points).toBe(10);
  });

  test('an account of thousands is scored once for each answer that its contacts give, not once for each of them', () => {
    const crowd = Array.from({ length: 8000 }, (_, i) => person(`p${String(i).padStart(4, '0')}`, 'a1', ['engineer', 'clerk', 'buyer'][i % 3] ?? ''));
    const began = performance.now();
    const [first] = buildTargetList(accounts, withPeople, { asOf, contacts: crowd, toCall: crowd }).in;
    expect([first?.contactId, first?.score.points]).toEqual(['p0002', 15]);
    // 64 million answers took minutes.
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test('whom nothing speaks against comes before whom something does', () => {
    const onlyBuyers: TargetFilter = {
      ...withPeople,
      criteria: [{ id: 'buyer', title: 'The buyer?', missing: 'refuse', role: 'must_have', when: { is: 'equal', about: 'contact', attribute: 'role', value: 'buyer' } }],
    };
    const chosen = (...toCall: readonly Contact[]) => {
      const { in: listed, out } = buildTargetList([anAccount({}, 'a1')], onlyBuyers, { asOf, toCall });
      return [...listed.map(({ contactId }) => [contactId, 'in']), ...out.map(({ contactId, reason }) => [contactId, reason])];
    };
    const [clerk, unknown, buyer] = [person('p1', 'a1', 'clerk'), { id: 'p2', accountId: 'a1' }, person('p3', 'a1', 'buyer')];
    expect(chosen(clerk)).toEqual([['p1', 'must_have_missing']]);
    expect(chosen(clerk, unknown)).toEqual([['p2', 'undecided']]);
    // Nothing gives points: none of none is enough for a tier that asks for none.
    expect(chosen(clerk, unknown, buyer)).toEqual([['p3', 'in']]);
  });

  test('without people every question about them is a gap', () => {
    expect(buildTargetList(accounts, withPeople, { asOf }).in.map(({ score }) => score.gaps)).toEqual([
      ['buyer', 'committee'],
      ['buyer', 'committee'],
      ['buyer', 'committee'],
    ]);
  });
});

describe('the version of a list', () => {
  const list = buildTargetList(ACCOUNTS, CORE, { asOf });
  const [, , , size] = CORE.criteria;
  test.each([
    { when: 'another moment', other: buildTargetList(ACCOUNTS, CORE, { asOf: asOf + 1 }) },
    { when: 'another capacity, though nobody is beyond it', other: buildTargetList(ACCOUNTS, CORE, { asOf, capacity: 100 }) },
    { when: 'a criterion fewer', other: buildTargetList(ACCOUNTS, { ...CORE, criteria: CORE.criteria.slice(0, 3) }, { asOf }) },
    { when: 'another title of a question', other: buildTargetList(ACCOUNTS, { ...CORE, criteria: [...CORE.criteria.slice(0, 3), { ...size!, title: 'Big?' }] }, { asOf }) },
    { when: 'an account fewer', other: buildTargetList(ACCOUNTS.slice(1), CORE, { asOf }) },
    { when: 'other tiers', other: buildTargetList(ACCOUNTS, { ...CORE, tiers: CORE.tiers.slice(0, 1) }, { asOf }) },
  ])('is another with $when', ({ other }) => {
    expect(listVersion(other)).not.toBe(listVersion(list));
  });

  test('is the same for what the filter does not ask, and survives JSON', () => {
    const painted = ACCOUNTS.map((one) => ({ ...one, name: 'Any', attributes: { ...one.attributes, colour: 'red' } }));
    expect(listVersion(buildTargetList(painted, { ...CORE, title: 'Other words' }, { asOf }))).toBe(listVersion(list));
    expect(listVersion(JSON.parse(JSON.stringify(list)) as typeof list)).toBe(listVersion(list));
    expect(listVersion(list)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a list on record', () => {
  const list = buildTargetList(ACCOUNTS, CORE, { asOf, capacity: 2 });
  const by = { party: 'marketing', person: 'p1', kind: 'human' } as const;

  test('the event that provides it', () => {
    const event = listEvent(list, { id: 'e1', at: '2026-03-31T09:00:00+02:00', by, to: 'sales_development' });
    expect(event).toEqual({
      ok: true,
      value: {
        id: 'e1',
        type: 'provided',
        at: Date.UTC(2026, 2, 31, 7),
        by,
        to: 'sales_development',
        item: 'target_list',
        count: 2,
        accountIds: ['shop_a', 'shop_b'],
        attributes: { target_filter: 'core', target_list_version: listVersion(list) },
      },
    });
    expect(event.ok && readWith(Event, event.value).ok).toBe(true);
  });

  test('what the event cannot hold is said', () => {
    const refused = listEvent(list, { id: '', at: 'yesterday', by, to: 'Sales', precision: 'day' } as never);
    expect(refused.ok ? [] : refused.issues.map(({ path }) => path)).toEqual([['id'], ['at'], ['to'], ['precision']]);
  });

  test('a list of more accounts than an event holds is refused, whole', () => {
    const everyone = { ...CORE, criteria: [], tiers: [{ id: 'A', atLeast: 0 }] };
    const rows = Array.from({ length: 100_001 }, (_, i) => anAccount({}, `a${String(i)}`));
    const long = listEvent(buildTargetList(rows, everyone, { asOf }), { id: 'e1', at: asOf, by, to: 'sales' });
    expect(long.ok ? [] : long.issues.map(({ code, path }) => [code, path])).toEqual([['input.invalid', ['accountIds']]]);
  });

  const provided = (id: string, at: number, accountIds: readonly string[], more: object = {}): Event => ({
    id,
    type: 'provided',
    item: 'target_list',
    at,
    by,
    to: 'sales_development',
    accountIds,
    ...more,
  });
  test.each<{ when: string; events: readonly Event[]; at: number; is: readonly string[] | null }>([
    { when: 'none was', events: [provided('e1', 10, ['a'])], at: 9, is: null },
    { when: 'from its moment on', events: [provided('e1', 10, ['a'])], at: 10, is: ['a'] },
    { when: 'the last, whatever the order of the log', events: [provided('e2', 20, ['b', 'b']), provided('e1', 10, ['a'])], at: 30, is: ['b'] },
    { when: 'of two at one moment the one with the higher seq', events: [provided('e2', 20, ['b'], { seq: 2 }), provided('e1', 20, ['a'], { seq: 1 })], at: 30, is: ['b'] },
    { when: 'of two at one moment the later row', events: [provided('z', 20, ['b']), provided('a', 20, ['a'])], at: 30, is: ['a'] },
    { when: 'to others', events: [provided('e1', 10, ['a'], { to: 'sales' })], at: 30, is: null },
    { when: 'something else', events: [provided('e1', 10, ['a'], { item: 'dossiers' })], at: 30, is: null },
    { when: 'without naming accounts', events: [provided('e1', 10, [])], at: 30, is: [] },
  ])('the list in force where $when', ({ events, at, is }) => {
    expect(providedList(events, { to: 'sales_development', at })?.in.map(({ accountId }) => accountId) ?? null).toEqual(is);
  });
});
