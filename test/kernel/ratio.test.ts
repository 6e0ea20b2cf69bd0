import { expect, test } from 'vitest';
import fc from 'fast-check';
import { Decimal as SharedDecimal } from 'decimal.js';
import { compareRatios, ratioOf, toDecimal, toWhole } from 'revpact/kernel';

test.each([
  { of: 'an eighth, half to even', n: 1, d: 8, digits: 2, rounding: 'half-even', text: '0.12' },
  { of: 'three eighths, half to even', n: 3, d: 8, digits: 2, rounding: 'half-even', text: '0.38' },
  { of: 'an eighth, half up', n: 1, d: 8, digits: 2, rounding: 'half-up', text: '0.13' },
  { of: 'a third', n: 1, d: 3, digits: 6, rounding: 'half-even', text: '0.333333' },
  { of: 'two thirds down', n: 2, d: 3, digits: 3, rounding: 'down', text: '0.666' },
  { of: 'minus two thirds to the floor', n: -2, d: 3, digits: 3, rounding: 'floor', text: '-0.667' },
  { of: 'a whole number keeps its places', n: 10, d: 2, digits: 2, rounding: 'half-even', text: '5.00' },
  { of: 'minus a thousandth, cut to nothing, has no sign', n: -1, d: 1000, digits: 2, rounding: 'half-even', text: '0.00' },
  { of: 'sixty nines, not one more', n: '9'.repeat(70), d: `1${'0'.repeat(70)}`, digits: 30, rounding: 'down', text: `0.${'9'.repeat(30)}` },
  { of: 'beyond 2^53', n: '90071992547409930', d: 10, digits: 0, rounding: 'half-even', text: '9007199254740993' },
] as const)('$of', ({ n, d, digits, rounding, text }) => {
  expect(toDecimal({ numerator: n, denominator: d }, digits, rounding)).toBe(text);
});

test('nothing over nothing is not zero', () => {
  expect(toDecimal({ numerator: 0, denominator: 0 }, 2, 'half-even')).toBeNull();
});

test('a quotient of any size is cut once: what long division says', () => {
  const whole = fc.bigInt({ min: 0n, max: 10n ** 90n });
  fc.assert(
    fc.property(whole, fc.bigInt({ min: 1n, max: 10n ** 90n }), fc.integer({ min: 0, max: 30 }), (n, d, digits) => {
      const unit = 10n ** BigInt(digits);
      const [down, exact] = [(n * unit) / d, (n * unit) % d === 0n];
      const text = (cut: bigint): string => {
        const shown = cut.toString().padStart(digits + 1, '0');
        return digits === 0 ? shown : `${shown.slice(0, -digits)}.${shown.slice(-digits)}`;
      };
      const ratio = { numerator: toWhole(n), denominator: toWhole(d) };
      expect(toDecimal(ratio, digits, 'down')).toBe(text(down));
      expect(toDecimal(ratio, digits, 'up')).toBe(text(exact ? down : down + 1n));
      const twice = 2n * ((n * unit) % d);
      expect(toDecimal(ratio, digits, 'half-even')).toBe(text(twice > d || (twice === d && down % 2n === 1n) ? down + 1n : down));
    }),
  );
});

test('a host that sets its own decimal.js changes nothing here', () => {
  SharedDecimal.set({ precision: 2 });
  expect(toDecimal({ numerator: 1, denominator: 3 }, 10, 'half-even')).toBe('0.3333333333');
  SharedDecimal.set({ precision: 20 });
});

test('comparison agrees with exact integer arithmetic, also for negative denominators', () => {
  const nonZero = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).filter((d) => d !== 0n);
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), nonZero, fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), nonZero, (a, b, c, d) => {
      const positive = (n: bigint, m: bigint): [bigint, bigint] => (m < 0n ? [-n, -m] : [n, m]);
      const [[p, q], [r, s]] = [positive(a, b), positive(c, d)];
      const expected = p * s < r * q ? -1 : p * s > r * q ? 1 : 0;
      expect(compareRatios({ numerator: toWhole(a), denominator: toWhole(b) }, { numerator: toWhole(c), denominator: toWhole(d) })).toBe(expected);
    }),
  );
});

test('decimal text is an exact fraction', () => {
  expect(ratioOf('0.95')).toEqual({ numerator: 95, denominator: 100 });
  expect(ratioOf('-1.5')).toEqual({ numerator: -15, denominator: 10 });
  expect(() => ratioOf('1e3')).toThrow(/decimal text/);
  expect(() => ratioOf('0x1f')).toThrow(/decimal text/);
});
