import type { PathColumns } from 'revpact/metrics';
import { CHANNELS } from '../paths.js';

/** Rows: the channels, then the start. Columns: the channels, then conversion, then the end without one. */
export const START = CHANNELS;
export const CONVERSION = CHANNELS;
export const WIDTH = CHANNELS + 2;

/** How often paths went from where to where. */
export const countsOf = ({ starts, codes, converted }: PathColumns): Float64Array => {
  const counts = new Float64Array((CHANNELS + 1) * WIDTH);
  const step = (from: number, to: number): void => {
    counts[from * WIDTH + to] = (counts[from * WIDTH + to] ?? 0) + 1;
  };
  for (let p = 0; p < converted.length; p += 1) {
    let state = START;
    for (let at = starts[p] ?? 0; at < (starts[p + 1] ?? 0); at += 1) {
      const next = codes[at] ?? 0;
      step(state, next);
      state = next;
    }
    step(state, converted[p] === 1 ? CONVERSION : CONVERSION + 1);
  }
  return counts;
};
