import { Decimal, toDecimal } from '../kernel/quotient.js';

/** Fewer cases than this are an anecdote, unless the caller says otherwise. */
export const EVIDENCE_MINIMUM = 30;

const DIGITS = 4;
/** Half of the standard normal distribution's middle 95 %. */
const Z = '1.959963984540054';

/** So many of so many, with how sure a sample of that size can be. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  /** Decimal text with four places, half-even; null of nothing. */
  readonly value: string | null;
  /** The 95 % interval after Wilson (1927), decimal text with four places. */
  readonly low: string | null;
  readonly high: string | null;
  /** Whether there are enough cases to say anything. */
  readonly enough: boolean;
}

/** A share with its interval. Counts are exact; the interval is rounded once, at the end. */
export const shareOf = (numerator: number, denominator: number, minimum: number = EVIDENCE_MINIMUM): Share => {
  const value = toDecimal({ numerator, denominator }, DIGITS, 'half-even');
  const enough = denominator >= minimum && denominator > 0;
  if (value === null) return { numerator, denominator, value, low: null, high: null, enough };
  const n = new Decimal(denominator);
  const p = new Decimal(numerator).div(n);
  const square = new Decimal(Z).times(Z);
  const middle = p.plus(square.div(n.times(2)));
  const reach = p
    .times(new Decimal(1).minus(p))
    .div(n)
    .plus(square.div(n.times(n).times(4)))
    .sqrt()
    .times(Z);
  const scale = new Decimal(1).plus(square.div(n));
  const text = (bound: InstanceType<typeof Decimal>): string => Decimal.min(1, Decimal.max(0, bound.div(scale))).toFixed(DIGITS);
  return { numerator, denominator, value, low: text(middle.minus(reach)), high: text(middle.plus(reach)), enough };
};
