import type { Instant } from '../../kernel/instant.js';
import type { Framework } from '../../vocabulary/framework.js';
import type { Period } from '../../vocabulary/period.js';
import type { Rate } from '../../vocabulary/rate.js';
import type { FactBasis } from '../definition/basis.js';
import type { GroupRef } from '../definition/column-ref.js';
import type { FactMeasure } from '../definition/measure.js';

/** What a number is computed from and as of when. */
export interface MetricOptions {
  readonly framework: Framework;
  readonly period: Period;
  /** What happened strictly before it counts. */
  readonly asOf: Instant;
  /** By when the facts had been recorded; carried into the result. The cut itself is `resolve`'s, before facts are made. */
  readonly knownBy?: Instant | null;
  /** Text columns such as `lead.source`; each value, and "not known", is a group. The definition's own dimensions where it is left out. */
  readonly groupBy?: readonly GroupRef[];
  /** What currencies are worth in others; needed where a metric converts. */
  readonly rates?: readonly Rate[];
  /** What a formula asks its caller for, as decimal text. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Whether to store the digest of the records with the number. */
  readonly digest?: boolean;
}

/** One figure: a metric of facts, or an input of a formula. */
export interface Counted {
  readonly measure: FactMeasure;
  readonly basis: FactBasis;
}

/**
 * How a unit stands towards its target. `no_amount`: without an amount or a currency. `no_value`: without the value that is
 * counted. `below_zero`: of an amount below zero in a share. `reversed`: ended before it began.
 */
export type Outcome =
  | 'counted'
  | 'converted'
  | 'no_target'
  | 'window_expired'
  | 'still_open'
  | 'no_amount'
  | 'no_value'
  | 'below_zero'
  | 'reversed'
  | 'base_entry'
  | 'target_entry';

/**
 * Why a unit is in a number or not. `not_picked`: another row stands for its kind. `not_standing`: over by the end of the
 * period. `immature`: has had too little time.
 */
export type Reason = Outcome | 'outside_period' | 'filtered_out' | 'immature' | 'not_picked' | 'not_standing';

/**
 * One unit while it is looked at. The same object stands for the next one afterwards: read from it, and keep nothing of it.
 * `NaN` and -1 are null.
 */
export interface Unit {
  /** The row that was picked, and the row of its lead. */
  row: number;
  lead: number;
  /** The row that reached the target: another stage visit, or the row itself. */
  targetRow: number;
  baseAt: Instant;
  /** The column whose moment it is. */
  baseColumn: string;
  targetAt: number;
  targetColumn: string | null;
  /** The date that puts it into a period; NaN where the target that would date it is missing. */
  axisAt: number;
  reason: Reason;
  /** Dated in the period, let through by the filters and old enough: what the number is about. */
  inCohort: boolean;
  inDenominator: boolean;
  inNumerator: boolean;
  /** Milliseconds of a span, minor units of a sum, a whole number of a total. */
  value: number;
  /** Percent of a weighted sum. */
  weight: number;
  /** Positions of words: of an amount's currency, of what is counted once. */
  currency: number;
  word: number;
}
