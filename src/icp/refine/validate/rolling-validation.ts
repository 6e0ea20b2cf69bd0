import type { Result } from '../../../kernel/result.js';
import type { OutcomeTable } from '../data/outcome-table.js';
import type { FitOptions } from '../fit/fit-points.js';
import { rollingOrigin } from './rolling-origin.js';
import { trial, type Trial } from './trial.js';

/** One step of the way: what everything before `border` taught, tested on what came after it. */
export interface RollingStep {
  readonly border: number | null;
  readonly older: number;
  readonly newer: number;
  readonly leftOut: number;
  /** The reasons, where nothing could be fitted to the rows before the border. */
  readonly trial: Result<Trial>;
}

/**
 * How the same way of fitting would have done, had it been used all along: binned, fitted and tested anew at each border of
 * {@link rollingOrigin}. One good test can be luck; a row of them that holds is not.
 *
 * @param options - As for `fitPoints`, with agreed points for each row of the table; `folds` from 1 to 50, 4 unless told.
 */
export const rollingValidation = (
  table: OutcomeTable,
  { folds = 4, ...options }: FitOptions & { readonly folds?: number },
): readonly RollingStep[] =>
  rollingOrigin(table, folds).map((split) => ({
    border: split.border,
    older: split.older.length,
    newer: split.newer.length,
    leftOut: split.leftOut,
    trial: trial(table, split, options),
  }));
