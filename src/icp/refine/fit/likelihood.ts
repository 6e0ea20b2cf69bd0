import type { Design } from './design.js';
import { logOddsOf, surprise } from './design.js';

/** How likely the outcomes are under some weights, and which way uphill is. */
export interface Slope {
  /** Log-likelihood. */
  readonly height: number;
  readonly gradient: Float64Array;
  /** Minus the matrix of second derivatives, row by row; only its lower half is filled. */
  readonly curvature: Float64Array;
}

/** Rows at a time: few enough that a block of all columns stays near the processor. */
const BLOCK = 256;

/** One pass over the rows, in their order and in blocks of one size, so that the same rows give the same sums. */
export const slopeAt = (design: Design, label: Uint8Array, weights: Float64Array): Slope => {
  const size = design.codes.length + 1;
  const gradient = new Float64Array(size);
  const curvature = new Float64Array(size * size);
  const odds = logOddsOf(design, weights);
  const columns = Array.from({ length: size }, () => new Float64Array(BLOCK).fill(1));
  const weighted = new Float64Array(BLOCK);
  const spread = new Float64Array(BLOCK);
  const miss = new Float64Array(BLOCK);
  let height = 0;
  for (let from = 0; from < design.rows; from += BLOCK) {
    const rows = Math.min(BLOCK, design.rows - from);
    fill(design, from, rows, columns);
    for (let i = 0; i < rows; i += 1) {
      const eta = odds[from + i] ?? 0;
      const won = label[from + i] ?? 0;
      const small = Math.exp(-Math.abs(eta));
      const chance = eta >= 0 ? 1 / (1 + small) : small / (1 + small);
      height -= surprise(eta, won === 1);
      miss[i] = won - chance;
      spread[i] = small / ((1 + small) * (1 + small));
    }
    for (let j = 0; j < size; j += 1) {
      const column = columns[j] ?? weighted;
      gradient[j] = (gradient[j] ?? 0) + dot(miss, column, rows);
      for (let i = 0; i < rows; i += 1) weighted[i] = (spread[i] ?? 0) * (column[i] ?? 0);
      for (let k = 0; k <= j; k += 1) curvature[j * size + k] = (curvature[j * size + k] ?? 0) + dot(weighted, columns[k] ?? weighted, rows);
    }
  }
  return { height, gradient, curvature };
};

const fill = ({ codes, evidence }: Design, from: number, rows: number, columns: readonly Float64Array[]): void => {
  for (let feature = 0; feature < codes.length; feature += 1) {
    const [of, table, into] = [codes[feature], evidence[feature], columns[feature + 1]];
    if (of === undefined || table === undefined || into === undefined) throw new Error('a feature without its column');
    for (let i = 0; i < rows; i += 1) into[i] = table[of[from + i] ?? 0] ?? 0;
  }
};

/** Four sums side by side, always the same four: the processor need not wait for one to end before it adds the next. */
const dot = (a: Float64Array, b: Float64Array, length: number): number => {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  const whole = length - (length % 4);
  for (let i = 0; i < whole; i += 4) {
    s0 += (a[i] ?? 0) * (b[i] ?? 0);
    s1 += (a[i + 1] ?? 0) * (b[i + 1] ?? 0);
    s2 += (a[i + 2] ?? 0) * (b[i + 2] ?? 0);
    s3 += (a[i + 3] ?? 0) * (b[i + 3] ?? 0);
  }
  for (let i = whole; i < length; i += 1) s0 += (a[i] ?? 0) * (b[i] ?? 0);
  return s0 + s1 + (s2 + s3);
};
