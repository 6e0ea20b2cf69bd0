import { CHANNELS } from '../paths.js';
import { CONVERSION, START, WIDTH } from './counts.js';

/** The chain solved anew without each channel, by Gauss's elimination in floating point: what effects are by their words. */
export const solvedWithoutEach = (counts: Float64Array): readonly number[] => {
  const all = conversion(counts, -1);
  return Array.from({ length: CHANNELS }, (_, channel) => 1 - conversion(counts, channel) / all);
};

const conversion = (counts: Float64Array, without: number): number => {
  const size = CHANNELS + 1;
  const rows = Array.from({ length: size }, (_, i) => {
    const row = counts.subarray(i * WIDTH, (i + 1) * WIDTH);
    const all = row.reduce((sum, count) => sum + count, 0);
    const to = Array.from({ length: size }, (_, j) => (i === j ? 1 : 0) - (j === START || j === without ? 0 : (row[j] ?? 0) / all));
    return [...to, (row[CONVERSION] ?? 0) / all];
  });
  for (let k = 0; k < size; k += 1) {
    const pivot = rows[k] ?? [];
    for (let i = 0; i < size; i += 1) {
      const row = rows[i] ?? [];
      const factor = (row[k] ?? 0) / (pivot[k] ?? 1);
      if (i !== k && factor !== 0) for (let j = k; j <= size; j += 1) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  }
  const start = rows[START] ?? [];
  return (start[size] ?? 0) / (start[START] ?? 1);
};
