import { binFeatures } from '../bins/bin-features.js';
import type { OutcomeTable } from '../data/outcome-table.js';
import { takeRows } from '../data/subset.js';
import { fitPoints, type FitOptions } from '../fit/fit-points.js';
import { scoreRows } from '../fit/score-rows.js';
import type { Split } from './border.js';
import { shuffledLabelAuc, type ShuffledAuc } from './shuffled-label.js';
import { agreedOn } from './trial.js';

/**
 * {@link shuffledLabelAuc} over the way in which points are fitted and tested here: bins, weights and test with outcomes dealt
 * anew. About 0.5, or the test knows what it should not.
 *
 * @param options - As for `fitPoints`; give `lambda`, or each draw looks for its own. `seed`, and `draws` from 1 to 1,000; 5 unless told.
 */
export const shuffledTrial = (
  table: OutcomeTable,
  { older, newer }: Pick<Split, 'older' | 'newer'>,
  { seed, draws, ...options }: FitOptions & { readonly seed: number; readonly draws?: number },
): ShuffledAuc | null => {
  const agreed = options.agreed === undefined ? {} : { agreed: agreedOn(options.agreed, older) };
  return shuffledLabelAuc(
    table.label,
    (dealt) => {
      const learned = takeRows({ ...table, label: dealt }, older);
      const fitted = fitPoints(learned, binFeatures(learned), { ...options, ...agreed });
      if (!fitted.ok) return null;
      const tested = takeRows({ ...table, label: dealt }, newer);
      return { scores: scoreRows(fitted.value, tested), label: tested.label };
    },
    { seed, ...(draws === undefined ? {} : { draws }) },
  );
};
