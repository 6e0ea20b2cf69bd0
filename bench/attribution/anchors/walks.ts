import { CHANNELS } from '../paths.js';
import { CONVERSION, START, WIDTH } from './counts.js';

const SLOTS = 16;
const ROWS = CHANNELS + 1;

/**
 * Walks at their fastest: alias tables (one look-up a step, whatever the number of channels), a random number of a few
 * instructions, the channels of a walk as bits, and one tally a set of channels. All removal effects come out of one run.
 */
export const walkedByAlias = (counts: Float64Array, walks: number): readonly number[] => {
  const { limit, other } = aliasTables(counts);
  const converted = new Int32Array(2 ** CHANNELS);
  let [a, b, c, d] = [1, 2, 3, 4];
  for (let walk = 0; walk < walks; walk += 1) {
    let [state, visited] = [START, 0];
    for (;;) {
      const turned = Math.imul(b, 5);
      const bits = Math.imul((turned << 7) | (turned >>> 25), 9) >>> 0;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      const slot = bits >>> 28;
      const at = state * SLOTS + slot;
      const next = (bits & 0xfffffff) / 0x10000000 < (limit[at] ?? 0) ? slot : (other[at] ?? 0);
      if (next >= CONVERSION) {
        if (next === CONVERSION) converted[visited] = (converted[visited] ?? 0) + 1;
        break;
      }
      visited |= 1 << next;
      state = next;
    }
  }
  const all = converted.reduce((sum, often) => sum + often, 0);
  return Array.from({ length: CHANNELS }, (_, channel) => converted.reduce((sum, often, visited) => ((visited >> channel) & 1) === 1 ? sum + often : sum, 0) / all);
};

const aliasTables = (counts: Float64Array): { readonly limit: Float64Array; readonly other: Int32Array } => {
  const limit = new Float64Array(ROWS * SLOTS);
  const other = new Int32Array(ROWS * SLOTS);
  for (let row = 0; row < ROWS; row += 1) {
    const all = rowOf(counts, row).reduce((sum, count) => sum + count, 0);
    const mass = Array.from({ length: SLOTS }, (_, slot) => ((slot < WIDTH ? (counts[row * WIDTH + slot] ?? 0) : 0) / all) * SLOTS);
    const small = mass.flatMap((one, slot) => (one < 1 ? [slot] : []));
    const large = mass.flatMap((one, slot) => (one < 1 ? [] : [slot]));
    while (small.length > 0 && large.length > 0) {
      const [poor = 0, rich = 0] = [small.pop(), large.pop()];
      limit[row * SLOTS + poor] = mass[poor] ?? 0;
      other[row * SLOTS + poor] = rich;
      mass[rich] = (mass[rich] ?? 0) + (mass[poor] ?? 0) - 1;
      ((mass[rich] ?? 0) < 1 ? small : large).push(rich);
    }
    for (const slot of [...small, ...large]) {
      limit[row * SLOTS + slot] = 1;
      other[row * SLOTS + slot] = slot;
    }
  }
  return { limit, other };
};

const rowOf = (counts: Float64Array, row: number): Float64Array => counts.subarray(row * WIDTH, (row + 1) * WIDTH);

/** Walks as they are usually written: a running sum is searched at every step, and each channel of a converted walk is ticked. */
export const walkedBySums = (counts: Float64Array, walks: number): readonly number[] => {
  const sums = new Float64Array(ROWS * WIDTH);
  for (let row = 0; row < ROWS; row += 1) {
    const all = rowOf(counts, row).reduce((sum, count) => sum + count, 0);
    let sum = 0;
    for (let to = 0; to < WIDTH; to += 1) sums[row * WIDTH + to] = sum += (counts[row * WIDTH + to] ?? 0) / all;
  }
  const [visited, ticks] = [new Uint8Array(CHANNELS), new Float64Array(CHANNELS)];
  let converted = 0;
  for (let walk = 0; walk < walks; walk += 1) {
    let state = START;
    visited.fill(0);
    for (;;) {
      const drawn = Math.random();
      let next = 0;
      while (next < WIDTH - 1 && (sums[state * WIDTH + next] ?? 1) <= drawn) next += 1;
      if (next >= CONVERSION) {
        if (next === CONVERSION) {
          converted += 1;
          for (let channel = 0; channel < CHANNELS; channel += 1) ticks[channel] = (ticks[channel] ?? 0) + (visited[channel] ?? 0);
        }
        break;
      }
      visited[next] = 1;
      state = next;
    }
  }
  return Array.from(ticks, (often) => often / converted);
};
