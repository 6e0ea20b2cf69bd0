import { STAGE_BITS } from '../table.js';
import type { FoldedLog } from './fold.js';

/** What became of every event, and where every lead ended. */
export interface BulkVerdicts {
  /** By row of the log, one byte: the stage after in the lower seven bits, and `REFUSED` where the agreed life refuses the step. */
  readonly verdicts: Uint8Array;
  /** By lead, one byte: its last stage, 0 for `start`. */
  readonly final: Uint8Array;
}

/** The verdicts alone, of a log that is folded. */
export const judgeMany = ({ table, order, cell, left }: FoldedLog): BulkVerdicts => {
  const { cells } = table;
  const { rows, starts } = order;
  const verdicts = new Uint8Array(rows.length);
  const final = new Uint8Array(starts.length - 1);
  for (let lead = 0; lead < final.length; lead += 1) {
    const end = starts[lead + 1] ?? 0;
    let stage = 0;
    for (let i = starts[lead] ?? 0; i < end; i += 1) {
      if (left !== null && left[i] !== 0) stage = left[i] ?? 0;
      const verdict = cells[(cell[i] ?? 0) + stage] ?? 0;
      stage = verdict & STAGE_BITS;
      verdicts[rows[i] ?? 0] = verdict;
    }
    final[lead] = stage;
  }
  return { verdicts, final };
};
