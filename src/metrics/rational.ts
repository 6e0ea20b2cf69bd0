import { toWhole, type Ratio } from '../kernel/ratio.js';

/** An exact fraction as it is computed with: in lowest terms, its denominator above zero. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Nothing, to add to. */
export const ZERO: Rational = { numerator: 0n, denominator: 1n };

/** The greatest common divisor of two integers, never negative. */
export const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** `numerator / denominator` in lowest terms. Throws a `RangeError` where the denominator is zero. */
export const rational = (numerator: bigint, denominator: bigint): Rational => {
  if (denominator === 0n) throw new RangeError('a denominator of zero');
  const by = denominator < 0n ? -gcd(numerator, denominator) : gcd(numerator, denominator);
  return { numerator: numerator / by, denominator: denominator / by };
};

/** A ratio as results carry it, to compute with. */
export const toRational = ({ numerator, denominator }: Ratio): Rational => rational(BigInt(numerator), BigInt(denominator));

/** A fraction as results carry it. */
export const toRatio = ({ numerator, denominator }: Rational): Ratio => ({
  numerator: toWhole(numerator),
  denominator: toWhole(denominator),
});

/** The sum of two fractions. */
export const plus = (a: Rational, b: Rational): Rational =>
  a.denominator === b.denominator
    ? rational(a.numerator + b.numerator, a.denominator)
    : rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

/** The product of two fractions. */
export const times = (a: Rational, b: Rational): Rational => rational(a.numerator * b.numerator, a.denominator * b.denominator);
