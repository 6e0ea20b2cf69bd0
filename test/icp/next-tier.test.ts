import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { lets, nextTier, score, type Criterion, type TargetFilter } from 'revpact/icp';
import type { Profile } from 'revpact/vocabulary';
import { anAccount, CORE } from '../support/icp.js';

const asOf = Date.UTC(2026, 2, 31);
const upOf = (has: Profile, filter: TargetFilter = CORE) => nextTier(filter, anAccount(has), { asOf });

describe('what would move an account a tier', () => {
  // CORE, by hand: industry 20 (neutral), size 40, 25 or −5; A from 45 of 60, B from 20.
  test('one answer, and it is not known', () => {
    // 25 of 40 is 37.5 of 60. With the industry 45 of 60.
    expect(upOf({ country: 'DE', employees: 60 })).toMatchObject({
      tier: 'B',
      next: 'A',
      ifFoundOut: {
        tier: 'A',
        changes: [{ criterion: 'industry', holds: null, points: 0, then: 20, asks: 'industry one of "retail", "hospitality"', alsoAsked: [] }],
      },
    });
  });

  test('the answer that adds most comes first', () => {
    const { fewest } = upOf({ country: 'DE', employees: 60 });
    // Size from 25 to 40 adds 15 × 60; the industry adds 20 × 60 − 20 × 45 = 300. Size it is: 40 of 40.
    expect(fewest).toMatchObject({ tier: 'A', changes: [{ criterion: 'size', holds: true, points: 25, then: 40, asks: 'employees at least 250' }] });
  });

  test('a must-have and a disqualifier come first, and points besides where they are needed', () => {
    const up = upOf({ country: 'FR', tags: 'competitor', industry: 'banking', employees: 10 });
    expect(up).toMatchObject({ tier: null, next: 'B', ifFoundOut: null });
    expect(up.fewest?.changes.map(({ criterion, asks }) => [criterion, asks])).toEqual([
      ['country', 'country "DE"'],
      ['competitor', 'not tags with "competitor"'],
      ['size', 'employees at least 250'],
    ]);
  });

  test('in the best tier there is nothing to do', () => {
    expect(upOf({ country: 'DE', industry: 'retail', employees: 300 })).toEqual({ tier: 'A', next: null, fewest: null, ifFoundOut: null });
  });

  test('no answers would do: the tier is beyond every score', () => {
    const filter = { ...CORE, tiers: [{ id: 'S', atLeast: 61 }, ...CORE.tiers] };
    expect(upOf({ country: 'DE', industry: 'retail', employees: 300 }, filter)).toEqual({ tier: 'A', next: 'S', fewest: null, ifFoundOut: null });
  });

  test('where nothing counts yet, something must count', () => {
    const filter: TargetFilter = {
      ...CORE,
      criteria: [{ id: 'q', title: 'Q', missing: 'neutral', role: 'weighted', when: { is: 'equal', attribute: 'x', value: 1 }, points: 5 }],
      tiers: [{ id: 'A', atLeast: 5 }],
    };
    expect(upOf({}, filter)).toMatchObject({ tier: null, fewest: { tier: 'A', changes: [{ criterion: 'q', then: 5 }] } });
  });

  test('a band that is never reached is no way up', () => {
    const at = (from: string) => ({ is: 'range', attribute: 'n', from }) as const;
    const filter: TargetFilter = {
      ...CORE,
      criteria: [{ id: 'n', title: 'N', missing: 'zero', role: 'banded', bands: [{ when: at('1'), points: 3 }, { when: at('5'), points: 9 }] }],
      tiers: [{ id: 'A', atLeast: 9 }],
    };
    expect(upOf({ n: 5 }, filter)).toMatchObject({ tier: null, fewest: null });
  });

  test('other questions about the same attribute are named', () => {
    const filter: TargetFilter = {
      ...CORE,
      criteria: [
        { id: 'not_tiny', title: 'T', missing: 'zero', role: 'must_have', when: { is: 'range', attribute: 'employees', from: '10' } },
        ...CORE.criteria,
      ],
    };
    expect(upOf({ country: 'DE', employees: 5 }, filter).fewest?.changes.map(({ criterion, alsoAsked }) => [criterion, alsoAsked])).toEqual([
      ['not_tiny', ['size']],
      ['size', ['not_tiny']],
    ]);
  });
});

/** Filters whose criteria each ask an attribute of their own, which is 0, 1, 2 or not known. */
const VALUES = [0, 1, 2, null] as const;
const criterion = (id: string): fc.Arbitrary<Criterion> => {
  const base = { id: fc.constant(id), title: fc.constant(id), missing: fc.constantFrom('zero' as const, 'neutral' as const, 'refuse' as const) };
  const is = (value: number) => ({ is: 'equal', attribute: id, value }) as const;
  const points = fc.integer({ min: -3, max: 5 });
  return fc.oneof(
    { weight: 1, arbitrary: fc.record({ ...base, role: fc.constantFrom('must_have' as const, 'disqualifier' as const), when: fc.constant(is(1)) }) },
    { weight: 2, arbitrary: fc.record({ ...base, role: fc.constant('weighted' as const), when: fc.constant(is(1)), points }) },
    {
      weight: 2,
      arbitrary: fc.record({
        ...base,
        role: fc.constant('banded' as const),
        bands: fc.tuple(points, points).map(([one, two]) => [{ when: is(1), points: one }, { when: is(2), points: two }]),
      }),
    },
  );
};
const filter: fc.Arbitrary<TargetFilter> = fc.record({
  id: fc.constant('f'),
  title: fc.constant('F'),
  criteria: fc.tuple(criterion('a'), criterion('b'), criterion('c'), criterion('d')),
  tiers: fc.tuple(fc.integer({ min: -4, max: 12 }), fc.integer({ min: 1, max: 8 })).map(([low, step]) => [{ id: 'A', atLeast: low + step }, { id: 'B', atLeast: low }]),
});
const attributes = fc.record({ a: fc.constantFrom(...VALUES), b: fc.constantFrom(...VALUES), c: fc.constantFrom(...VALUES), d: fc.constantFrom(...VALUES) });

describe('laws', () => {
  test('no smaller number of answers would do, by trying all of them; and the answers named do it', () => {
    fc.assert(
      fc.property(filter, attributes, (one, has) => {
        const up = upOf(has, one);
        const tiers = one.tiers.map(({ id }) => id);
        const goal = up.next === null ? -1 : tiers.indexOf(up.next);
        const reaches = (tier: string | null): boolean => tier !== null && tiers.indexOf(tier) <= goal;
        const all = VALUES.slice(0, 3);
        let least = Infinity;
        let leastFoundOut = Infinity;
        const now = score(one, anAccount(has), { asOf }).reasons.map(({ points, holds }) => `${String(points)} ${String(holds)}`);
        for (const a of [has.a, ...all]) for (const b of [has.b, ...all]) for (const c of [has.c, ...all]) for (const d of [has.d, ...all]) {
          const then = { a, b, c, d };
          const found = score(one, anAccount(then), { asOf });
          if (goal === -1 || !reaches(found.tier)) continue;
          const changed = found.reasons.filter(({ points, holds }, i) => `${String(points)} ${String(holds)}` !== now[i]);
          least = Math.min(least, changed.length);
          if (changed.every(({ criterion: id }) => Object.entries(has).some(([name, value]) => name === id && value === null)))
            leastFoundOut = Math.min(leastFoundOut, changed.length);
        }
        expect(up.fewest?.changes.length ?? Infinity).toBe(least);
        expect(up.ifFoundOut?.changes.length ?? Infinity).toBe(leastFoundOut);
        for (const way of [up.fewest, up.ifFoundOut]) {
          if (way === null) continue;
          const then: Record<string, number | null> = { ...has };
          for (const { criterion: id, asks } of way.changes) then[id] = asks.startsWith('not') ? 0 : Number(/\d$/.exec(asks)?.[0]);
          expect(score(one, anAccount(then), { asOf }).tier).toBe(way.tier);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('the filter lets in whom it gives a tier', () => {
    fc.assert(
      fc.property(filter, attributes, (one, has) => {
        const { tier } = score(one, anAccount(has), { asOf });
        expect(lets(one, asOf)(anAccount(has))).toBe(tier !== null);
        expect(lets(one, asOf, ['A'])(anAccount(has))).toBe(tier === 'A');
      }),
    );
  });
});
