import { solveChosen } from './cholesky.js';

/** How far below zero a slope counts as flat, in parts of what it is made of. */
const FLAT = 1e-10;

/**
 * The lowest point of ½·xᵀAx − bᵀx where no number but the first is below zero, after Lawson and Hanson (1974): those that
 * would be negative are held at zero, and let go again where that leads downhill.
 *
 * @param start - A point where none but the first is below zero.
 */
export const lowestNonNegative = (matrix: Float64Array, right: Float64Array, start: Float64Array): Float64Array => {
  const size = right.length;
  const x = start.slice();
  const free = new Uint8Array(size).fill(1);
  const refused = new Uint8Array(size);
  // Each round frees one of them or ends; the method is finite, the bound guards against rounding going in circles.
  for (let round = 0; round < 3 * size; round += 1) {
    settle(matrix, right, x, free);
    const next = steepest(matrix, right, x, (at) => free[at] === 0 && refused[at] === 0);
    if (next < 0) break;
    free[next] = 1;
    const trial = x.slice();
    settle(matrix, right, trial, free);
    if (free[next] === 0) refused[next] = 1;
    else refused.fill(0);
    x.set(trial);
  }
  return x;
};

/** To the lowest point of the free numbers; those that meet zero on the way stay there. */
const settle = (matrix: Float64Array, right: Float64Array, x: Float64Array, free: Uint8Array): void => {
  for (;;) {
    const chosen = Array.from(free.keys()).filter((at) => free[at] === 1);
    const goal = solveChosen(matrix, right.length, right, chosen);
    const blocked = chosen.flatMap((at, i) => {
      const [now, then] = [x[at] ?? 0, goal[i] ?? 0];
      return at > 0 && then <= 0 ? [{ at, part: now <= 0 ? 0 : now / (now - then) }] : [];
    });
    const part = blocked.reduce((least, one) => Math.min(least, one.part), 1);
    chosen.forEach((at, i) => {
      x[at] = (x[at] ?? 0) + part * ((goal[i] ?? 0) - (x[at] ?? 0));
    });
    if (blocked.length === 0) return;
    for (const { at, part: reach } of blocked) {
      if (reach > part) continue;
      x[at] = 0;
      free[at] = 0;
    }
  }
};

/** Of the numbers held at zero the one whose release leads downhill most; -1 where none does. */
const steepest = (matrix: Float64Array, right: Float64Array, x: Float64Array, held: (at: number) => boolean): number => {
  const size = right.length;
  let [best, found] = [0, -1];
  for (let at = 0; at < size; at += 1) {
    if (!held(at)) continue;
    let [downhill, scale] = [right[at] ?? 0, Math.abs(right[at] ?? 0)];
    for (let k = 0; k < size; k += 1) {
      const part = (k <= at ? (matrix[at * size + k] ?? 0) : (matrix[k * size + at] ?? 0)) * (x[k] ?? 0);
      downhill -= part;
      scale += Math.abs(part);
    }
    if (downhill <= best || downhill <= FLAT * scale) continue;
    best = downhill;
    found = at;
  }
  return found;
};
