/** A whole number: a safe integer, or a decimal string of digits beyond 2^53. */
export type Whole = number | string;

/** An exact fraction; `null` as a quotient when the denominator is zero. */
export interface Ratio {
  readonly numerator: Whole;
  readonly denominator: Whole;
}

/** A whole number as results carry it: a safe integer where it fits, else its decimal digits. */
export const toWhole = (value: bigint): Whole =>
  value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value.toString();

/** −1, 0 or 1 as `a` is less than, equal to or greater than `b`, by cross-multiplication; no quotient is formed. */
export const compareRatios = (a: Ratio, b: Ratio): -1 | 0 | 1 => {
  const sign = BigInt(a.denominator) < 0n !== BigInt(b.denominator) < 0n ? -1n : 1n;
  const left = BigInt(a.numerator) * BigInt(b.denominator) * sign;
  const right = BigInt(b.numerator) * BigInt(a.denominator) * sign;
  return left < right ? -1 : left > right ? 1 : 0;
};

/** What a plain decimal looks like: up to 30 digits before the point, up to 18 after it. */
export const DECIMAL_TEXT = /^-?\d{1,30}(?:\.\d{1,18})?$/;

/** Whether text is a plain decimal: digits with at most one point, no exponent, no spaces. */
export const isDecimalText = (text: string): boolean => DECIMAL_TEXT.test(text);

/** Decimal text as an exact fraction over a power of ten: `'0.9'` is 9 over 10. Throws on anything else. */
export const ratioOf = (text: string): Ratio => {
  if (!isDecimalText(text)) {
    throw new RangeError(`not decimal text of up to 30 digits before the point and 18 after it: ${JSON.stringify(text.slice(0, 40))}`);
  }
  const [whole = '0', part = ''] = text.split('.');
  return { numerator: toWhole(BigInt(whole + part)), denominator: toWhole(10n ** BigInt(part.length)) };
};
