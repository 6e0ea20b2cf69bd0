import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptanceRate, evaluate, pipelineCreated } from 'revpact/metrics';
import type { Facts } from 'revpact/vocabulary';
import { anyFacts } from '../support/any-facts.js';
import { anyMetric } from '../support/any-metric.js';
import { aHandOff, anOpportunity, at, facts, options } from '../support/metric-facts.js';

const digestOf = (metric: Parameters<typeof evaluate>[0], some: Facts): string => {
  const result = evaluate(metric, some, { ...options, digest: true });
  return result.applicable ? (result.records ?? 'none') : 'inapplicable';
};

describe('the digest of the records behind a number', () => {
  const handOffs = [
    aHandOff('a', '04-02', { acceptedAt: at('04-03') }),
    aHandOff('b', '04-02', { rejectedAt: at('04-03') }),
    aHandOff('old', '02-02'),
  ];
  const stored = digestOf(acceptanceRate, facts({ handOffs }));
  const [a, b, old] = handOffs;
  if (a === undefined || b === undefined || old === undefined) throw new Error('three');

  test('is there only where it was asked for', () => {
    expect(stored).toMatch(/^[0-9a-f]{64}$/);
    expect(evaluate(acceptanceRate, facts({ handOffs }), options)).toMatchObject({ records: null });
  });
  test.each([
    { when: 'rows come in another order', now: [old, b, a], same: true },
    { when: 'a record outside the period changes', now: [a, b, { ...old, reason: 'x' }], same: true },
    { when: 'a record changes and the number does not', now: [b, { ...a, acceptedAt: at('04-04') }, old], same: false },
    { when: 'a record enters', now: [a, b, old, aHandOff('c', '04-02')], same: false },
    { when: 'a record leaves', now: [a, old], same: false },
    {
      when: 'two records swap their fates',
      now: [{ ...a, acceptedAt: null, rejectedAt: at('04-03') }, { ...b, rejectedAt: null, acceptedAt: at('04-03') }, old],
      same: false,
    },
  ])('when $when: same is $same', ({ now, same }) => {
    expect(digestOf(acceptanceRate, facts({ handOffs: now })) === stored).toBe(same);
  });

  test('tells an amount that moved from one record to another', () => {
    const deals = (...amounts: readonly number[]) =>
      facts({ opportunities: amounts.map((amountMinor, i) => anOpportunity(`O${String(i)}`, '04-02', { amountMinor, currency: 'EUR' })) });
    expect(digestOf(pipelineCreated, deals(1, 2))).not.toBe(digestOf(pipelineCreated, deals(2, 1)));
  });

  test('of any metric is that of the same rows in any order', () => {
    fc.assert(
      fc.property(anyMetric, anyFacts, (metric, some) => {
        const turned = Object.fromEntries(
          Object.entries(some).map(([table, rows]: [string, readonly object[]]) => [table, [...rows].reverse()]),
        );
        expect(digestOf(metric, { ...some, ...turned })).toBe(digestOf(metric, some));
      }),
      { numRuns: 150 },
    );
  });
});
