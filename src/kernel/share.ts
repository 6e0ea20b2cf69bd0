import { Decimal, toDecimal } from './quotient.js';

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

/** A part of a whole between the bounds of Wilson's 95 % interval, before anything is rounded. */
export interface WilsonInterval {
  readonly low: InstanceType<typeof Decimal>;
  readonly value: InstanceType<typeof Decimal>;
  readonly high: InstanceType<typeof Decimal>;
}

/** Wilson's interval of so many of so many; of nothing there is none, and the caller must not ask. */
export const wilsonOf = (numerator: number, denominator: number): WilsonInterval => {
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
  const bound = (end: InstanceType<typeof Decimal>): InstanceType<typeof Decimal> => Decimal.min(1, Decimal.max(0, end.div(scale)));
  return { low: bound(middle.minus(reach)), value: p, high: bound(middle.plus(reach)) };
};

/** A share with its interval. Counts are exact; the interval is rounded once, at the end. */
export const shareOf = (numerator: number, denominator: number, minimum: number = EVIDENCE_MINIMUM): Share => {
  const value = toDecimal({ numerator, denominator }, DIGITS, 'half-even');
  const enough = denominator >= minimum && denominator > 0;
  if (value === null) return { numerator, denominator, value, low: null, high: null, enough };
  const { low, high } = wilsonOf(numerator, denominator);
  return { numerator, denominator, value, low: low.toFixed(DIGITS), high: high.toFixed(DIGITS), enough };
};
