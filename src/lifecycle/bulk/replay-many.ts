import { ok, type Result } from '../../kernel/result.js';
import type { LogColumns } from '../../vocabulary/log-columns.js';
import type { Lifecycle } from '../lifecycle.js';
import { ENTERED, REFUSED, STAGE_BITS } from '../table.js';
import { foldMany, type FoldedLog } from './fold.js';
import type { BulkVerdicts } from './judge.js';
import { undecidedIn } from './undecided.js';

/** In a visit's `left`: the stay is open. */
export const OPEN = 0xffffffff;
/** In a visit's `flags`: the agreed life allows the step that began it. */
export const LEGAL = 1;
/** In a visit's `flags`: nobody recorded that it began; the row that entered it says that it ended. */
export const INFERRED = 2;

/** Stays as columns, grouped by lead, in order. */
export interface VisitColumns {
  readonly count: number;
  /** By lead, where its visits begin; one more at the end. A visit's lead is that of the row that began it. */
  readonly starts: Uint32Array;
  /** The stage's number. */
  readonly stage: Uint8Array;
  /** The row of the log that began it. */
  readonly entered: Uint32Array;
  /** The row that ended it, or `OPEN`. */
  readonly left: Uint32Array;
  /** 1 for the lead's first stay in this stage. */
  readonly entry: Uint32Array;
  /** `LEGAL`, `INFERRED`. */
  readonly flags: Uint8Array;
}

/** Steps against the agreed life as columns, grouped by lead, in order. */
export interface ViolationColumns {
  readonly count: number;
  /** The row of the log. */
  readonly row: Uint32Array;
  /** The number of the stage before. */
  readonly from: Uint8Array;
  /** Bit i answers requirement i of the table's `guards` for the row's event type: which of them were met. */
  readonly guards: Uint8Array;
  /** 1 where only a convention put the event where it is, or the lead where it was, as in `Violation.tied`. */
  readonly tied: Uint8Array;
}

/** Everything that a log says when it is held against a lifecycle, as columns. */
export interface BulkReplay extends BulkVerdicts {
  readonly visits: VisitColumns;
  readonly violations: ViolationColumns;
  /** How many events were steps, legal or not. */
  readonly steps: number;
  /** Rows, ascending, whose place before or after another of the same lead is only a convention. */
  readonly ties: Uint32Array;
  /** How many rows came after a later one of the same lead. */
  readonly outOfOrder: number;
  /** How many visits were inferred. */
  readonly gaps: number;
  /** How many rows name a stage as left that the framework does not have. */
  readonly unknownLeft: number;
}

/**
 * `replay` for millions of events: the same judgement from columns to columns, ordering included, without words. Rows may
 * come in any order. What `resolve` does to a log (duplicates, corrections, merges, erasures) is not done here.
 *
 * Issues: those of `foldMany`.
 *
 * @example
 * ```ts
 * import { sirius2006 } from 'revpact/vocabulary';
 * import { createLifecycle, encode, replayMany, resolve } from 'revpact/lifecycle';
 *
 * const by = { party: 'marketing', kind: 'human' } as const;
 * const lifecycle = createLifecycle(sirius2006);
 * const log = encode(lifecycle, resolve([
 *   { id: 'e1', type: 'inquiry', at: 1000, by, leadId: 'a' },
 *   { id: 'e2', type: 'opportunity_won', at: 2000, by, leadId: 'a', opportunityId: 'o' },
 * ]));
 * const replayed = replayMany(lifecycle, log.columns);
 * replayed.ok ? [replayed.value.visits.count, replayed.value.violations.count] : [] // => [1, 1]
 * ```
 */
export const replayMany = (lifecycle: Lifecycle, log: LogColumns): Result<BulkReplay> => {
  const folded = foldMany(lifecycle, log);
  return folded.ok ? ok(followMany(log, folded.value)) : folded;
};

/** `REFUSED` as a bit's place. */
const REFUSED_SHIFT = 7;

/** Verdicts, visits and violations of a log that is folded. */
export const followMany = (log: Pick<LogColumns, 'lead' | 'type'>, folded: FoldedLog): BulkReplay => {
  const { table, order, cell, left, unknownLeft } = folded;
  const { cells } = table;
  const { rows, starts } = order;
  const leads = starts.length - 1;
  const verdicts = new Uint8Array(rows.length);
  const final = new Uint8Array(leads);
  const most = left === null ? rows.length : 2 * rows.length;
  // One more than there can be: the last row writes its stay and its refusal whether or not it has one.
  const entered = new Uint32Array(most + 1);
  const inferred = left === null ? null : new Uint8Array(most + 1);
  const refused = new Uint32Array(rows.length + 1);
  const visitStarts = new Uint32Array(leads + 1);
  let [visit, violation, gaps] = [0, 0, 0];

  for (let lead = 0; lead < leads; lead += 1) {
    const end = starts[lead + 1] ?? 0;
    let stage = 0;
    for (let i = starts[lead] ?? 0; i < end; i += 1) {
      const row = rows[i] ?? 0;
      if (inferred !== null && left !== null && left[i] !== 0 && left[i] !== stage) {
        stage = left[i] ?? 0;
        entered[visit] = row;
        inferred[visit] = stage;
        visit += 1;
        gaps += 1;
      }
      const found = cells[(cell[i] ?? 0) + stage] ?? 0;
      stage = found & STAGE_BITS;
      verdicts[row] = found;
      if ((found & REFUSED) !== 0) {
        refused[violation] = i;
        violation += 1;
      }
      // Written in any case and counted where it is one: about every second row enters a stage, and a branch that goes either
      // way costs more than a store.
      entered[visit] = row;
      visit += (found & ENTERED) === 0 ? 0 : 1;
    }
    final[lead] = stage;
    visitStarts[lead + 1] = visit;
  }
  const visits = visitColumns(visitStarts, entered.subarray(0, visit), verdicts, inferred);
  return {
    verdicts,
    final,
    visits,
    violations: violationColumns(log, folded, verdicts, refused.subarray(0, violation)),
    // Every legal step begins a stay.
    steps: violation + legalIn(visits.flags),
    ties: order.ties,
    outOfOrder: order.outOfOrder,
    gaps,
    unknownLeft,
  };
};

/** Each visit ends where the lead's next begins; how often the lead had been there is counted lead by lead. */
const visitColumns = (starts: Uint32Array, entered: Uint32Array, verdicts: Uint8Array, inferred: Uint8Array | null): VisitColumns => {
  const count = entered.length;
  const stage = new Uint8Array(count);
  const left = new Uint32Array(count);
  const entry = new Uint32Array(count);
  const flags = new Uint8Array(count);
  const timesIn = new Uint32Array(STAGE_BITS + 1);
  const lastIn = new Uint32Array(STAGE_BITS + 1).fill(OPEN);
  left.set(entered.subarray(1));
  for (let lead = 0; lead + 1 < starts.length; lead += 1) {
    const from = starts[lead] ?? 0;
    const to = starts[lead + 1] ?? 0;
    for (let visit = from; visit < to; visit += 1) {
      const gap = inferred === null ? 0 : (inferred[visit] ?? 0);
      const verdict = verdicts[entered[visit] ?? 0] ?? 0;
      const here = gap === 0 ? verdict & STAGE_BITS : gap;
      const times = lastIn[here] === lead ? (timesIn[here] ?? 0) + 1 : 1;
      lastIn[here] = lead;
      timesIn[here] = times;
      entry[visit] = times;
      stage[visit] = here;
      flags[visit] = gap === 0 ? ~(verdict >> REFUSED_SHIFT) & LEGAL : LEGAL | INFERRED;
    }
    if (to > from) left[to - 1] = OPEN;
  }
  return { count, starts, stage, entered, left, entry, flags };
};

/** How many stays a legal step began, inferred ones aside. */
const legalIn = (flags: Uint8Array): number => {
  let count = 0;
  for (let visit = 0; visit < flags.length; visit += 1) if (flags[visit] === LEGAL) count += 1;
  return count;
};

const violationColumns = (log: Pick<LogColumns, 'lead' | 'type'>, folded: FoldedLog, verdicts: Uint8Array, places: Uint32Array): ViolationColumns => {
  const { lead, type } = log;
  const { table, order, cell, left } = folded;
  const { offsets, guardBits, stages } = table;
  const count = places.length;
  const row = new Uint32Array(count);
  const from = new Uint8Array(count);
  const guards = new Uint8Array(count);
  const tied = new Uint8Array(count);
  const undecided = undecidedIn(log, folded);
  for (let i = 0; i < count; i += 1) {
    const place = places[i] ?? 0;
    const own = order.rows[place] ?? 0;
    const code = type[own] ?? 0;
    const earlier = place === 0 ? own : (order.rows[place - 1] ?? 0);
    const isFirst = place === 0 || lead[earlier] !== lead[own];
    row[i] = own;
    from[i] = left !== null && left[place] !== 0 ? (left[place] ?? 0) : isFirst ? 0 : (verdicts[earlier] ?? 0) & STAGE_BITS;
    guards[i] = (((cell[place] ?? 0) - (offsets[code] ?? 0)) / stages.length) & ((1 << (guardBits[code] ?? 0)) - 1);
    if (undecided !== null && undecided[place] === 1) tied[i] = 1;
  }
  return { count, row, from, guards, tied };
};
