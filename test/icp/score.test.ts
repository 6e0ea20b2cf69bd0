import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { score, safeParseFilter, type PlainCondition } from 'revpact/icp';
import type { ProfileValue } from 'revpact/vocabulary';
import { anAccount, CORE, withCriterion } from '../support/icp.js';

/** A condition without the attribute it asks. */
type Asks = PlainCondition extends infer One ? (One extends PlainCondition ? Omit<One, 'attribute' | 'about'> : never) : never;

const asOf = Date.UTC(2026, 2, 31);

describe('one question', () => {
  test.each<{ when: string; asks: Asks; value: ProfileValue; holds: boolean | null }>([
    { when: 'text in other case', asks: { is: 'equal', value: 'Retail' }, value: 'RETAIL', holds: true },
    { when: 'a number as decimal text', asks: { is: 'equal', value: 250 }, value: '250.0', holds: true },
    { when: 'a truth as text', asks: { is: 'equal', value: true }, value: 'true', holds: false },
    { when: 'one of several', asks: { is: 'one_of', values: [1, 'b'] }, value: 'B', holds: true },
    { when: 'none of several', asks: { is: 'one_of', values: [1, 'b'] }, value: 'c', holds: false },
    { when: 'the lower end of a range', asks: { is: 'range', from: '0.3', below: '1' }, value: 0.3, holds: true },
    { when: 'the upper end of a range', asks: { is: 'range', from: '0.3', below: '1' }, value: '1.000', holds: false },
    { when: 'a range that a float would get wrong', asks: { is: 'range', from: '0.30000000000000001' }, value: '0.3', holds: false },
    { when: 'a number with a small power', asks: { is: 'range', from: '0.0000001', below: '0.00000010001' }, value: 1e-7, holds: true },
    { when: 'a negative one', asks: { is: 'range', from: '-0.00000015', below: '-0.000000149' }, value: -1.5e-7, holds: true },
    { when: 'a number with a great power', asks: { is: 'range', from: '1000000000000000000000' }, value: 1e21, holds: true },
    { when: 'just below it', asks: { is: 'range', from: '1000000000000000000001' }, value: 1e21, holds: false },
    { when: 'the same as decimal text', asks: { is: 'equal', value: '1500000000000000000000' }, value: 1.5e21, holds: true },
    { when: 'the greatest number', asks: { is: 'range', from: '1' }, value: Number.MAX_VALUE, holds: true },
    { when: 'the smallest number', asks: { is: 'range', below: '0.000000000000000001' }, value: Number.MIN_VALUE, holds: true },
    { when: 'more places than text may have', asks: { is: 'range', below: '0.00002' }, value: 0.000012345678901234567, holds: true },
    { when: 'a power in text', asks: { is: 'range', from: '0' }, value: '1e-7', holds: null },
    { when: 'what is no number', asks: { is: 'range' }, value: NaN, holds: null },
    { when: 'what has no end', asks: { is: 'range' }, value: Infinity, holds: null },
    { when: 'below zero', asks: { is: 'range', below: '0' }, value: '-0.01', holds: true },
    { when: 'words where a range asks for a number', asks: { is: 'range', from: '1' }, value: '50-100', holds: null },
    { when: 'an empty text', asks: { is: 'equal', value: 'x' }, value: '', holds: null },
    { when: 'nothing', asks: { is: 'range' }, value: null, holds: null },
    { when: 'nothing, asked whether there is anything', asks: { is: 'present' }, value: null, holds: false },
    { when: 'false, asked whether there is anything', asks: { is: 'present' }, value: false, holds: true },
    { when: 'a word within a text', asks: { is: 'contains', any: ['shop', 'ERP'] }, value: 'uses an erp', holds: true },
    { when: 'a number where text is asked for', asks: { is: 'contains', any: ['1'] }, value: 1, holds: null },
  ])('$when → $holds', ({ asks, value, holds }) => {
    const filter = withCriterion({ id: 'q', title: 'Q', missing: 'zero', role: 'weighted', when: { attribute: 'x', ...asks }, points: 7 });
    const { reasons, points, gaps } = score(filter, anAccount({ x: value }), { asOf });
    expect(reasons).toMatchObject([{ criterion: 'q', holds, points: holds === true ? 7 : 0 }]);
    expect(points).toBe(holds === true ? 7 : 0);
    expect(gaps).toEqual(holds === null ? ['q'] : []);
  });

  test('an attribute that every object inherits is not known', () => {
    const filter = withCriterion({
      id: 'q',
      title: 'Q',
      missing: 'zero',
      role: 'weighted',
      when: { is: 'present', attribute: 'constructor' },
      points: 1,
    });
    expect(score(filter, anAccount({}), { asOf }).points).toBe(0);
  });
});

describe('the whole filter', () => {
  // By hand: 60 is the most (20 + 40).
  test.each([
    {
      when: 'large German retailer',
      has: { country: 'de', industry: 'retail', employees: 250 },
      gets: { points: 60, max: 60, tier: 'A', fits: true },
    },
    {
      when: 'middling German hotel',
      has: { country: 'DE', industry: 'Hospitality', employees: '249' },
      gets: { points: 45, max: 60, tier: 'A', fits: true },
    },
    {
      when: 'large German bank',
      has: { country: 'DE', industry: 'banking', employees: 9000 },
      gets: { points: 40, max: 60, tier: 'B', fits: true },
    },
    {
      when: 'small German bank',
      has: { country: 'DE', industry: 'banking', employees: 5 },
      gets: { points: -5, max: 60, tier: null, fits: true },
    },
    {
      when: 'large French retailer',
      has: { country: 'FR', industry: 'retail', employees: 250 },
      gets: { points: 60, tier: null, fits: false, mustHavesMissing: ['country'] },
    },
    {
      when: 'country not known',
      has: { industry: 'retail', employees: 250 },
      gets: { fits: false, mustHavesMissing: ['country'], gaps: ['country', 'competitor'] },
    },
    {
      when: 'a competitor',
      has: { country: 'DE', tags: 'Competitor; retail', employees: 250 },
      gets: { tier: null, fits: false, disqualifiedBy: ['competitor'] },
    },
    // Industry is left out: 25 of 40 is 37.5 of 60, below 45.
    {
      when: 'industry not known, middling',
      has: { country: 'DE', employees: 100 },
      gets: { points: 25, max: 40, outOf: 60, tier: 'B', fits: true },
    },
    // 40 of 40 is 60 of 60.
    {
      when: 'industry not known, large',
      has: { country: 'DE', employees: 1000 },
      gets: { points: 40, max: 40, outOf: 60, tier: 'A', fits: true },
    },
    {
      when: 'size not known',
      has: { country: 'DE', industry: 'retail' },
      gets: { points: 20, max: 60, tier: 'B', gaps: ['competitor', 'size'] },
    },
  ])('$when', ({ has, gets }) => {
    expect(score(CORE, anAccount(has), { asOf })).toMatchObject(gets);
  });

  test('exactly the share that a tier asks for is enough', () => {
    // 30 of 40 is 45 of 60.
    const filter = {
      ...CORE,
      criteria: CORE.criteria.map((one) =>
        one.role === 'banded'
          ? {
              ...one,
              bands: [
                { when: { is: 'range' as const, attribute: 'employees', from: '250' }, points: 40 },
                { when: { is: 'range' as const, attribute: 'employees' }, points: 30 },
              ],
            }
          : one,
      ),
    };
    expect(score(filter, anAccount({ country: 'DE', employees: 1 }), { asOf })).toMatchObject({ points: 30, max: 40, tier: 'A' });
  });

  test('a question that refuses to guess leaves open whether the account fits, unless it is out anyway', () => {
    const filter = { ...CORE, criteria: CORE.criteria.map((one) => (one.id === 'country' ? { ...one, missing: 'refuse' as const } : one)) };
    expect(score(filter, anAccount({ employees: 250 }), { asOf })).toMatchObject({
      fits: null,
      tier: null,
      undecidedBy: ['country'],
      mustHavesMissing: [],
    });
    expect(score(filter, anAccount({ tags: 'competitor' }), { asOf })).toMatchObject({ fits: false, disqualifiedBy: ['competitor'] });
  });

  test('nothing that counts is known: no tier', () => {
    const filter = withCriterion(
      { id: 'q', title: 'Q', missing: 'neutral', role: 'weighted', when: { is: 'present', attribute: 'x' }, points: 0 },
      { id: 'r', title: 'R', missing: 'neutral', role: 'weighted', when: { is: 'equal', attribute: 'y', value: 1 }, points: 5 },
    );
    expect(score({ ...filter, tiers: [{ id: 'A', atLeast: 0 }] }, anAccount({}), { asOf })).toMatchObject({
      max: 0,
      outOf: 5,
      tier: null,
      fits: true,
    });
  });

  test.each([
    { at: '2026-03-31T21:59:59.999Z', points: 0 },
    { at: '2026-03-31T22:00:00Z', points: 5 },
    { at: '2026-06-30T21:59:59.999Z', points: 5 },
    { at: '2026-06-30T22:00:00Z', points: 0 },
  ])('a question in force from April to June gives $points at $at', ({ at, points }) => {
    const filter = withCriterion({
      id: 'q',
      title: 'Q',
      missing: 'zero',
      role: 'weighted',
      when: { is: 'present', attribute: 'x' },
      points: 5,
      from: '2026-04-01T00:00:00+02:00',
      until: '2026-07-01T00:00:00+02:00',
    });
    expect(score(filter, anAccount({ x: 1 }), { asOf: Date.parse(at) })).toMatchObject({ points, outOf: points });
  });
});

test('law: the reasons add up to the points, the points stay within the most, and equal accounts score alike', () => {
  const value = fc.oneof(
    fc.constantFrom('DE', 'retail', 'competitor', ''),
    fc.integer({ min: 0, max: 500 }),
    fc.boolean(),
    fc.constant(null),
  );
  const some = fc.record({ country: value, tags: value, industry: value, employees: value }, { requiredKeys: [] });
  fc.assert(
    fc.property(some, (attributes) => {
      const one = score(CORE, anAccount(attributes), { asOf });
      expect(one.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(one.points);
      expect(one.points).toBeLessThanOrEqual(one.max);
      expect(one.max).toBeLessThanOrEqual(one.outOf);
      expect(score(CORE, anAccount(Object.fromEntries(Object.entries(attributes).reverse())), { asOf })).toEqual(one);
    }),
  );
});

test('a filter that is none says everything that is wrong', () => {
  const read = safeParseFilter({
    ...CORE,
    tiers: [],
    criteria: [{ id: 'q', title: 'Q', role: 'weighted', when: { is: 'range', attribute: 'x', from: 'ten' }, points: 1.5 }],
  });
  expect(read.ok ? [] : read.issues.map(({ path }) => path.join('.')).sort()).toEqual([
    'criteria.0.missing',
    'criteria.0.points',
    'criteria.0.when.from',
    'tiers',
  ]);
});
