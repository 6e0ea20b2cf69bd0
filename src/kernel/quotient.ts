import { Decimal as SharedDecimal } from 'decimal.js';
import type { Ratio } from './ratio.js';

const PRECISION = 60;

/** Our own decimal.js: a host's `Decimal.set` neither reaches us nor hears of us. */
export const Decimal = /* @__PURE__ */ SharedDecimal.clone({
  defaults: true,
  precision: PRECISION,
  rounding: 6,
});

/** How a quotient is cut to the digits asked for. `half-even` is what accountants use; it has no drift. */
export type Rounding = 'half-even' | 'half-up' | 'down' | 'up' | 'floor' | 'ceil';

const MODES = { up: 0, down: 1, ceil: 2, floor: 3, 'half-up': 4, 'half-even': 6 } as const;

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
  if (!Object.hasOwn(MODES, rounding)) throw new RangeError(`no such rounding: ${rounding}`);
  const denominator = BigInt(ratio.denominator);
  if (denominator === 0n) return null;
  // A quotient lies on a cut of so many digits or at least 1 / (denominator × 10^digits) beside it: with this many significant
  // digits the first cut cannot move it across.
  const needed = String(ratio.numerator).length + String(ratio.denominator).length + digits + 5;
  const Exact = needed <= PRECISION ? Decimal : Decimal.clone({ precision: needed });
  const text = new Exact(ratio.numerator).div(new Exact(ratio.denominator)).toFixed(digits, MODES[rounding]);
  // What is cut to nothing has no sign.
  return /^-[0.]+$/.test(text) ? text.slice(1) : text;
};
