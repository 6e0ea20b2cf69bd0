import { Decimal as SharedDecimal } from 'decimal.js';

/** Our own decimal.js: a host's `Decimal.set` neither reaches us nor hears of us. */
export const Decimal = /* @__PURE__ */ SharedDecimal.clone({
  defaults: true,
  precision: 60,
  rounding: 6,
});

/** How a quotient is cut to the digits asked for. `half-even` is what accountants use; it has no drift. */
export type Rounding = 'half-even' | 'half-up' | 'down' | 'up' | 'floor' | 'ceil';

const MODES = { up: 0, down: 1, ceil: 2, floor: 3, 'half-up': 4, 'half-even': 6 } as const;

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

/**
 * The quotient, made once, as decimal text with exactly `digits` places; `null` when the denominator is zero.
 *
 * @param digits - Places after the point, 0 to 30.
 * @example
 * ```ts
 * import { toDecimal } from 'revpact/kernel';
 *
 * toDecimal({ numerator: 1, denominator: 8 }, 2, 'half-even') // => '0.12'
 * toDecimal({ numerator: 0, denominator: 0 }, 2, 'half-even') // => null
 * ```
 */
export const toDecimal = (ratio: Ratio, digits: number, rounding: Rounding): string | null => {
  if (!Number.isInteger(digits) || digits < 0 || digits > 30) throw new RangeError('digits must be 0 to 30');
  const denominator = BigInt(ratio.denominator);
  if (denominator === 0n) return null;
  return new Decimal(ratio.numerator).div(new Decimal(ratio.denominator)).toFixed(digits, MODES[rounding]);
};

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
  if (!isDecimalText(text)) throw new RangeError(`not decimal text: ${JSON.stringify(text.slice(0, 40))}`);
  const [whole = '0', part = ''] = text.split('.');
  return { numerator: toWhole(BigInt(whole + part)), denominator: toWhole(10n ** BigInt(part.length)) };
};
