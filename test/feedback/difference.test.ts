import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOf } from 'revpact/feedback';

const of = (numerator: number, denominator: number): { numerator: number; denominator: number } => ({ numerator, denominator });

// Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17 (1998),
// pages 873 to 890, table II, method 10: the eight examples a to h.
test.each([
  { one: of(56, 70), other: of(48, 80), low: '0.0524', high: '0.3339', verdict: 'more' },
  { one: of(9, 10), other: of(3, 10), low: '0.1705', high: '0.8090', verdict: 'more' },
  { one: of(6, 7), other: of(2, 7), low: '0.0582', high: '0.8062', verdict: 'more' },
  { one: of(5, 56), other: of(0, 29), low: '-0.0381', high: '0.1926', verdict: 'no_difference' },
  { one: of(0, 10), other: of(0, 20), low: '-0.1611', high: '0.2775', verdict: 'no_difference' },
  { one: of(0, 10), other: of(0, 10), low: '-0.2775', high: '0.2775', verdict: 'no_difference' },
  { one: of(10, 10), other: of(0, 20), low: '0.6791', high: '1.0000', verdict: 'more' },
  { one: of(10, 10), other: of(0, 10), low: '0.6075', high: '1.0000', verdict: 'more' },
  { one: of(48, 80), other: of(56, 70), low: '-0.3339', high: '-0.0524', verdict: 'less' },
])('$one less $other → $low to $high: $verdict', ({ one, other, low, high, verdict }) => {
  expect(differenceOf(one, other)).toMatchObject({ low, high, verdict });
});

test('nothing is not compared', () => {
  expect(differenceOf(of(0, 0), of(1, 2))).toBeNull();
  expect(differenceOf(of(1, 2), of(0, 0))).toBeNull();
});

test('law: turned round it has the other sign', () => {
  const share = fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 300 })).map(([n, d]) => of(Math.min(n, d), d));
  const turned = (text: string | undefined): string => (text === undefined || /^-?0\.0+$/.test(text) ? '0.0000' : text.startsWith('-') ? text.slice(1) : `-${text}`);
  fc.assert(
    fc.property(share, share, (one, other) => {
      const [forth, back] = [differenceOf(one, other), differenceOf(other, one)];
      expect([back?.value, back?.low, back?.high]).toEqual([turned(forth?.value), turned(forth?.high), turned(forth?.low)]);
      expect(Number(forth?.low)).toBeLessThanOrEqual(Number(forth?.value));
      expect(Number(forth?.high)).toBeGreaterThanOrEqual(Number(forth?.value));
    }),
  );
});
