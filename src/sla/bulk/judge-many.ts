import { LATEST, type Instant } from '../../kernel/instant.js';
import type { Issue } from '../../kernel/issue.js';
import { fail, ISSUE_LIMIT, ok, type Result } from '../../kernel/result.js';
import { calendarIssue } from '../calendar/issues.js';
import type { OpenHours } from '../calendar/open-hours.js';
import { openAt, stretchWith, type OpenTable } from '../calendar/open-table.js';
import { isOpen } from '../calendar/open-time.js';
import { checkColumns, type ColumnSpan } from './check.js';
import type { ClockColumns, JudgedClocks } from './columns.js';
import { followPauses, openMsWith, ranAt, roomFor, type PausedRun } from './paused-run.js';

// Places in CLOCK_STATES; 0 is not_started.
const RUNNING = 1;
const OUTSIDE_HOURS = 2;
const PAUSED = 3;
const MET = 4;
const BREACHED_OPEN = 5;
const ANSWERED_LATE = 6;
const WAIVED = 7;
const EXCUSED = 8;
const SUPERSEDED = 9;
const CANCELLED = 10;
const UNPROVEN = 11;

/**
 * Judge clocks by the million: what `judgeClock` says of each, without an object for any. All of them run on one calendar;
 * judge those of several calendars calendar by calendar.
 *
 * Issues: `sla.column_length`; `sla.column_value` for what is no moment, no target or no flag; `sla.before_start` for a stop
 * or an end before the start; `sla.out_of_order` for pauses and later targets of a clock that go back;
 * `sla.beyond_horizon` where the calendar has too little open time left before 2200.
 *
 * @param open - The working hours that they run on.
 * @param asOf - The moment of judgement: what happened strictly before it counts.
 * @example
 * ```ts
 * import { CLOCK_STATES, judgeMany, openHours } from 'revpact/sla';
 *
 * const nine = [{ from: '09:00', to: '17:00' }];
 * const week = { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine };
 * const office = openHours({ id: 'office', zone: 'Europe/Berlin', week, holidays: [] });
 * const friday = Date.parse('2026-03-27T16:30:00+01:00');
 * const judged = judgeMany(
 *   office,
 *   {
 *     rows: 2,
 *     startedAt: Float64Array.of(friday, friday),
 *     targetOpenMs: Float64Array.of(3_600_000, 3_600_000),
 *     stoppedAt: Float64Array.of(Date.parse('2026-03-30T09:10:00+02:00'), NaN),
 *   },
 *   Date.parse('2026-03-30T12:00:00+02:00'),
 * );
 * judged.ok && [...judged.value.state].map((code) => CLOCK_STATES[code]) // => ['met', 'breached_open']
 * judged.ok && [...judged.value.ranOpenMs] // => [2_400_000, 12_600_000]
 * ```
 */
export const judgeMany = (open: OpenHours, clocks: ClockColumns, asOf: Instant): Result<JudgedClocks> => {
  const checked = checkColumns(clocks);
  return checked.ok ? judge(open, clocks, asOf, checked.value) : checked;
};

const judge = (open: OpenHours, clocks: ClockColumns, asOf: Instant, { first, last, mostPauses }: ColumnSpan): Result<JudgedClocks> => {
  const { rows, startedAt, targetOpenMs, stoppedAt, endedAt, pauses, retargets } = clocks;
  const judged = { state: new Uint8Array(rows), dueAt: new Float64Array(rows), ranOpenMs: new Float64Array(rows) };
  const { state, dueAt, ranOpenMs } = judged;
  // One table over all moments: one that grew covers what it covered before.
  open.around(Math.min(first, asOf));
  const table = open.around(Math.max(last, asOf));
  const asOfOpenMs = openAt(table, asOf);
  const owed = isOpen(open, asOf) ? RUNNING : OUTSIDE_HOURS;
  const run = roomFor(mostPauses);
  const beyond: number[] = [];

  for (let row = 0; row < rows; row += 1) {
    const start = startedAt[row] ?? NaN;
    if (asOf <= start) {
      dueAt[row] = NaN;
      continue;
    }
    // What did not happen, or not yet, is NaN, and no comparison with NaN holds.
    const ended = endedAt === undefined ? NaN : (endedAt[row] ?? NaN);
    const end = ended < asOf ? ended : NaN;
    const stopped = stoppedAt[row] ?? NaN;
    let stop = stopped < asOf && !(end < stopped) ? stopped : NaN;
    let due: number;
    if (has(pauses, row) || has(retargets, row)) {
      followPauses(run, table, start, pauses, row, asOf);
      if (run.answeredAt < asOf) stop = run.answeredAt;
      due = dueOf(open, table, run, clocks, row, asOf);
      ranOpenMs[row] = ranAt(run, table, stop < asOf ? stop : end < asOf ? end : asOf);
    } else {
      const startOpenMs = openAt(table, start);
      due = momentWith(open, table, startOpenMs + (targetOpenMs[row] ?? NaN));
      ranOpenMs[row] = (stop < asOf ? openAt(table, stop) : end < asOf ? openAt(table, end) : asOfOpenMs) - startOpenMs;
    }
    if (due === Infinity) beyond.push(row);
    dueAt[row] = due;
    state[row] = stateOf(clocks, row, asOf, stop, end, due, owed);
  }
  if (beyond.length === 0) return ok(judged);
  return fail(beyond.slice(0, ISSUE_LIMIT).map((row) => beyondHorizon(open, clocks, row)), beyond.length);
};

const has = (nested: { readonly starts: Uint32Array } | undefined, row: number): boolean =>
  nested !== undefined && (nested.starts[row] ?? 0) < (nested.starts[row + 1] ?? 0);

/** In the order in which `judgeClock` decides. No moment is after a due moment of NaN: nobody knows when that is. */
const stateOf = (clocks: ClockColumns, row: number, asOf: Instant, stop: number, end: number, due: number, owed: number): number => {
  if (clocks.unproven?.[row] === 1) return UNPROVEN;
  if (stop < asOf && !(stop > due)) return MET;
  if (end < asOf && !(end > due)) return clocks.superseded?.[row] === 1 ? SUPERSEDED : CANCELLED;
  if (clocks.waivedAt !== undefined && (clocks.waivedAt[row] ?? NaN) < asOf) return WAIVED;
  if (!(asOf > due)) return Number.isNaN(due) ? PAUSED : owed;
  if (clocks.excused?.[row] === 1) return EXCUSED;
  return stop < asOf ? ANSWERED_LATE : BREACHED_OPEN;
};

/** When a clock with pauses or later targets is due: what `reachedAt` says of one. NaN while it stands still. */
const dueOf = (open: OpenHours, table: OpenTable, run: PausedRun, clocks: ClockColumns, row: number, asOf: Instant): number => {
  const { retargets } = clocks;
  let level = clocks.targetOpenMs[row] ?? NaN;
  let from = -Infinity;
  const last = retargets?.starts[row + 1] ?? 0;
  for (let i = retargets?.starts[row] ?? 0; i < last; i += 1) {
    const at = retargets?.at[i] ?? NaN;
    if (at >= asOf) break;
    if (ranAt(run, table, at) >= level) {
      const due = Math.max(momentWith(open, table, openMsWith(run, level)), from);
      if (due < at) return due;
    }
    from = at;
    level = retargets?.targetOpenMs[i] ?? NaN;
  }
  return Math.max(momentWith(open, table, openMsWith(run, level)), from);
};

/** The earliest moment by which so much open time has passed since the origin: NaN for never, infinite for after 2200. */
const momentWith = (open: OpenHours, from: OpenTable, openMs: number): number => {
  if (openMs === Infinity) return NaN;
  for (let table = from; ; table = open.around(table.to)) {
    const i = stretchWith(table, openMs);
    if (i < table.ends.length) return (table.ends[i] ?? 0) - ((table.before[i + 1] ?? 0) - openMs);
    if (table.to >= LATEST) return Infinity;
  }
};

const beyondHorizon = (open: OpenHours, { targetOpenMs }: ClockColumns, row: number): Issue =>
  calendarIssue('beyond_horizon', { calendar: open.id, openMs: targetOpenMs[row] ?? 0 }, ['targetOpenMs', row]);
