import { auc } from '../measure/auc.js';
import { checkLabels, checkOption, type Numbers } from '../measure/given.js';
import { seeded } from './seeded.js';

/** What is left of the area under the curve when the outcomes were dealt anew. */
export interface ShuffledAuc {
  /** Of each draw that had one. */
  readonly aucs: readonly number[];
  /** About 0.5 where nothing of the test was known beforehand. */
  readonly mean: number;
  /** How far from 0.5 the mean strays by chance: one standard error, from the counts of wins and losses tested. */
  readonly error: number;
  /** Whether the mean is more than three such errors above 0.5: then outcomes of the test leak into what is tested. */
  readonly leaks: boolean;
}

/** Fisher and Yates, from the end; the same deal for the same seed. */
const dealt = (label: Uint8Array, below: (n: number) => number): Uint8Array => {
  const deal = label.slice();
  for (let last = deal.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    const kept = deal[last] ?? 0;
    deal[last] = deal[other] ?? 0;
    deal[other] = kept;
  }
  return deal;
};

/** The variance of the area where scores and outcomes have nothing to do with each other (Mann and Whitney 1947). */
const varianceOf = (label: Numbers): number => {
  let wins = 0;
  for (let row = 0; row < label.length; row += 1) wins += label[row] ?? 0;
  return (label.length + 1) / (12 * wins * (label.length - wins));
};

/**
 * Deals the outcomes anew, has everything done again, split, bins, fit and test, and looks what the test still finds. It
 * proves the way of testing, not the points: whatever is found above 0.5 was let in by the test itself. Null where no draw could
 * be tested.
 *
 * @param label - Of all rows.
 * @param run - Fits and tests with these labels instead; the scores of the rows tested on with their labels as dealt, or null
 *   where nothing could be fitted.
 * @param drawing - `draws` from 1 to 1,000; 5 unless told.
 */
export const shuffledLabelAuc = (
  label: Uint8Array,
  run: (dealt: Uint8Array) => { readonly scores: Numbers; readonly label: Numbers } | null,
  { seed, draws = 5 }: { readonly seed: number; readonly draws?: number },
): ShuffledAuc | null => {
  checkLabels(label, 'label', label);
  checkOption('draws', draws, 1, 1000);
  const chance = seeded(seed, 'shuffled labels');
  const aucs: number[] = [];
  let variance = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const tested = run(dealt(label, chance.below));
    const area = tested === null ? null : auc(tested.scores, tested.label);
    if (tested === null || area === null) continue;
    aucs.push(area);
    variance += varianceOf(tested.label);
  }
  if (aucs.length === 0) return null;
  const mean = aucs.reduce((sum, area) => sum + area, 0) / aucs.length;
  const error = Math.sqrt(variance) / aucs.length;
  return { aucs, mean, error, leaks: mean - 0.5 > 3 * error };
};
