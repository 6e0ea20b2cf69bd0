import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { percentilesOf } from 'revpact/metrics';

const of = (values: readonly number[], numerator: number, denominator: number) => {
  const found = percentilesOf(Float64Array.from(values), [{ numerator, denominator }]);
  if (!found.ok) throw new Error(found.issues[0]?.message);
  return found.value[0];
};

describe('nearest rank', () => {
  test.each([
    { when: 'the median of an even number is the lower one', values: [4, 1, 3, 2], rank: [1, 2], value: 2, lowerBound: null },
    { when: 'nine in ten of ten is the ninth', values: [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], rank: [9, 10], value: 9, lowerBound: null },
    { when: 'rank 1 is the largest', values: [3, -7, 0], rank: [1, 1], value: 3, lowerBound: null },
    { when: 'a rank that falls on one without a value has a lower bound', values: [5, NaN, NaN], rank: [1, 2], value: null, lowerBound: 5 },
    { when: 'what has no value ranks last', values: [NaN, 8, 5], rank: [1, 3], value: 5, lowerBound: null },
    { when: 'of none there is none', values: [], rank: [1, 2], value: null, lowerBound: null },
    { when: 'without any value there is no bound', values: [NaN], rank: [1, 2], value: null, lowerBound: null },
  ] as const)('$when', ({ values, rank, value, lowerBound }) => {
    const known = values.filter((one) => !Number.isNaN(one)).length;
    expect(of(values, rank[0], rank[1])).toEqual({ n: values.length, open: values.length - known, value, lowerBound });
  });
});

// More than are sorted at once, of the kinds that make radix go wrong: signs, many equal ones, values that differ in their last bits alone.
const dice = (seed: number) => () => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff) / 0x7fffffff;
test.each([
  { kind: 'milliseconds', value: (roll: () => number) => Math.floor(roll() * 1e11) },
  { kind: 'both signs', value: (roll: () => number) => Math.floor((roll() - 0.5) * 1e9) },
  { kind: 'few different ones', value: (roll: () => number) => Math.floor(roll() * 4) - 2 },
  { kind: 'one value', value: () => 7 },
  { kind: 'last bits', value: (roll: () => number) => 2 ** 52 + Math.floor(roll() * 9000) },
  { kind: 'all sizes', value: (roll: () => number) => (roll() < 0.5 ? -1 : 1) * 10 ** (roll() * 600 - 300) },
])('$kind: as if sorted', ({ value }) => {
  const roll = dice(7);
  const values = Float64Array.from({ length: 20_000 }, () => value(roll));
  const sorted = [...values].sort((a, b) => a - b);
  const ranks = [1, 2, 500, 5000, 9000, 9999, 10_000].map((numerator) => ({ numerator, denominator: 10_000 }));
  const found = percentilesOf(values, ranks);
  expect(found.ok && found.value.map((one) => one.value)).toEqual(ranks.map(({ numerator }) => sorted[2 * numerator - 1]));
});

test('any values, any rank: as if sorted; the values stay as they were', () => {
  const value = fc.oneof(fc.constant(NaN), fc.integer({ min: -50, max: 50 }), fc.double({ noDefaultInfinity: true }));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 3000 }), fc.integer({ min: 1, max: 100 }), (values, rank) => {
      const column = Float64Array.from(values);
      const found = percentilesOf(column, [{ numerator: rank, denominator: 100 }]);
      const known = values.filter((one) => !Number.isNaN(one)).sort((a, b) => a - b);
      const expected = known[Math.ceil((rank * values.length) / 100) - 1];
      expect(column).toEqual(Float64Array.from(values));
      const got = found.ok ? (found.value[0]?.value ?? null) : undefined;
      expect(got === null ? null : (got ?? NaN) + 0).toBe(expected === undefined ? null : expected + 0);
    }),
  );
});

test('what is no rank, or infinite, is refused', () => {
  const found = percentilesOf(Float64Array.of(1, Infinity), [
    { numerator: 0, denominator: 2 },
    { numerator: 3, denominator: 2 },
    { numerator: 'x'.repeat(100), denominator: 2 },
    { numerator: 0.5, denominator: 1 },
    { numerator: 1, denominator: 0 },
  ]);
  expect(found.ok ? [] : found.issues.map(({ code }) => code)).toEqual([...Array<string>(5).fill('metrics.not_a_rank'), 'metrics.column_value']);
});
