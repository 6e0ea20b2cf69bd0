import { DAY, FROM, MINUTE, TO } from './office.js';

/** Two moments each, on whole minutes: the coarsest that a peer counts in. */
export interface Spans {
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** A moment each, and how much open time to add to it. */
export interface Additions {
  readonly from: Float64Array;
  readonly openMs: Float64Array;
}

/** The same numbers in every run, so that a shorter list is the beginning of a longer one. */
export const numbers = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const wholeMinutes = (ms: number): number => Math.floor(ms / MINUTE) * MINUTE;

/** Spans anywhere in the ten years, of `days` days on average. */
export const spans = (size: number, days: number): Spans => {
  const next = numbers(days);
  const from = new Float64Array(size);
  const to = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    const length = wholeMinutes(next() * 2 * days * DAY);
    const start = wholeMinutes(FROM + next() * (TO - FROM - 2 * days * DAY));
    from[i] = start;
    to[i] = start + length;
  }
  return { from, to };
};

/** One minute to six working days of open time, three on average, from anywhere in the ten years. */
export const additions = (size: number): Additions => {
  const next = numbers(7);
  const from = new Float64Array(size);
  const openMs = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    from[i] = wholeMinutes(FROM + next() * (TO - FROM - 30 * DAY));
    openMs[i] = (1 + Math.floor(next() * 6 * 8 * 60)) * MINUTE;
  }
  return { from, openMs };
};

/** One byte of each number that tells apart what is a millisecond apart. */
export const bytesOf = (results: Float64Array): Uint8Array => {
  const bytes = new Uint8Array(results.length);
  for (let i = 0; i < bytes.length; i += 1) {
    const value = results[i] ?? NaN;
    // NaN is a result too: not the byte of any likely number.
    bytes[i] = Number.isNaN(value) ? 255 : ((value % 251) + 251) % 251;
  }
  return bytes;
};
