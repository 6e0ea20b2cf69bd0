import { ratioOf, toWhole, type Ratio } from '../kernel/ratio.js';

/** An amount handed to a formula: a safe integer, or decimal text such as `'0.25'`. Floats are refused. */
export type Quantity = number | string;

/** A quantity as an exact fraction. Throws a `RangeError` for a float, or for text that is no plain decimal. */
export const exactly = (quantity: Quantity): Ratio => {
  if (typeof quantity === 'string') return ratioOf(quantity);
  if (!Number.isSafeInteger(quantity)) throw new RangeError(`not a whole number: ${String(quantity)}; write decimals as text`);
  return { numerator: quantity, denominator: 1 };
};

export const times = (a: Ratio, b: Ratio): Ratio => ({
  numerator: toWhole(BigInt(a.numerator) * BigInt(b.numerator)),
  denominator: toWhole(BigInt(a.denominator) * BigInt(b.denominator)),
});

/** The quotient as a fraction; its denominator is 0 where `b` is. */
export const over = (a: Ratio, b: Ratio): Ratio => times(a, { numerator: b.denominator, denominator: b.numerator });

export const minus = (a: Ratio, b: Ratio): Ratio => ({
  numerator: toWhole(BigInt(a.numerator) * BigInt(b.denominator) - BigInt(b.numerator) * BigInt(a.denominator)),
  denominator: toWhole(BigInt(a.denominator) * BigInt(b.denominator)),
});
