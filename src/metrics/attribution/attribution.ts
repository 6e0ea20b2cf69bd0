import type { Ratio, Whole } from '../../kernel/ratio.js';
import type { Currency } from '../../vocabulary/money.js';
import type { AttributionModel } from './model.js';

/** Money of one currency: whole minor units, as decimal digits beyond 2^53. */
export interface CreditedMoney {
  readonly currency: Currency;
  readonly minor: Whole;
}

/** What one channel is credited with. */
export interface CreditRow {
  readonly channel: string | null;
  /** Conversions. All rows have one denominator, and their numerators sum to the conversions attributed times it. */
  readonly credit: Ratio;
  /** By currency; every row names every currency, and each currency sums to what was attributed. */
  readonly money: readonly CreditedMoney[];
  /** How often it touched somebody who converted, and how many of those there are. */
  readonly touches: number;
  readonly conversions: number;
}

/** How a chain came to its shares. */
export interface MarkovDetail {
  readonly kind: 'markov';
  readonly states: number;
  /** The probability that a walk converts. */
  readonly conversion: Ratio;
  /** What share of conversions is lost without each channel; the credit is in proportion to it. */
  readonly effects: readonly { readonly channel: string | null; readonly effect: Ratio }[];
  readonly exact: boolean;
  /** How far the equations are missed at most where it is not exact. */
  readonly residual: number | null;
}

/** How coalitions came to their shares. */
export interface ShapleyDetail {
  readonly kind: 'shapley';
  /** Different sets of channels that occur on paths. */
  readonly coalitions: number;
  readonly exact: boolean;
  /** The standard error of each channel's share of the conversions, where it is an estimate. */
  readonly errors: readonly { readonly channel: string | null; readonly error: number }[] | null;
}

/** Who is credited with which conversions and how much money, by one model. */
export interface Attribution {
  readonly model: AttributionModel;
  /** The identity of the model: SHA-256 of its canonical text. */
  readonly modelHash: string;
  readonly paths: number;
  readonly conversions: number;
  readonly money: readonly CreditedMoney[];
  /** Conversions of which nobody knows what they are worth: they are credited, without money. */
  readonly withoutAmount: number;
  /** Conversions that nobody is credited with: no touch led to them, or the model weighs none of those that did. */
  readonly unattributed: { readonly conversions: number; readonly money: readonly CreditedMoney[] };
  /** In order of text, the unknown channel last: never a ranking. */
  readonly rows: readonly CreditRow[];
  /** What lies behind the shares of a chain or a game; null for models that share each path by itself. */
  readonly detail: MarkovDetail | ShapleyDetail | null;
  /** The digest of the paths, whatever their order; null unless it was asked for. */
  readonly records: string | null;
}
