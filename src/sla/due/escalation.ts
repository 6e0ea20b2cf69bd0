import type { Instant } from '../../kernel/instant.js';
import type { ClockFact } from '../../vocabulary/fact.js';
import type { PartyId } from '../../vocabulary/party.js';
import type { OpenHours } from '../calendar/open-hours.js';
import { isOpen, nextOpening } from '../calendar/open-time.js';
import type { ClauseBase, HoursOfClock } from '../clause.js';
import { knownBy } from '../clock/known.js';
import { reachedAt, runOf, type Run } from '../clock/run.js';
import { shareOf } from '../clock/warn.js';
import type { Rung } from './rung.js';

/** Somebody is to be told of a promise. An intent: nothing is sent here. */
export interface Escalation {
  /** The same however often it is asked for, so that a host sends it once. */
  readonly id: string;
  /** When to tell: the moment at which the rung was reached, or the next opening after it. */
  readonly at: Instant;
  readonly reachedAt: Instant;
  readonly clause: string;
  readonly title: string;
  readonly leadId: string;
  readonly delivery: number;
  /** 1 for the clause's first rung. */
  readonly rung: number;
  readonly tell: Rung['tell'];
  /** Who owes. */
  readonly party: PartyId;
  /** Who holds the lead then. */
  readonly holder: string | null;
  /** Who is told; null where nobody is known, and for `reassign`, which asks the host to give the lead to somebody else. */
  readonly person: string | null;
  /** When the promise is due, as known then; null while it is paused. */
  readonly dueAt: Instant | null;
}

/** Whom an escalation reaches, and when they work. */
export interface Directory {
  readonly managerOf: (person: string) => string | null;
  readonly sponsor: string | null;
  /** The working hours of somebody of a party, or of the party itself. */
  readonly hoursOf: (party: PartyId, person: string | null) => OpenHours;
}

/**
 * Who is to be told in a stretch of time, the earliest first: each rung of each ladder that a clock reached while its promise
 * was open. The stretch is half-open and what comes after it changes nothing, so that asking for one stretch after the other
 * gives each escalation once.
 *
 * A rung is reached in open time, pauses left out. With `inHours` it waits for the next opening of whoever is told; one that
 * would come while the clock is paused waits for it to run again. Nobody is told of a promise that was by then fulfilled (at
 * that very moment too), ended, waived, or due and excused; nor of an unproven one.
 *
 * @param clauses - As worded when the clocks began; a clock of another clause is passed over.
 * @throws RevpactError with `sla.beyond_horizon` where a calendar has too little open time left before 2200.
 */
export const escalations = (
  clauses: readonly ClauseBase[],
  clocks: readonly ClockFact[],
  window: { readonly from: Instant; readonly to: Instant },
  hoursOfClock: HoursOfClock,
  directory: Directory,
): readonly Escalation[] => {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  return clocks
    .flatMap((clock): readonly Escalation[] => {
      const clause = byId.get(clock.clause);
      if (clause?.escalation === undefined || clock.unproven || clock.startedAt >= window.to || overBy(clock) <= window.from) return [];
      const open = hoursOfClock(clock);
      const ladder = { clause, clock, open, run: runOf(open, clock.startedAt, clock.pauses) };
      return clause.escalation.flatMap((rung, i) => escalationOf(ladder, rung, i + 1, window, directory));
    })
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
};

/** From when on nobody is told of a clock any more. */
const overBy = ({ stoppedAt, endedAt, waivedAt }: ClockFact): Instant =>
  Math.min(stoppedAt ?? Infinity, endedAt ?? Infinity, waivedAt ?? Infinity);

/** A clause's ladder on one clock. */
interface Ladder {
  readonly clause: ClauseBase;
  readonly clock: ClockFact;
  readonly open: OpenHours;
  readonly run: Run;
}

const escalationOf = (
  { clause, clock, open, run }: Ladder,
  rung: Rung,
  nth: number,
  window: { readonly from: Instant; readonly to: Instant },
  directory: Directory,
): readonly Escalation[] => {
  const reached = rungAt(run, clock, rung);
  if (reached === null || reached >= window.to) return [];
  const told = (at: Instant): string | null => {
    const holder = holderAt(clock, at);
    return rung.tell === 'owner' ? holder : rung.tell === 'sponsor' ? directory.sponsor : rung.tell === 'manager' && holder !== null ? directory.managerOf(holder) : null;
  };
  const at = tellAt(clock, reached, (from) => (rung.inHours === true ? opening(directory.hoursOf(clock.party, told(from)), from) : from));
  if (at === null || at < window.from || at >= window.to || overBy(clock) <= at) return [];
  // With what happened up to this moment and at it.
  const dueAt = knownBy(clock, at + 1, open).due;
  if (clock.excusedBy !== null && dueAt !== null && at >= dueAt) return [];
  return [{
    id: `${clock.clause}:${clock.startedEvent}:${String(nth)}`,
    at,
    reachedAt: reached,
    clause: clause.id,
    title: clause.title,
    leadId: clock.leadId,
    delivery: clock.delivery,
    rung: nth,
    tell: rung.tell,
    party: clock.party,
    holder: holderAt(clock, at),
    person: told(at),
    dueAt,
  }];
};

/** When a clock reaches a rung; null where it is paused before, and nobody knows until when. */
const rungAt = (run: Run, { targetOpenMs, retargets }: ClockFact, { when }: Rung): Instant | null => {
  if ('before' in when) return reachedAt(run, targetOpenMs, retargets, (target) => target - when.before.minutes * 60_000);
  if ('share' in when) return reachedAt(run, targetOpenMs, retargets, (target) => shareOf(when.share, target));
  const due = reachedAt(run, targetOpenMs, retargets);
  // Once it is due its target is settled: only the time that it runs on counts.
  return due === null || when.after.minutes === 0 ? due : run.momentOf(run.ranAt(due) + when.after.minutes * 60_000);
};

/** Who holds a lead at a moment: given to somebody else at that very moment, it is still with the one before. */
export const holderAt = ({ holders, person }: ClockFact, at: Instant): string | null => {
  const held = holders.filter(({ from }) => from < at).at(-1);
  return held === undefined ? person : held.person;
};

/** The first moment from `reached` on that suits who is told and lies in no pause; null where there is none, as far as is known. */
const tellAt = ({ pauses }: ClockFact, reached: Instant, suits: (from: Instant) => Instant | null): Instant | null => {
  let at = suits(reached);
  for (const { because, from, until } of pauses) {
    if (at === null) return null;
    // What pauses it at that very moment comes after; what fulfils it does not.
    const runsStill = because === 'answered' ? at < from : at <= from;
    if (runsStill || (until !== null && until <= at)) continue;
    at = until === null ? null : suits(until);
  }
  return at;
};

const opening = (open: OpenHours, at: Instant): Instant | null => (isOpen(open, at) ? at : nextOpening(open, at));
