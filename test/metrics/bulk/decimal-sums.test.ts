import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalColumn, sumDecimals } from 'revpact/metrics';

const amounts = (rows: readonly (readonly [number, number])[]) => ({
  mantissa: Float64Array.from(rows, ([mantissa]) => mantissa),
  scale: Uint8Array.from(rows, ([, scale]) => scale),
});

const sums = (rows: readonly (readonly [number, number])[], groups?: readonly number[]) => {
  const by = groups === undefined ? null : { group: Uint16Array.from(groups), groups: Math.max(...groups) + 1 };
  const summed = sumDecimals(amounts(rows), by);
  if (!summed.ok) throw new Error(summed.issues[0]?.message);
  return summed.value;
};

describe('sums are exact', () => {
  test.each([
    { when: '0.1 and 0.2 are 0.3', rows: [[1, 1], [2, 1]], sum: { numerator: 3, denominator: 10, n: 2, unknown: 0 } },
    { when: 'scales meet at the largest', rows: [[1, 0], [25, 2], [-5, 4]], sum: { numerator: 12_495, denominator: 10_000, n: 3, unknown: 0 } },
    { when: 'a null is counted and not summed', rows: [[7, 0], [NaN, 0]], sum: { numerator: 7, denominator: 1, n: 1, unknown: 1 } },
    { when: 'sums beyond 2^53 are digits', rows: [[Number.MAX_SAFE_INTEGER, 0], [Number.MAX_SAFE_INTEGER, 0], [1, 0]], sum: { numerator: '18014398509481983', denominator: 1, n: 3, unknown: 0 } },
    { when: 'what cancels leaves the smallest part', rows: [[Number.MAX_SAFE_INTEGER, 0], [-Number.MAX_SAFE_INTEGER, 0], [1, 18]], sum: { numerator: 1, denominator: '1000000000000000000', n: 3, unknown: 0 } },
    { when: 'of no rows it is 0', rows: [], sum: { numerator: 0, denominator: 1, n: 0, unknown: 0 } },
  ] as const)('$when', ({ rows, sum }) => {
    expect(sums(rows)).toEqual([sum]);
  });

  test('any amounts in any groups: as BigInt adds them, in any order', () => {
    const row = fc.tuple(fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -500, max: 500 }), fc.constant(NaN)), fc.nat({ max: 18 }), fc.nat({ max: 3 }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 200 }), (rows) => {
        const pairs = rows.map(([mantissa, scale]) => [mantissa, scale] as const);
        const groups = rows.map(([, , group]) => group);
        const slow = Array.from({ length: Math.max(...groups) + 1 }, (_, group) =>
          rows.reduce((sum, [mantissa, scale, own]) => (own === group && !Number.isNaN(mantissa) ? sum + BigInt(mantissa) * 10n ** BigInt(18 - scale) : sum), 0n),
        );
        const fast = sums(pairs, groups).map(({ numerator, denominator }) => (BigInt(numerator) * 10n ** 18n) / BigInt(denominator));
        expect(fast).toEqual(slow);
        expect(sums([...pairs].reverse(), [...groups].reverse())).toEqual(sums(pairs, groups));
      }),
    );
  });
});

test.each([
  { when: 'a mantissa with a fraction', column: amounts([[0.5, 0]]), code: 'metrics.column_value' },
  { when: 'a mantissa beyond 2^53', column: amounts([[2 ** 53, 0]]), code: 'metrics.column_value' },
  { when: 'an infinite one', column: amounts([[Infinity, 0]]), code: 'metrics.column_value' },
  { when: 'more than 18 digits after the point', column: amounts([[1, 19]]), code: 'metrics.column_value' },
  { when: 'a scale too few', column: { mantissa: Float64Array.of(1, 2), scale: Uint8Array.of(0) }, code: 'metrics.column_length' },
])('$when is refused', ({ column, code }) => {
  const summed = sumDecimals(column);
  expect(summed.ok ? [] : summed.issues.map((issue) => issue.code)).toEqual([code]);
});

test('groups that nobody counts are refused: a code beyond them, or more than a million', () => {
  const one = amounts([[1, 0], [2, 0]]);
  const beyond = sumDecimals(one, { group: Uint8Array.of(0, 1), groups: 1 });
  const many = sumDecimals(one, { group: Uint32Array.of(0, 1), groups: 1e9 });
  const none = sumDecimals(one, { group: Uint8Array.of(0, 0), groups: 0.5 });
  expect([beyond, many, none].map((result) => (result.ok ? null : result.issues[0]?.code))).toEqual(['metrics.column_value', 'metrics.too_many_groups', 'metrics.too_many_groups']);
});

describe('decimal text', () => {
  test('is read digit by digit, or refused', () => {
    const read = decimalColumn(['12.50', '-0.007', '0', null, '9007199254740991', '-0']);
    expect(read.ok && [...read.value.mantissa].map((value) => value + 0)).toEqual([1250, -7, 0, NaN, 9_007_199_254_740_991, 0]);
    expect(read.ok && [...read.value.scale]).toEqual([2, 3, 0, 0, 0, 0]);
  });

  test.each([
    ['1e5', 'metrics.not_decimal'],
    ['', 'metrics.not_decimal'],
    ['-', 'metrics.not_decimal'],
    ['.5', 'metrics.not_decimal'],
    ['5.', 'metrics.not_decimal'],
    ['1.2.3', 'metrics.not_decimal'],
    [' 1', 'metrics.not_decimal'],
    ['0.1234567890123456789', 'metrics.not_decimal'],
    ['9007199254740993', 'metrics.beyond_safe_integers'],
    ['9'.repeat(60), 'metrics.beyond_safe_integers'],
  ])('%j is refused', (text, code) => {
    const read = decimalColumn([text]);
    expect(read.ok ? [] : read.issues.map((issue) => issue.code)).toEqual([code]);
  });
});
