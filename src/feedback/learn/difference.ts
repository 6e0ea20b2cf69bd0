import type { Decimal } from '../../kernel/quotient.js';
import { wilsonOf, type Share } from '../../kernel/share.js';

/** How a share compares with another. */
export type LearningVerdict = 'more' | 'less' | 'no_difference' | 'not_enough';

/** One share less another, with how sure samples of these sizes can be. Decimal text with four places. */
export interface Difference {
  readonly value: string;
  readonly low: string;
  readonly high: string;
  readonly verdict: Exclude<LearningVerdict, 'not_enough'>;
}

const DIGITS = 4;

/**
 * How much larger one share is than another that shares no case with it. The 95 % interval is Newcombe's, made of the two
 * Wilson intervals (Statistics in Medicine 17, 1998, pages 873 to 890, method 10): it stays honest for few cases and for
 * shares near none or all. `more` where it lies above 0, `less` where it lies below. Null where either is of nothing.
 *
 * @example
 * ```ts
 * import { differenceOf } from 'revpact/feedback';
 *
 * differenceOf({ numerator: 56, denominator: 70 }, { numerator: 48, denominator: 80 }) // => { value: '0.2000', low: '0.0524', high: '0.3339', verdict: 'more' }
 * ```
 */
export const differenceOf = (a: Pick<Share, 'numerator' | 'denominator'>, b: Pick<Share, 'numerator' | 'denominator'>): Difference | null => {
  if (a.denominator === 0 || b.denominator === 0) return null;
  const [one, other] = [wilsonOf(a.numerator, a.denominator), wilsonOf(b.numerator, b.denominator)];
  const value = one.value.minus(other.value);
  const low = value.minus(together(one.value.minus(one.low), other.high.minus(other.value)));
  const high = value.plus(together(one.high.minus(one.value), other.value.minus(other.low)));
  const verdict = low.greaterThan(0) ? 'more' : high.lessThan(0) ? 'less' : 'no_difference';
  return { value: text(value), low: text(low), high: text(high), verdict };
};

type Exact = InstanceType<typeof Decimal>;

const together = (a: Exact, b: Exact): Exact => a.times(a).plus(b.times(b)).sqrt();

const text = (value: Exact): string => {
  const cut = value.toFixed(DIGITS);
  // What is cut to nothing has no sign.
  return /^-0\.0+$/.test(cut) ? cut.slice(1) : cut;
};
