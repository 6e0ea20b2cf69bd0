import type { Instant } from '../../kernel/instant.js';
import { openAt, type OpenTable } from '../calendar/open-table.js';
import type { PauseColumns } from './columns.js';

/**
 * The run of one clock after another: the open time from its start, pauses left out. What `clock/run.ts` says of one clock,
 * over arrays that are used again for the next, so that millions of clocks leave nothing behind.
 */
export interface PausedRun {
  readonly from: Float64Array;
  readonly until: Float64Array;
  /** What had run when each pause began, and the paused open time until then; one more for after the last. */
  readonly ran: Float64Array;
  readonly paused: Float64Array;
  pauses: number;
  startOpenMs: number;
  /** When it was fulfilled, where nobody knows yet that it will be reopened; NaN otherwise. */
  answeredAt: number;
}

/** Room for the runs of clocks with at most so many pauses. */
export const roomFor = (mostPauses: number): PausedRun => ({
  from: new Float64Array(mostPauses),
  until: new Float64Array(mostPauses),
  ran: new Float64Array(mostPauses),
  paused: new Float64Array(mostPauses + 1),
  pauses: 0,
  startOpenMs: 0,
  answeredAt: NaN,
});

/** Fills in the pauses of one clock as they were known at a moment: one that had not ended then has no end. */
export const followPauses = (
  run: PausedRun,
  table: OpenTable,
  startedAt: Instant,
  columns: PauseColumns | undefined,
  row: number,
  asOf: Instant,
): void => {
  run.pauses = 0;
  run.startOpenMs = openAt(table, startedAt);
  run.answeredAt = NaN;
  if (columns === undefined) return;
  const end = columns.starts[row + 1] ?? 0;
  let ranOn = startedAt;
  for (let i = columns.starts[row] ?? 0; i < end; i += 1) {
    const begins = columns.from[i] ?? NaN;
    if (!(begins < asOf)) return;
    const ends = columns.until[i] ?? NaN;
    const until = ends < asOf ? ends : Infinity;
    // One that is over when the clock begins, or while another lasts, or at once.
    if (until <= Math.max(begins, ranOn)) continue;
    const from = Math.max(begins, ranOn);
    if (until === Infinity && columns.answered?.[i] === 1) {
      run.answeredAt = from;
      return;
    }
    const begunOpenMs = openAt(table, from);
    const { pauses } = run;
    const before = run.paused[pauses] ?? 0;
    run.from[pauses] = from;
    run.until[pauses] = until;
    run.ran[pauses] = begunOpenMs - run.startOpenMs - before;
    run.paused[pauses + 1] = until === Infinity ? Infinity : before + openAt(table, until) - begunOpenMs;
    run.pauses += 1;
    if (until === Infinity) return;
    ranOn = until;
  }
};

/** How much had run by a moment. */
export const ranAt = (run: PausedRun, table: OpenTable, at: Instant): number => {
  const next = firstAtLeast(run.from, run.pauses, at);
  if (next > 0 && at < (run.until[next - 1] ?? 0)) return run.ran[next - 1] ?? 0;
  return openAt(table, at) - run.startOpenMs - (run.paused[next] ?? 0);
};

/** The calendar's cumulative open time by which so much has run; infinite where the clock stands still before that. */
export const openMsWith = (run: PausedRun, ranMs: number): number =>
  run.startOpenMs + ranMs + (run.paused[firstAtLeast(run.ran, run.pauses, ranMs)] ?? 0);

/** The first of so many ascending numbers that is at least `least`. */
const firstAtLeast = (ascending: Float64Array, length: number, least: number): number => {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) >= least) high = middle;
    else low = middle + 1;
  }
  return low;
};
