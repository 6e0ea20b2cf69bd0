import type { Judge, ScoreReason } from './judge.js';
import { lasting, MOST_KEPT, WORTH_KEEPING } from './memo.js';
import { attributeReader, type Subject } from './subject.js';
import { LONGEST_TEXT, type Value } from './value.js';

/** The values of more attributes together are seldom met twice. */
const MOST_ATTRIBUTES = 4;

/** Values one after the other, and what was found for them. */
interface Branch {
  next: Map<Value, Branch> | null;
  found: ScoreReason | undefined;
}

/** As `Memory`, of a criterion that asks a few attributes together, or one in several ways. Where it asks many, nothing is kept. */
export const together = ({ judge, asks }: Judge, asked: () => number): ((subject: Subject) => ScoreReason) => {
  const attributes = asks ?? [];
  if (attributes.length === 0 || attributes.length > MOST_ATTRIBUTES) return judge;
  const readers = attributes.map(attributeReader);
  const first: Branch = { next: null, found: undefined };
  let room = MOST_KEPT;

  const onwards = (here: Branch, value: Value): Branch | null => {
    if (typeof value === 'object' ? value !== null : typeof value === 'string' && value.length > LONGEST_TEXT) return null;
    if (room <= 0) {
      // Filled in no time: what comes next will be another still.
      if (asked() < WORTH_KEEPING) {
        room = -1;
        first.next = null;
      }
      return null;
    }
    room -= 1;
    const made: Branch = { next: null, found: undefined };
    here.next ??= new Map();
    here.next.set(value, made);
    return made;
  };
  return (subject) => {
    if (room < 0 || asked() === 1) return judge(subject);
    let here = first;
    for (const read of readers) {
      const value = read(subject);
      const next = here.next?.get(value) ?? onwards(here, value);
      if (next === null) return judge(subject);
      here = next;
    }
    return (here.found ??= lasting(judge(subject)));
  };
};
