import { EVENT_TYPES } from '../vocabulary/event.js';
import type { EventColumns } from './columns.js';
import { STAGE_BITS, type LifecycleTable } from './table.js';

/** What became of every event, and where every lead ended. */
export interface BulkReplay {
  /** One byte an event: the stage after in the lower seven bits, and `REFUSED` where the agreed life refuses the step. */
  readonly verdicts: Uint8Array;
  /** One byte a lead: its last stage, 0 for `start`. */
  readonly final: Uint8Array;
}

/**
 * `replay` for millions of events: the same judgement from columns, without visits and words. The rows of one lead are
 * in order; rows of different leads may be mixed or grouped by lead, which is faster.
 *
 * Throws a `RangeError` where the columns differ in length or a row holds a number that the table does not have.
 */
export const replayMany = (table: LifecycleTable, columns: EventColumns): BulkReplay => {
  const { lead, event, guards, enters, leads } = columns;
  const rows = lead.length;
  if (event.length !== rows || guards.length !== rows || (enters !== undefined && enters.length !== rows)) {
    throw new RangeError('columns differ in length');
  }
  const verdicts = new Uint8Array(rows);
  const final = new Uint8Array(leads);
  const { cells, guardBits, unknown } = table;
  const states = table.stages.length;
  const named = unknown + 1;
  // A lead's stage stays in a local for as long as its rows follow each other.
  let [current, stage, strange] = [0, 0, 0];
  for (let row = 0; row < rows; row += 1) {
    const whose = lead[row] ?? 0;
    const type = event[row] ?? 0;
    const bits = guards[row] ?? 0;
    const into = enters === undefined ? 0 : (enters[row] ?? 0);
    strange |= (bits >> guardBits) | Number(type >= EVENT_COUNT) | Number(into > unknown) | Number(whose >= leads);
    if (whose !== current) {
      final[current] = stage;
      current = whose;
      stage = final[whose] ?? 0;
    }
    const cell = cells[(((type * named + into) << guardBits) | bits) * states + stage] ?? 0;
    stage = cell & STAGE_BITS;
    verdicts[row] = cell;
  }
  if (strange !== 0) throw new RangeError(`row ${String(firstStrange(table, columns))} holds a number that the table does not have`);
  final[current] = stage;
  return { verdicts, final };
};

const EVENT_COUNT = EVENT_TYPES.length;

const firstStrange = ({ guardBits, unknown }: LifecycleTable, { lead, event, guards, enters, leads }: EventColumns): number =>
  lead.findIndex(
    (whose, row) =>
      whose >= leads || (event[row] ?? 0) >= EVENT_COUNT || (guards[row] ?? 0) >> guardBits !== 0 || (enters?.[row] ?? 0) > unknown,
  );
