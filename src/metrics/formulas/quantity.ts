import { toDecimal, type Rounding } from '../../kernel/quotient.js';
import { ratioOf, toWhole, type Ratio } from '../../kernel/ratio.js';

/**
 * An amount handed to a formula: a safe integer, decimal text such as `'0.25'`, or an exact fraction, such as the figure of
 * a metric. Floats are refused, and so is a fraction over nothing.
 */
export type Quantity = number | string | Ratio;

/** How a formula's result is written. */
export interface Written {
  /** Places after the point, 0 to 30. */
  readonly digits: number;
  readonly rounding: Rounding;
}

/** A quantity as an exact fraction. Throws a `RangeError` for a float, for text that is no plain decimal, for a denominator of 0. */
export const exactly = (quantity: Quantity): Ratio => {
  if (typeof quantity === 'string') return ratioOf(quantity);
  // A formula's own null, from a script without types, is an object too.
  if (quantity instanceof Object) return fraction(quantity);
  if (!Number.isSafeInteger(quantity)) throw new RangeError(`not a whole number: ${String(quantity)}; write decimals as text`);
  return { numerator: quantity, denominator: 1 };
};

/** The same of what is never below zero: a count, a spend, an amount sold. */
export const amount = (quantity: Quantity, name: string): Ratio => {
  const exact = exactly(quantity);
  if (isBelow(exact, 0n)) throw new RangeError(`${name} is below zero`);
  return exact;
};

/** The same of a rate: 20 % is `'0.20'`, never 20. */
export const rate = (quantity: Quantity, name: string): Ratio => {
  const exact = amount(quantity, name);
  if (isBelow(minus(ONE, exact), 0n)) throw new RangeError(`${name} is above 1; a rate of 20 % is written as 0.20`);
  return exact;
};

export const ONE: Ratio = { numerator: 1, denominator: 1 };

export const times = (a: Ratio, b: Ratio): Ratio => ({
  numerator: toWhole(BigInt(a.numerator) * BigInt(b.numerator)),
  denominator: toWhole(BigInt(a.denominator) * BigInt(b.denominator)),
});

/** The quotient as a fraction; its denominator is 0 where `b` is. */
export const over = (a: Ratio, b: Ratio): Ratio => times(a, { numerator: b.denominator, denominator: b.numerator });

export const plus = (a: Ratio, b: Ratio): Ratio => ({
  numerator: toWhole(BigInt(a.numerator) * BigInt(b.denominator) + BigInt(b.numerator) * BigInt(a.denominator)),
  denominator: toWhole(BigInt(a.denominator) * BigInt(b.denominator)),
});

export const minus = (a: Ratio, b: Ratio): Ratio => plus(a, times(b, { numerator: -1, denominator: 1 }));

/** Whether a fraction, whichever part of it bears the sign, is below a whole number. */
export const isBelow = ({ numerator, denominator }: Ratio, bound: bigint): boolean => {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  return d < 0n ? n > bound * d : n < bound * d;
};

/** A fraction as it is written; null over nothing. */
export const put = (ratio: Ratio, { digits, rounding }: Written): string | null => toDecimal(ratio, digits, rounding);

/** The smallest whole number that is not below a fraction; null over nothing. */
export const roundedUp = ({ numerator, denominator }: Ratio): bigint | null => {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  if (d === 0n) return null;
  const cut = n / d;
  return cut * d === n || n < 0n !== d < 0n ? cut : cut + 1n;
};

const WHOLE = /^-?\d{1,400}$/;

const fraction = ({ numerator, denominator }: Ratio): Ratio => {
  for (const part of [numerator, denominator]) {
    if (typeof part === 'number' ? !Number.isSafeInteger(part) : !WHOLE.test(part))
      throw new RangeError(`not a whole number: ${String(part).slice(0, 40)}`);
  }
  if (BigInt(denominator) === 0n) throw new RangeError('a fraction over nothing is no quantity');
  return { numerator, denominator };
};
