import { RevpactError } from '../../../kernel/issue.js';
import { refineIssue } from '../issues.js';
import { checkNumbers, checkOption, type Numbers } from './given.js';

/**
 * Where values are cut into about equal parts, for counting with {@link countsBetween}: each cut is the lowest value of the
 * part above it. Rows with one value stay together, so there may be fewer parts than asked for.
 *
 * @param parts - 1 to 100.
 * @example
 * ```ts
 * import { countsBetween, scoreCuts } from 'revpact/icp/refine';
 *
 * const cuts = scoreCuts([1, 2, 3, 4, 5, 5, 5, 5], 4);
 * cuts // => [3, 5]
 * countsBetween([0, 3, 4, 9], cuts) // => [1, 2, 1]
 * ```
 */
export const scoreCuts = (scores: Numbers, parts = 10): readonly number[] => {
  checkNumbers(scores, 'scores');
  checkOption('parts', parts, 1, 100);
  const sorted = Float64Array.from(scores).sort();
  const cuts: number[] = [];
  let reached = 0;
  for (let row = 1; row < sorted.length; row += 1) {
    if (sorted[row] === sorted[row - 1]) continue;
    const full = Math.floor((row * parts) / sorted.length);
    if (full <= reached) continue;
    reached = full;
    cuts.push(sorted[row] ?? NaN);
  }
  return cuts;
};

const checkCuts = (cuts: readonly number[]): void => {
  checkNumbers(cuts, 'cuts');
  const issues = cuts.flatMap((cut, i) => (i > 0 && cut <= (cuts[i - 1] ?? -Infinity) ? [refineIssue('cuts_out_of_order', { cut: i }, ['cuts', i])] : []));
  if (issues.length > 0) throw new RevpactError(issues);
};

/**
 * How many values lie below the first cut, from each cut to the next, and from the last upwards. A value that is no number
 * counts nowhere. Cuts ascend, or a `RevpactError` says which does not.
 */
export const countsBetween = (scores: Numbers, cuts: readonly number[]): readonly number[] => {
  checkCuts(cuts);
  const counts = new Array<number>(cuts.length + 1).fill(0);
  for (let row = 0; row < scores.length; row += 1) {
    const score = scores[row] ?? NaN;
    if (Number.isNaN(score)) continue;
    let low = 0;
    let high = cuts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cuts[middle] ?? NaN) <= score) low = middle + 1;
      else high = middle;
    }
    counts[low] = (counts[low] ?? 0) + 1;
  }
  return counts;
};
