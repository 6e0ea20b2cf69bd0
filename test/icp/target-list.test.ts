import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { buildTargetList, lintFilter, mayContact, type ContactRules, type PlannedContact, type TargetFilter } from 'revpact/icp';
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
    expect(list.in.map(({ rank, accountId, tier }) => [rank, accountId, tier])).toEqual([
      [1, 'shop_a', 'A'],
      [2, 'shop_b', 'A'],
      [3, 'unknown_trade', 'A'],
      [4, 'corner_shop', 'A'],
      [5, 'bank', 'B'],
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
    expect(() => buildTargetList(ACCOUNTS, CORE, { asOf, capacity: 2.5 })).toThrow(RangeError);
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
        expect(buildTargetList([...some].reverse(), CORE, { asOf, capacity })).toEqual(list);
      }),
    );
  });
});

describe('may this account be called', () => {
  const list = buildTargetList(ACCOUNTS, CORE, { asOf, capacity: 4 });
  const rules: ContactRules = {
    optOuts: [
      { leadId: 'l9', channel: null, at: asOf },
      { leadId: 'l8', channel: 'phone', at: asOf },
    ],
    exceptions: [{ accountId: 'french', grantedBy: 'p1', why: 'Trade fair in Lyon', from: asOf, until: asOf + 1000 }],
    exceptionsBy: 'Head of sales development',
  };
  const call = (contact: Partial<PlannedContact>): PlannedContact => ({
    leadId: 'l1',
    accountId: 'shop_a',
    channel: 'phone',
    at: asOf,
    ...contact,
  });

  test.each([
    { when: 'on the list', contact: {}, is: { allowed: true, because: 'on_list' } },
    { when: 'with an exception in force', contact: { accountId: 'french' }, is: { allowed: true, because: 'exception' } },
    {
      when: 'with an exception just over',
      contact: { accountId: 'french', at: asOf + 1000 },
      is: {
        allowed: false,
        issue: { code: 'icp.off_list', params: { why: 'must_have_missing' } },
        exceptionBy: 'Head of sales development',
      },
    },
    {
      when: 'beyond capacity',
      contact: { accountId: 'bank' },
      is: { allowed: false, issue: { code: 'icp.off_list', params: { why: 'over_capacity' } } },
    },
    {
      when: 'never heard of',
      contact: { accountId: 'x' },
      is: { allowed: false, issue: { code: 'icp.off_list', params: { why: 'not_considered' } } },
    },
    { when: 'no account', contact: { accountId: null }, is: { allowed: false, issue: { code: 'icp.no_account' } } },
    {
      when: 'opted out, though on the list',
      contact: { leadId: 'l9' },
      is: { allowed: false, issue: { code: 'icp.opted_out' }, exceptionBy: null },
    },
    {
      when: 'opted out, though with an exception',
      contact: { leadId: 'l9', accountId: 'french' },
      is: { allowed: false, issue: { code: 'icp.opted_out' }, exceptionBy: null },
    },
    {
      when: 'opted out and off the list: the opt-out is said',
      contact: { leadId: 'l9', accountId: 'x' },
      is: { allowed: false, issue: { code: 'icp.opted_out' } },
    },
    { when: 'before it opted out', contact: { leadId: 'l9', at: asOf - 1 }, is: { allowed: true } },
    { when: 'by phone, opted out of the phone', contact: { leadId: 'l8' }, is: { allowed: false, issue: { code: 'icp.opted_out' } } },
    { when: 'by mail, opted out of the phone', contact: { leadId: 'l8', channel: 'email' as const }, is: { allowed: true } },
  ])('$when', ({ contact, is }) => {
    expect(mayContact(call(contact), list, rules)).toMatchObject(is);
  });
});

describe('what is odd about a filter', () => {
  const [country] = CORE.criteria;
  test.each<{ when: string; filter: TargetFilter; codes: string[] }>([
    { when: 'nothing', filter: CORE, codes: [] },
    { when: 'no questions', filter: { ...CORE, criteria: [], tiers: [{ id: 'A', atLeast: 0 }] }, codes: ['icp.no_criteria'] },
    {
      when: 'one question twice',
      filter: { ...CORE, criteria: country === undefined ? [] : [...CORE.criteria, country] },
      codes: ['icp.duplicate_id'],
    },
    { when: 'worst tier first', filter: { ...CORE, tiers: [...CORE.tiers].reverse() }, codes: ['icp.tier_order'] },
    {
      when: 'two tiers of one height and name',
      filter: {
        ...CORE,
        tiers: [
          { id: 'A', atLeast: 5 },
          { id: 'A', atLeast: 5 },
        ],
      },
      codes: ['icp.duplicate_id', 'icp.tier_order'],
    },
    { when: 'a tier that nobody reaches', filter: { ...CORE, tiers: [{ id: 'A', atLeast: 61 }] }, codes: ['icp.unreachable_tier'] },
    {
      when: 'a range without room, never asked',
      filter: {
        ...CORE,
        criteria: [
          ...CORE.criteria,
          {
            id: 'q',
            title: 'Q',
            attribute: 'x',
            missing: 'zero',
            role: 'weighted',
            test: { is: 'range', from: '1.0', below: '1' },
            points: 1,
            from: '2026-01-01T00:00:00Z',
            until: '2026-01-01T00:00:00Z',
          },
        ],
      },
      codes: ['icp.never_in_force', 'icp.empty_range'],
    },
  ])('$when → $codes', ({ filter, codes }) => {
    expect(lintFilter(filter).map(({ code }) => code)).toEqual(codes);
  });
});
