import type { LogColumns } from '../../vocabulary/log-columns.js';
import { STAGE_BITS, STEP } from '../table.js';
import type { FoldedLog } from './fold.js';

/**
 * By place in the order, 1 where a refusal is nobody's: the row is tied, or a tied row before it moved the lead and none
 * since that is not has said where it is. Null where nothing is tied. Only leads with ties are walked, a second time.
 */
export const undecidedIn = (log: Pick<LogColumns, 'lead' | 'type'>, { table, order, cell, left }: FoldedLog): Uint8Array | null => {
  const { rows, starts, ties } = order;
  if (ties.length === 0) return null;
  const { cells, offsets, guardBits, stages, unknown } = table;
  const isTied = new Uint8Array(rows.length);
  const leads = new Set<number>();
  for (const row of ties) {
    isTied[row] = 1;
    leads.add(log.lead[row] ?? 0);
  }
  const undecided = new Uint8Array(rows.length);
  for (const lead of leads) {
    const end = starts[lead + 1] ?? 0;
    let [stage, unclear] = [0, false];
    for (let i = starts[lead] ?? 0; i < end; i += 1) {
      const row = rows[i] ?? 0;
      const tied = isTied[row] === 1;
      const leaves = left === null ? 0 : (left[i] ?? 0);
      if (leaves !== 0) {
        unclear = tied && (unclear || leaves !== stage);
        stage = leaves;
      }
      undecided[i] = tied || unclear ? 1 : 0;
      const base = cell[i] ?? 0;
      const found = cells[base + stage] ?? 0;
      stage = found & STAGE_BITS;
      const code = log.type[row] ?? 0;
      const enters = ((base - (offsets[code] ?? 0)) / stages.length) >> (guardBits[code] ?? 0);
      if (tied) unclear ||= (found & STEP) !== 0;
      else if (enters !== 0 && enters !== unknown) unclear = false;
    }
  }
  return undecided;
};
