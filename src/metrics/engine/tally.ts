import type { Whole } from '../../kernel/ratio.js';
import type { GroupKey } from './group.js';

/** A fraction not yet divided. A count is over 1; a mean is milliseconds over units. */
export interface FractionTally {
  readonly kind: 'fraction';
  readonly numerator: Whole;
  readonly denominator: Whole;
  /** Units of the cohort that may still reach the target, or have no end yet. */
  readonly open: number;
  /** Units without the value that is counted; of a mean, those that ended before they began. */
  readonly unknown: number;
}

/** A share by amount, each currency for itself. */
export interface ValueShareTally {
  readonly kind: 'value_share';
  readonly shares: readonly { readonly currency: string; readonly numerator: Whole; readonly denominator: Whole; readonly n: number }[];
  /** All of them in one currency, exactly; null where none was asked for or a rate is missing. */
  readonly converted: { readonly currency: string; readonly numerator: Whole; readonly denominator: Whole } | null;
  readonly withoutRate: readonly string[];
  /** Units without an amount or a currency, and those of an amount below zero: in no share. */
  readonly unknown: number;
  readonly belowZero: number;
  readonly open: number;
}

/** The value at a rank of durations, and what it is of. */
export interface PercentileTally {
  readonly kind: 'percentile';
  /** All units, those without an end among them. */
  readonly n: number;
  readonly open: number;
  /** Units that ended before they began: in no rank, and not in `n`. */
  readonly reversed: number;
  /** Milliseconds at the rank; null where there are no units, or the rank falls on an open one. */
  readonly ms: number | null;
  /** Where the rank falls on an open one: the longest of those that have an end, which all open ones rank behind. */
  readonly lowerBound: number | null;
}

/** Sums of money, each in its own currency. */
export interface SumTally {
  readonly kind: 'sum';
  /** Whole minor units; a weighted sum is cut once, half to even. */
  readonly sums: readonly { readonly currency: string; readonly minor: Whole; readonly n: number }[];
  /** All of them in one currency: cut to whole minor units, and exactly. Null where none was asked for or a rate is missing. */
  readonly converted: { readonly currency: string; readonly minor: Whole; readonly numerator: Whole; readonly denominator: Whole } | null;
  readonly withoutRate: readonly string[];
  /** Units without an amount, a currency or a weight: in no sum. */
  readonly unknown: number;
  readonly open: number;
}

/** The integers of each input of a formula. */
export interface FormulaTally {
  readonly kind: 'formula';
  readonly inputs: Readonly<Record<string, FactTally>>;
}

/** The exact integers of one figure of facts, before any quotient is made. */
export type FactTally = FractionTally | ValueShareTally | PercentileTally | SumTally;

/** The exact integers of one metric, before any quotient is made. */
export type Tally = FactTally | FormulaTally;

/** One member of the columns grouped by, with its integers. */
export interface TallyGroup {
  readonly key: GroupKey;
  readonly tally: Tally;
}
