import type { Instant } from '../../kernel/instant.js';
import type { TouchFact } from '../../vocabulary/fact.js';
import type { Period } from '../../vocabulary/period.js';

/** Which paths, and how far back. Nothing has a silent default. */
export interface PathOptions {
  /** Whose path it is: a lead's own touches; those that concern an account; or, for each opportunity, those of its lead or its account. */
  readonly by: 'lead' | 'account' | 'opportunity';
  /** What counts as converted: the first opportunity opened, or won. */
  readonly until: 'opened' | 'won';
  /** How far before the conversion a touch still counts, in milliseconds: [end − windowMs, end]. `null` counts all. */
  readonly windowMs: number | null;
  /** Whether a touch at the very moment of the conversion is before it. */
  readonly edge: 'before' | 'including';
  /** What gets the credit: `({ channel }) => channel`, `({ campaign }) => campaign`. */
  readonly channelOf: (touch: TouchFact) => string | null;
  /** Only paths that end in it: where they converted, or at the last touch where they did not. `null` takes all. */
  readonly period: Period | null;
  /** What happened strictly before counts. */
  readonly asOf: Instant;
}
