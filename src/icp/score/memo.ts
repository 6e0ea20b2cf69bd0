import type { Judge, ScoreReason } from './judge.js';
import type { ListPlaces } from './list-places.js';
import { LONGEST_TEXT, type Value } from './value.js';

/** How many different values one memory holds, and how many subjects it takes at least to fill one that is of use. */
export const MOST_KEPT = 1024;
export const WORTH_KEEPING = 2 * MOST_KEPT;
/** Smaller whole numbers are found by their place. */
const SMALL = 4096;

/**
 * What was found for a value of the one attribute that a criterion asks is found again without asking: most attributes have
 * few different values over many accounts, and reasons with their words are then made once for each. Attributes whose values
 * seldom come back are asked anew each time. What is kept is frozen, because many share it.
 *
 * A record and not a function: one function over many records of one form is what engines make fast.
 */
export interface Memory {
  readonly judge: (value: Value) => ScoreReason;
  /** Which of the criteria this is. */
  readonly place: number;
  readonly lists: ListPlaces;
  yes: ScoreReason | undefined;
  no: ScoreReason | undefined;
  unknown: ScoreReason | undefined;
  readonly small: (ScoreReason | undefined)[];
  readonly others: Map<string | number, ScoreReason>;
  room: number;
}

export const memoryOf = (judge: NonNullable<Judge['ofValue']>, place: number, lists: ListPlaces): Memory => ({
  judge,
  place,
  lists,
  yes: undefined,
  no: undefined,
  unknown: undefined,
  small: [],
  others: new Map(),
  room: MOST_KEPT,
});

/** What was found for a value before. */
export const recalled = (memory: Memory, value: Value): ScoreReason | undefined => {
  if (typeof value === 'string') return memory.others.get(value);
  if (typeof value === 'number') {
    if (value >>> 0 === value && value < SMALL) return value < memory.small.length ? memory.small[value] : undefined;
    return memory.others.size === 0 ? undefined : memory.others.get(value);
  }
  if (value === true) return memory.yes;
  if (value === false) return memory.no;
  return value === null || value === undefined ? memory.unknown : memory.lists(value)?.found[memory.place];
};

/** Asks what was not found before, and keeps it; nothing of the first subject, which may be the only one. */
export const found = (memory: Memory, value: Value, asked: number): ScoreReason => {
  const reason = memory.judge(value);
  if (asked === 1) return reason;
  if (value === true) memory.yes = lasting(reason);
  else if (value === false) memory.no = lasting(reason);
  else if (value === null || value === undefined) memory.unknown = lasting(reason);
  else if (typeof value === 'object') {
    const at = memory.lists(value);
    if (at !== null) at.found[memory.place] = lasting(reason);
  } else keep(memory, value, reason, asked);
  return reason;
};

const keep = (memory: Memory, value: string | number, reason: ScoreReason, asked: number): void => {
  const { small, others } = memory;
  if (typeof value === 'string' && value.length > LONGEST_TEXT) return;
  if (memory.room === 0) {
    // Filled in no time: what comes next will be another still.
    if (asked >= WORTH_KEEPING) return;
    others.clear();
    small.length = 0;
    memory.room = -1;
  }
  if (memory.room < 0) return;
  memory.room -= 1;
  if (typeof value === 'string' || value >>> 0 !== value || value >= SMALL) others.set(value, lasting(reason));
  else {
    for (let i = small.length; i <= value; i += 1) small.push(undefined);
    small[value] = lasting(reason);
  }
};

/**
 * A copy to keep: engines that see what is made in one place live long make all that is made there to last. Field by field,
 * because copies made by `...` and frozen are each of a form of their own to an engine, and slow to read.
 */
export const lasting = ({ criterion, points, holds, why }: ScoreReason): ScoreReason => Object.freeze({ criterion, points, holds, why });
