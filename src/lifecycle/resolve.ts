import type { Instant } from '../kernel/instant.js';
import type { Issue } from '../kernel/issue.js';
import { ISSUE_LIMIT } from '../kernel/result.js';
import type { CorrectionEvent, ErasureEvent, Event, MergeEvent } from '../vocabulary/event.js';
import { atMoment, correctionsOf } from './correction.js';
import { disputesAboutErased, namesAfterErasure, withoutPersonalData } from './erasure.js';
import { lifecycleIssue } from './issues.js';
import { compareMoments, inOrder, isLeadEvent, type Row } from './log.js';
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
  const first = new Map<string, Row>();
  const facts: Row[] = [];
  const directives: Row[] = [];
  let [cut, duplicates, conflicts, voided] = [0, 0, 0, 0];

  events.forEach((event, row) => {
    if (event.type !== 'erasure' && (event.knownAt ?? event.at) >= knownBy) {
      cut += 1;
      return;
    }
    const before = first.get(event.id);
    if (before === undefined) {
      const read = { row, event };
      first.set(event.id, read);
      (isDirective(event) ? directives : facts).push(read);
      return;
    }
    duplicates += 1;
    if (sameContent(event, before.event)) return;
    conflicts += 1;
    notices.add(lifecycleIssue('conflicting_duplicate', { event: event.id, firstRow: before.row }, [row]));
  });

  const learned = inOrder(directives);
  const corrections = correctionsOf(learned, (id) => first.get(id)?.event, notices.add);
  const homeOf = homesOf(learned.filter(({ event }) => !corrections.voided.has(event.id)), notices.add);
  const erased = namesAfterErasure(learned, facts, homeOf);
  const disputes = disputesAboutErased(events, homeOf, erased);

  const left: Row[] = [];
  for (const read of facts) {
    const { id, at } = read.event;
    const moved = corrections.movedTo.get(id);
    if (corrections.voided.has(id)) voided += 1;
    else if ((moved ?? at) >= asOf) cut += 1;
    else left.push(rewrite(read, moved, homeOf, erased, disputes));
  }
  const kept = inOrder(left);
  reportTies(kept, notices.add);

  return {
    events: kept.map(({ event }) => event),
    counts: { read: events.length, kept: kept.length, duplicates, conflicts, voided, cut, directives: directives.length },
    notices: notices.first,
    noticeCount: notices.count(),
  };
};

/** A row as corrected, under the lead it belongs to now. Untouched, it is the same object. */
const rewrite = (
  read: Row,
  moved: Instant | undefined,
  homeOf: (leadId: string) => string,
  erased: ReadonlyMap<string, string>,
  disputes: ReadonlySet<string>,
): Row => {
  const { row, event } = read;
  const timed = moved === undefined ? event : atMoment(event, moved);
  if (timed.type === 'dispute_settled' && disputes.has(timed.disputeId)) return { row, event: withoutPersonalData(timed) };
  const now = 'leadId' in timed ? underItsName(timed, timed.leadId, homeOf(timed.leadId), erased) : timed;
  return now === event ? read : { row, event: now };
};

const underItsName = (event: Event, leadId: string, home: string, erased: ReadonlyMap<string, string>): Event => {
  const name = erased.get(home);
  if (name !== undefined) return under(name, withoutPersonalData(event));
  return home === leadId ? event : under(home, event);
};

const under = (leadId: string, event: Event): Event => ('leadId' in event ? { ...event, leadId } : event);

/** Two events of one lead at one moment, with no `seq` between them. Between different leads the order changes nothing. */
const reportTies = (rows: readonly Row[], report: (notice: Issue) => void): void => {
  // Rows of one moment follow each other, so that only what happened at the moment in hand is remembered.
  const now = new Map<string, Event>();
  rows.forEach(({ row, event }, i) => {
    if (rows[i - 1]?.event.at !== event.at) now.clear();
    if (!isLeadEvent(event)) return;
    const before = now.get(event.leadId);
    if (before !== undefined && compareMoments(before, event) === 0) {
      report(lifecycleIssue('tie', { leadId: event.leadId, first: before.id, second: event.id }, [row]));
    }
    now.set(event.leadId, event);
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
