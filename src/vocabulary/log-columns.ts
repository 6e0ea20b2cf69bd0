import type { SAYABLE, StageId } from './framework.js';
import type { PartyId } from './party.js';

/**
 * A log of lead events as typed columns, one row an event: what bulk work reads instead of a million objects. A code of a
 * dictionary column is a position in its dictionary; where "none" is possible the code is that position plus one, and 0
 * says none.
 */
export interface LogColumns {
  /** How many events there are: the length of every column. */
  readonly rows: number;
  /** Lead ids by code. */
  readonly leads: readonly string[];
  readonly lead: Uint32Array;
  /** The event type's place in `EVENT_TYPES`; types that are about no lead have no row. */
  readonly type: Uint8Array;
  /** Epoch milliseconds. */
  readonly at: Float64Array;
  /** The source's own order within a moment; `NaN` where it has none. */
  readonly seq: Float64Array;
  /**
   * For an event that is known to the day only, the first moment after that day, and `at` is the day's start; `NaN` where
   * the moment is exact. A log without such events has no column.
   */
  readonly dayEnd?: Float64Array;
  /** Party ids by code. */
  readonly parties: readonly PartyId[];
  /** Who acted. */
  readonly party: Uint16Array;
  /** 1 where a person acted, 0 for automation. */
  readonly human: Uint8Array;
  /** The receiver of a hand-off: party code plus one. */
  readonly to: Uint16Array;
  /** The class of a rejection: its place in `REJECTION_CLASSES` plus one. */
  readonly rejectionClass: Uint8Array;
  /** Stage ids by code, whether or not the framework has them; at most 65,534. */
  readonly stages: readonly StageId[];
  /** The stage that was entered, as recorded: stage code plus one. */
  readonly stage: Uint16Array;
  /** The stage that was left, as recorded: stage code plus one. */
  readonly leftStage: Uint16Array;

  // What only some frameworks ask about. A framework that does is refused a log without the column: a guard is never taken
  // for unmet because nobody filled it in.
  /** What events say in fields of their own, for `says`; `class` is `rejectionClass`. */
  readonly words?: { readonly [Field in Exclude<(typeof SAYABLE)[number], 'class'>]?: WordColumn };
  /** The tier that a fit score names, for `fit_tier`. */
  readonly fitTier?: TierColumn;
  /** Which custom fields events fill and empty, for `fields`. */
  readonly fields?: FieldColumns;
  /** What qualification finds out and takes back, for `qualification`. */
  readonly qualification?: FindingColumn;
}

/** One field of events. */
export interface WordColumn {
  readonly words: readonly string[];
  /** Word code plus one. */
  readonly code: Uint16Array;
}

/** The tiers of fit scores. */
export interface TierColumn {
  readonly tiers: readonly string[];
  /** 0 where the event is no fit score, 1 for one that names no tier, else tier code plus two. */
  readonly code: Uint16Array;
}

/** Changes to custom fields, any number a row. */
export interface FieldColumns {
  readonly names: readonly string[];
  /** Where each row's changes begin in `name` and `change`; one more at the end. */
  readonly starts: Uint32Array;
  /** The code of the field's name. */
  readonly name: Uint16Array;
  /** 0: emptied. 1: filled. 2: came filled with the hand-off that the row is. */
  readonly change: Uint8Array;
}

/** Findings of qualification, one a row. */
export interface FindingColumn {
  /** Fields of qualification frameworks, as `meddic.champion`. */
  readonly fields: readonly string[];
  /** Field code plus one. */
  readonly code: Uint16Array;
  /** 1 where it was found out, 0 where it was taken back. */
  readonly known: Uint8Array;
}
