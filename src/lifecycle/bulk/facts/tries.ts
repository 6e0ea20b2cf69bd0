import { NONE, type Course } from './course.js';

/** What people of each party, by its code, have tried since the lead in hand was last delivered. */
export interface Tries {
  /** Another lead, or another delivery: nobody has tried anything yet. */
  readonly begin: () => void;
  /** A person of the party tried at this place of the log. */
  readonly add: (party: number, place: number) => void;
  readonly count: (party: number) => number;
  /** By how many different channels; those that the log does not tell are none. */
  readonly channels: (party: number) => number;
  /** The place of the first, or `NONE`. */
  readonly first: (party: number) => number;
}

/** Counters that are not emptied but outdated: each remembers in which spell it was last written. */
export const triesIn = ({ log, details, rows }: Course): Tries => {
  const perParty = (): Float64Array => new Float64Array(log.parties.length);
  const [counts, different, firsts, writtenIn] = [perParty(), perParty(), perParty(), perParty()];
  /** By party and channel, the spell in which the party last tried by it. */
  const byChannel = new Map<number, number>();
  const { channel } = details;
  const width = (channel?.words.length ?? 0) + 1;
  let spell = 0;
  const now = (values: Float64Array, party: number, none: number): number => (writtenIn[party] === spell ? (values[party] ?? none) : none);
  return {
    begin: () => {
      spell += 1;
    },
    add: (party, place) => {
      const [count, channels, first] = [now(counts, party, 0), now(different, party, 0), now(firsts, party, place)];
      const code = channel?.code[rows[place] ?? 0] ?? 0;
      const isNew = code > 0 && byChannel.get(party * width + code) !== spell;
      if (isNew) byChannel.set(party * width + code, spell);
      counts[party] = count + 1;
      different[party] = channels + (isNew ? 1 : 0);
      firsts[party] = first;
      writtenIn[party] = spell;
    },
    count: (party) => now(counts, party, 0),
    channels: (party) => now(different, party, 0),
    first: (party) => now(firsts, party, NONE),
  };
};
