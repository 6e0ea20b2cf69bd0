import type { Instant } from '../kernel/instant.js';
import type { Framework } from '../vocabulary/framework.js';
import type { Period } from '../vocabulary/period.js';
import type { ColumnRef } from './column-ref.js';

/** What a number is computed from and as of when. */
export interface MetricOptions {
  readonly framework: Framework;
  readonly period: Period;
  /** What happened strictly before it counts. */
  readonly asOf: Instant;
  /** By when the facts had been recorded; carried into the result. The cut itself is `resolve`'s, before facts are made. */
  readonly knownBy?: Instant | null;
  /** Text columns such as `lead.source`; each value, and "not known", is a group. */
  readonly groupBy?: readonly ColumnRef[];
}

/** How a unit stands towards its target. */
export type Outcome = 'counted' | 'converted' | 'no_target' | 'window_expired' | 'still_open' | 'no_amount' | 'base_entry' | 'target_entry';

/** Something that happened and may belong to the cohort. */
export interface Candidate {
  readonly row: object;
  readonly leadId: string;
  /** The date that puts it into a period; null where the target that would date it is missing. */
  readonly axisAt: Instant | null;
  readonly baseAt: Instant;
  readonly baseEvent: string | null;
  readonly targetAt: Instant | null;
  readonly targetEvent: string | null;
  readonly outcome: Outcome;
  /** Milliseconds of a percentile, minor units of a sum. */
  readonly value: number | null;
  readonly currency: string | null;
}
