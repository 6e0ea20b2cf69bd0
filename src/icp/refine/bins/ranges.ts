import type { BinOf } from './bin.js';
import { roundestCut } from './cut.js';
import { mergeNeighbours } from './merge.js';

/** Quantiles at which numbers are cut before neighbours are merged. */
const QUANTILES = 40;
/** As many bins as people still read. */
export const MOST_BINS = 6;
/** A range holds at least so many of a hundred rows. */
const LEAST_PERCENT = 3;
/** Nothing is said on the strength of fewer rows. */
export const LEAST_ROWS = 30;

/**
 * Numbers as ranges: cut at forty quantiles (and where a single value takes as much as a fortieth, on either side of it), each
 * cut the roundest decimal between the values it parts; then merged by what became of them.
 */
export const rangesOf = (values: Float64Array, label: Uint8Array): readonly BinOf[] => {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  if (known.length === 0) return [];
  const cuts = cutsOf(known);
  const places = Float64Array.from(cuts, Number);
  const rows = new Int32Array(cuts.length + 1);
  const wins = new Int32Array(cuts.length + 1);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? NaN;
    if (Number.isNaN(value)) continue;
    const range = rangeAt(places, value);
    rows[range] = (rows[range] ?? 0) + 1;
    wins[range] = (wins[range] ?? 0) + (label[row] ?? 0);
  }
  const leastRows = Math.max(LEAST_ROWS, Math.ceil((values.length * LEAST_PERCENT) / 100));
  const counts = Array.from(rows, (all, range) => ({ rows: all, wins: wins[range] ?? 0 }));
  return mergeNeighbours(counts, { leastRows, most: MOST_BINS }).map(({ from, until }) => ({
    kind: 'range',
    from: cuts[from - 1] ?? null,
    below: cuts[until - 1] ?? null,
  }));
};

/** Which range a number is in: how many cuts it reaches. */
export const rangeAt = (cuts: Float64Array, value: number): number => {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
};

const cutsOf = (sorted: Float64Array): readonly string[] => {
  const cuts: string[] = [];
  for (const begin of beginnings(sorted)) {
    const cut = roundestCut(sorted[begin - 1] ?? NaN, sorted[begin] ?? NaN);
    if (cut !== null) cuts.push(cut);
  }
  return cuts;
};

/** Where, among sorted numbers, a value begins that a quantile falls on, and the one after it where it is frequent. */
const beginnings = (sorted: Float64Array): readonly number[] => {
  const found = new Set<number>();
  const distinct: number[] = [];
  for (let i = 1; i < sorted.length && distinct.length <= QUANTILES; i += 1) if (sorted[i] !== sorted[i - 1]) distinct.push(i);
  if (distinct.length <= QUANTILES) return distinct;
  for (let quantile = 1; quantile < QUANTILES; quantile += 1) {
    const value = sorted[Math.floor((quantile * sorted.length) / QUANTILES)] ?? NaN;
    const [begin, end] = [firstAtLeast(sorted, value, false), firstAtLeast(sorted, value, true)];
    found.add(begin);
    if ((end - begin) * QUANTILES >= sorted.length) found.add(end);
  }
  return [...found].filter((begin) => begin > 0 && begin < sorted.length).sort((a, b) => a - b);
};

/** The first position of a number that is at least the value, or `beyond` it. */
const firstAtLeast = (sorted: Float64Array, value: number, beyond: boolean): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = sorted[middle] ?? Infinity;
    if (at < value || (beyond && at === value)) low = middle + 1;
    else high = middle;
  }
  return low;
};
