import type { Instant } from '../../kernel/instant.js';
import type { Issue } from '../../kernel/issue.js';
import type { Event } from '../../vocabulary/event.js';
import { corrected, outdatedLeavings } from './correction.js';
import { appliedErasures, erasingIn, type Erasing } from './erasing.js';
import { lifecycleIssue } from '../issues.js';
import { learnedBy, type Learned } from './learned.js';
import { listed, listing, type Listed } from './listed.js';
import { inOrder } from './order.js';
import { leadOf, type Row } from './row.js';
import { lateness, outOfOrder, reportUnknownLeads, type AppliedMerge, type LogReport } from './report.js';
import { homesOf, type Homes } from './merge.js';
import { renamed, withoutWords } from './personal.js';
import { tally } from './tally.js';
import { tiesIn } from './tie.js';

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
  /**
   * Positions of events whose place before or after another of the same lead is only a convention, ascending: that of the
   * rows within a moment, and that what is known to the day only lies at its start.
   */
  readonly ties: readonly number[];
  /** What was done: merges, corrections, erasures, duplicates, late rows, rows out of order, ties. */
  readonly report: LogReport;
  /** What had to be decided, with the row in its path: the first 1,000. */
  readonly notices: readonly Issue[];
  readonly noticeCount: number;
}

/** What a resolved log leaves out, and what it is held against. */
export interface Horizon {
  /** Only what happened before this moment. */
  readonly asOf?: Instant;
  /** Only what was known before this moment; a row without `knownAt` was known when it happened. */
  readonly knownBy?: Instant;
  /** Ids of the leads that the host knows. Events of others are kept, and reported. */
  readonly leads?: ReadonlySet<string>;
}

/**
 * Put a log in order: drop duplicates, apply corrections, merges and erasures, cut at a horizon, sort by (at, seq, row).
 * Nothing is lost: `counts` accounts for every row, and `report` says what was done.
 *
 * What was learned is cut by `knownBy` alone: a correction or merge recorded after `asOf` still holds for what happened
 * before. An erasure holds whatever the horizon, and for all leads that any merge made one with the erased, since what it
 * erased must not come back. The last word on an event counts, separately on whether it was, when, and which stage it
 * entered; a voided correction or merge has no effect; merges chain, and one that closes a circle is reported and left
 * out. Where a correction says that a stage was not entered, the next event that says it left that stage says so no more.
 * An erased lead or person goes by a name such as `erased:1`.
 *
 * Notices: `lifecycle.conflicting_duplicate`, `lifecycle.tie`, `lifecycle.tie_within_day` (once for each event known to the
 * day only on whose day another of its lead lies), `lifecycle.correction_without_target`,
 * `lifecycle.correction_without_effect`, `lifecycle.merge_cycle`, `lifecycle.erasure_without_target`,
 * `lifecycle.known_before_it_happened`, and where `leads` are given `lifecycle.unknown_lead`, once for each.
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
 *   { id: 'c1', type: 'correction', at: 3000, by, corrects: 'e2', change: { kind: 'at', at: 1500 }, why: 'typed wrongly' },
 * ]);
 * log.events.map(({ id, at }) => `${id} at ${at}`) // => ['e1 at 1000', 'e2 at 1500']
 * log.counts.duplicates // => 1
 * log.report.corrections.first // => [{ correction: 'c1', corrects: 'e2', kind: 'at', was: 2000, is: 1500 }]
 * log.report.outOfOrder // => 1
 * ```
 */
export const resolve = (events: readonly Event[], { asOf = Infinity, knownBy = Infinity, leads }: Horizon = {}): ResolvedLog => {
  const notices = listing<Issue>();
  const learned = learnedBy(events, knownBy, notices.add);
  const { corrections, duplicates, conflicts, directives } = learned;

  let [cut, voided] = [learned.unknown, 0];
  const recorded = learned.facts.filter(({ event: { id, at } }) => {
    if (corrections.voided.has(id)) voided += 1;
    else if ((corrections.movedTo.get(id) ?? at) >= asOf) cut += 1;
    else return true;
    return false;
  });

  const homes = homesOf(learned.merges, learned.merges.length === 0 ? undefined : tally(recorded, ({ event }) => leadOf(event)));
  const erasing = erasingIn(events, knownBy, learned, homes);
  const nameOf = (leadId: string): string => erasing.names.leads.get(leadId) ?? leadId;
  for (const { row, event } of homes.circular) {
    notices.add(lifecycleIssue('merge_cycle', { merge: event.id, from: nameOf(event.from), into: nameOf(event.into) }, [row]));
  }

  const late = lateness(recorded, notices.add);
  const outOfTurn = outOfOrder(recorded);
  if (leads !== undefined) {
    reportUnknownLeads(recorded, (leadId) => leads.has(leadId) || leads.has(homes.homeOf(leadId)) || erasing.names.leads.has(leadId), leads, notices.add);
  }
  const erasures = appliedErasures(erasing, recorded, notices.add);

  const kept = inOrder(rewritten(recorded, learned, homes, erasing, nameOf));
  const ties = tiesIn(kept, notices.add);
  const { count: noticeCount, first } = notices.list();
  return {
    events: kept.map(({ event }) => event),
    counts: { read: events.length, kept: kept.length, duplicates: duplicates.count, conflicts, voided, cut, directives },
    ties,
    report: {
      merges: appliedMerges(homes, nameOf),
      corrections: listed(corrections.applied),
      erasures,
      duplicates,
      late,
      outOfOrder: outOfTurn,
      ties: ties.length,
    },
    notices: first,
    noticeCount,
  };
};

/** Rows as corrected, under the lead they belong to now, and of the erased what is counted. Untouched, a row is the same object. */
const rewritten = (rows: readonly Row[], { corrections, facts }: Learned, { homeOf, applied }: Homes, erasing: Erasing, nameOf: (leadId: string) => string): readonly Row[] => {
  const outdated = outdatedLeavings(facts, corrections);
  const isCorrected = corrections.movedTo.size > 0 || corrections.restagedTo.size > 0 || outdated.size > 0;
  const isErased = erasing.erasures.length > 0;
  if (!isCorrected && !isErased && applied.length === 0) return rows;
  return rows.map((read) => {
    const { row, event } = read;
    const so = isCorrected ? corrected(event, corrections, outdated) : event;
    const anonymous = isErased ? renamed(erasing.isAbout(event) ? withoutWords(so).event : so, erasing.names).event : so;
    const leadId = leadOf(event);
    const home = leadId === undefined ? undefined : nameOf(homeOf(leadId));
    const moved = home === undefined || home === leadOf(anonymous) ? anonymous : under(home, anonymous);
    const now = usedFor(moved, event, (leadId) => nameOf(homeOf(leadId)));
    return now === event ? read : { row, event: now };
  });
};

const under = (leadId: string, event: Event): Event => ('leadId' in event ? { ...event, leadId } : event);

/** The lead for which a customer spoke is the one that it was merged into, too. */
const usedFor = (event: Event, recorded: Event, homeNameOf: (leadId: string) => string): Event => {
  if (event.type !== 'advocacy' || recorded.type !== 'advocacy' || recorded.usedFor === undefined) return event;
  const now = homeNameOf(recorded.usedFor);
  return now === event.usedFor ? event : { ...event, usedFor: now };
};

const appliedMerges = ({ applied, homeOf }: Homes, nameOf: (leadId: string) => string): Listed<AppliedMerge> => {
  const { count, first } = listed(applied);
  return {
    count,
    first: first.map(({ event: { id, from, into }, moved }) => ({ merge: id, from: nameOf(from), into: nameOf(into), home: nameOf(homeOf(into)), events: moved })),
  };
};
