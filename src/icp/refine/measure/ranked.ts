import type { Numbers } from './given.js';

/**
 * Outcomes by score, best first; rows with one score stand together. Every measure is made from this, in this one order:
 * so none depends on the order of the rows, to the last bit, and counts stay whole.
 */
export interface Ranked {
  /** The different scores, descending. */
  readonly values: Float64Array;
  readonly wins: Float64Array;
  readonly losses: Float64Array;
  readonly totalWins: number;
  readonly totalLosses: number;
}

const scoresOf = (scores: Numbers, label: Numbers, outcome: 0 | 1): Float64Array => {
  const picked = new Float64Array(label.length);
  let count = 0;
  for (let row = 0; row < label.length; row += 1) {
    if (label[row] !== outcome) continue;
    picked[count] = scores[row] ?? NaN;
    count += 1;
  }
  return picked.subarray(0, count).sort();
};

/** Two sorted lists are merged from their upper ends: no comparing function is called, and each row is looked at once. */
export const rank = (scores: Numbers, label: Numbers): Ranked => {
  const won = scoresOf(scores, label, 1);
  const lost = scoresOf(scores, label, 0);
  const values = new Float64Array(label.length);
  const wins = new Float64Array(label.length);
  const losses = new Float64Array(label.length);
  let groups = 0;
  let w = won.length;
  let l = lost.length;
  while (w > 0 || l > 0) {
    // Zero has one sign here: the two are one score.
    const value = Math.max(won[w - 1] ?? -Infinity, lost[l - 1] ?? -Infinity) + 0;
    values[groups] = value;
    while (w > 0 && won[w - 1] === value) {
      w -= 1;
      wins[groups] = (wins[groups] ?? 0) + 1;
    }
    while (l > 0 && lost[l - 1] === value) {
      l -= 1;
      losses[groups] = (losses[groups] ?? 0) + 1;
    }
    groups += 1;
  }
  return {
    values: values.subarray(0, groups),
    wins: wins.subarray(0, groups),
    losses: losses.subarray(0, groups),
    totalWins: won.length,
    totalLosses: lost.length,
  };
};

/** Which group of `values` (descending) a score is in; it is one of them. */
export const groupOf = (values: Float64Array, score: number): number => {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? NaN) > score) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** A sum over the groups, best first: `term(value, wins, losses)`. */
export const sumOver = (ranked: Ranked, term: (value: number, wins: number, losses: number) => number): number => {
  let sum = 0;
  for (let i = 0; i < ranked.values.length; i += 1) sum += term(ranked.values[i] ?? NaN, ranked.wins[i] ?? 0, ranked.losses[i] ?? 0);
  return sum;
};
