import type { Instant } from '../kernel/instant.js';
import type { Issue } from '../kernel/issue.js';
import { ISSUE_LIMIT } from '../kernel/result.js';
import type { CorrectionEvent, ErasureEvent, Event, MergeEvent } from '../vocabulary/event.js';
import { correctionsOf } from './correction.js';
import { namesAfterErasure, withoutPersonalData } from './erasure.js';
import { lifecycleIssue } from './issues.js';
import { compareMoments, inOrder, isLeadEvent } from './log.js';
import { homesOf } from './merge.js';
import { sameContent } from './same.js';

/** What became of every row: `read = kept + duplicates + voided + cut + directives`. */
export interface LogCounts {
  readonly read: number;
  readonly kept: number;
  /** Rows with an id that was read before, whether or not with the same content. */
  readonly duplicates: number;
  /** Duplicates whose content differed; each is reported. */
  readonly conflicts: number;
  /** Events that a correction took back. */
  readonly voided: number;
  /** Events at or after `asOf`, and rows not known before `knownBy`. */
  readonly cut: number;
  /** Corrections, merges and erasures: they changed the log and are no part of it. */
  readonly directives: number;
}

/** A log put in order, once, before anything is computed from it. */
export interface ResolvedLog {
  /** In the total order (at, seq, row): an event's position is its order in every fact. */
  readonly events: readonly Event[];
  readonly counts: LogCounts;
  /** What had to be decided, with the row in its path: the first 1,000. */
  readonly notices: readonly Issue[];
  readonly noticeCount: number;
}

/** What a resolved log leaves out. */
export interface Horizon {
  /** Only what happened before this moment. */
  readonly asOf?: Instant;
  /** Only what was known before this moment; a row without `knownAt` was known when it happened. */
  readonly knownBy?: Instant;
}

type Directive = CorrectionEvent | MergeEvent | ErasureEvent;
const isDirective = (event: Event): event is Directive => event.type === 'correction' || event.type === 'merge' || event.type === 'erasure';

/**
 * Put a log in order: drop duplicates, apply corrections, merges and erasures, cut at a horizon, sort by (at, seq, row).
 * Nothing is lost: `counts` accounts for every row.
 *
 * What was learned is cut by `knownBy` alone: a correction or merge recorded after `asOf` still holds for what happened
 * before. An erasure holds whatever the horizon, since what it erased must not come back. The last correction of an event
 * wins; a voided correction or merge has no effect; merges chain, and one that closes a circle is reported and left out.
 *
 * Notices: `lifecycle.conflicting_duplicate`, `lifecycle.tie`, `lifecycle.correction_without_target`,
 * `lifecycle.correction_without_effect`, `lifecycle.merge_cycle`.
 *
 * @example
 * ```ts
 * import { resolve } from 'revpact/lifecycle';
 *
 * const by = { party: 'marketing', kind: 'human' } as const;
 * const log = resolve([
 *   { id: 'e2', type: 'qualified', at: 2000, by, leadId: 'a' },
 *   { id: 'e1', type: 'inquiry', at: 1000, by, leadId: 'a' },
 *   { id: 'e1', type: 'inquiry', at: 1000, by, leadId: 'a' },
 * ]);
 * log.events.map((event) => event.id) // => ['e1', 'e2']
 * log.counts.duplicates // => 1
 * ```
 */
export const resolve = (events: readonly Event[], { asOf = Infinity, knownBy = Infinity }: Horizon = {}): ResolvedLog => {
  const notices = noticeList();
  const rowOf = new Map<string, number>();
  const facts: number[] = [];
  const directives: number[] = [];
  let [cut, duplicates, conflicts, voided] = [0, 0, 0, 0];

  events.forEach((event, row) => {
    if (event.type !== 'erasure' && (event.knownAt ?? event.at) >= knownBy) {
      cut += 1;
      return;
    }
    const firstRow = rowOf.get(event.id);
    if (firstRow === undefined) {
      rowOf.set(event.id, row);
      (isDirective(event) ? directives : facts).push(row);
      return;
    }
    duplicates += 1;
    if (sameContent(event, events[firstRow])) return;
    conflicts += 1;
    notices.add(lifecycleIssue('conflicting_duplicate', { event: event.id, firstRow }, [row]));
  });

  const at = (row: number): Event => {
    const event = events[row];
    if (event === undefined) throw new Error(`no row ${String(row)}`);
    return event;
  };
  const ordered = inOrder(directives, at).map((row) => ({ row, event: at(row) }));
  const corrections = correctionsOf(ordered, (id) => (rowOf.has(id) ? at(rowOf.get(id) ?? 0) : undefined), notices.add);
  const homeOf = homesOf(ordered.filter(({ event }) => !corrections.voided.has(event.id)), notices.add);
  const erased = namesAfterErasure(ordered.map(({ event }) => event), facts.map(at), homeOf);

  const byRow = new Map<number, Event>();
  for (const row of facts) {
    const event = at(row);
    if (corrections.voided.has(event.id)) voided += 1;
    else {
      const moved = corrections.movedTo.get(event.id);
      if ((moved ?? event.at) >= asOf) cut += 1;
      else byRow.set(row, rewrite(event, moved, homeOf, erased));
    }
  }
  const changed = (row: number): Event => byRow.get(row) ?? at(row);
  const kept = inOrder([...byRow.keys()], changed);
  const resolved = kept.map(changed);
  reportTies(kept, resolved, notices.add);

  return {
    events: resolved,
    counts: { read: events.length, kept: kept.length, duplicates, conflicts, voided, cut, directives: directives.length },
    notices: notices.first,
    noticeCount: notices.count(),
  };
};

/** An event as corrected, under the lead it belongs to now. Untouched, it is the same object. */
const rewrite = (
  event: Event,
  moved: Instant | undefined,
  homeOf: (leadId: string) => string,
  erased: ReadonlyMap<string, string>,
): Event => {
  // It was known when it was first said to have happened, whatever it was moved to.
  const timed = moved === undefined ? event : { ...event, at: moved, knownAt: event.knownAt ?? event.at };
  if (!('leadId' in timed)) return timed;
  const home = homeOf(timed.leadId);
  const name = erased.get(home);
  if (name !== undefined) return under(name, withoutPersonalData(timed));
  return home === timed.leadId ? timed : under(home, timed);
};

const under = (leadId: string, event: Event): Event => ('leadId' in event ? { ...event, leadId } : event);

/** Two events of one lead at one moment, with no `seq` between them. Between different leads the order changes nothing. */
const reportTies = (rows: readonly number[], events: readonly Event[], report: (notice: Issue) => void): void => {
  const last = new Map<string, Event>();
  events.forEach((event, i) => {
    if (!isLeadEvent(event)) return;
    const before = last.get(event.leadId);
    if (before !== undefined && compareMoments(before, event) === 0) {
      report(lifecycleIssue('tie', { leadId: event.leadId, first: before.id, second: event.id }, [rows[i] ?? 0]));
    }
    last.set(event.leadId, event);
  });
};

const noticeList = () => {
  const first: Issue[] = [];
  let count = 0;
  return {
    first,
    count: () => count,
    add: (notice: Issue): void => {
      count += 1;
      if (first.length < ISSUE_LIMIT) first.push(notice);
    },
  };
};
