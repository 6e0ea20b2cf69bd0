import type { ClockColumns } from 'revpact/sla';
import { DAY, FROM, MINUTE } from '../calendar/office.js';
import { numbers, wholeMinutes } from '../calendar/questions.js';

/** They are judged as of a Wednesday at 15:00 in New York. */
export const AS_OF = Date.UTC(2022, 5, 15, 19);

/** A quarter of an hour, an hour, four, a working day, three: what sales teams promise. */
const TARGETS = [15, 60, 240, 480, 1440];

/** How much of the promise's own time people take: most in good time, some late, and some never answer. */
const delayOf = (chance: number, minutes: number): number => (chance < 0.7 ? minutes * 0.6 * chance : minutes * 3 * chance) * MINUTE;

/** Clocks of two and a half years, in the order of no calendar, those of the last days still running. */
export const clocks = (size: number): ClockColumns => {
  const next = numbers(11);
  const startedAt = new Float64Array(size);
  const targetOpenMs = new Float64Array(size);
  const stoppedAt = new Float64Array(size).fill(NaN);
  for (let row = 0; row < size; row += 1) {
    const start = wholeMinutes(FROM + next() * (AS_OF - FROM));
    const minutes = TARGETS[Math.floor(next() * TARGETS.length)] ?? 60;
    const chance = next();
    startedAt[row] = start;
    targetOpenMs[row] = minutes * MINUTE;
    if (chance < 0.9) stoppedAt[row] = start + wholeMinutes(delayOf(chance, minutes) * 3);
  }
  return { rows: size, startedAt, targetOpenMs, stoppedAt };
};

/** The same clocks; one in five is held once, twice or three times, for up to two days, some of them still. */
export const heldClocks = (size: number): ClockColumns => {
  const next = numbers(13);
  const plain = clocks(size);
  const starts = new Uint32Array(size + 1);
  const from: number[] = [];
  const until: number[] = [];
  for (let row = 0; row < size; row += 1) {
    const times = next() < 0.2 ? 1 + Math.floor(next() * 3) : 0;
    let at = plain.startedAt[row] ?? 0;
    for (let i = 0; i < times; i += 1) {
      at += wholeMinutes(next() * DAY) + MINUTE;
      from.push(at);
      at += wholeMinutes(next() * 2 * DAY) + MINUTE;
      until.push(i === times - 1 && next() < 0.1 ? NaN : at);
    }
    starts[row + 1] = from.length;
  }
  return { ...plain, pauses: { starts, from: Float64Array.from(from), until: Float64Array.from(until) } };
};

/** The first rows of columns, for peers that are given fewer. */
export const firstRows = ({ startedAt, targetOpenMs, stoppedAt, pauses }: ClockColumns, rows: number): ClockColumns => ({
  rows,
  startedAt: startedAt.subarray(0, rows),
  targetOpenMs: targetOpenMs.subarray(0, rows),
  stoppedAt: stoppedAt.subarray(0, rows),
  ...(pauses === undefined
    ? {}
    : { pauses: { starts: pauses.starts.subarray(0, rows + 1), from: pauses.from.subarray(0, pauses.starts[rows]), until: pauses.until.subarray(0, pauses.starts[rows]) } }),
});

/** What every engine says of each clock: whether it is met, late, open or owed, when it is due, how much of it ran. */
export interface Judged {
  /** 0 owed, 1 met, 2 answered late, 3 breached and open, 4 held. */
  readonly state: Uint8Array;
  readonly dueAt: Float64Array;
  readonly ranOpenMs: Float64Array;
}

export const OWED = 0;
export const MET = 1;
export const LATE = 2;
export const OVERDUE = 3;
export const HELD = 4;

/** One byte of all three. */
export const bytesOfJudged = ({ state, dueAt, ranOpenMs }: Judged): Uint8Array => {
  const bytes = new Uint8Array(state.length);
  for (let row = 0; row < bytes.length; row += 1) {
    const due = dueAt[row] ?? NaN;
    bytes[row] = (state[row] ?? 0) + 5 * (Number.isNaN(due) ? 17 : due % 251) + 7 * ((ranOpenMs[row] ?? 0) % 241);
  }
  return bytes;
};
