import type { ScoreReason } from './judge.js';
import { LONGEST_TEXT } from './value.js';

/** Longer lists are seldom met twice. */
const LONGEST_LIST = 16;
/** How many places there are: one for each list, and for each beginning of one. */
const MOST_PLACES = 1024;

/** Where a list is kept, and what each of the criteria found for it. */
export interface ListPlace {
  next: Map<string, ListPlace> | null;
  readonly found: (ScoreReason | undefined)[];
}

/** Finds the place of a list by its words one after the other; null where it has none. */
export type ListPlaces = (list: readonly string[]) => ListPlace | null;

/**
 * Where the lists of one attribute are kept.
 *
 * @param asked - How many subjects were asked so far: all criteria that ask one of them find its list at once.
 */
export const listPlaces = (asked: () => number): ListPlaces => {
  const first: ListPlace = { next: null, found: [] };
  let room = MOST_PLACES;
  const placeOf = (list: readonly string[]): ListPlace | null => {
    if (list.length > LONGEST_LIST) return null;
    let here = first;
    for (const word of list) {
      let next = here.next?.get(word);
      if (next === undefined) {
        if (room === 0 || word.length > LONGEST_TEXT) return null;
        room -= 1;
        next = { next: null, found: [] };
        here.next ??= new Map();
        here.next.set(word, next);
      }
      here = next;
    }
    return here;
  };
  let last: readonly string[] | null = null;
  let at = 0;
  let place: ListPlace | null = null;
  return (list) => {
    // A list may be another the next time, though it is the same object.
    if (last === list && at === asked()) return place;
    last = list;
    at = asked();
    return (place = placeOf(list));
  };
};
