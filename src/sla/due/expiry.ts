import { digest } from '../../kernel/canonical.js';
import { LATEST, type Instant } from '../../kernel/instant.js';
import type { ExpiredEvent } from '../../vocabulary/event.js';
import type { ClockFact, Facts, StageVisitFact } from '../../vocabulary/fact.js';
import type { Milestones } from '../../vocabulary/framework.js';
import type { PartyId } from '../../vocabulary/party.js';
import type { ClauseBase, HoursOfClock } from '../clause.js';
import { judgeClock } from '../clock/clock.js';

/** When a lead expires, and which clause says so. */
export interface ExpiryDue {
  readonly at: Instant;
  readonly clause: string;
}

/** What expiries are proposed with. */
export interface ExpiryContext {
  readonly asOf: Instant;
  readonly hoursOfClock: HoursOfClock;
  /** Where a lead that is won stands: it expires no more. */
  readonly milestones: Milestones;
  /** In whose name it is recorded; that of the party that let it lapse where absent. */
  readonly by?: PartyId;
}

/**
 * The `expired` events that a host should record as of a moment, the earliest first: one for each lead on which a clause that
 * says `expires` is broken and still open. A promise is broken from the first millisecond after it was due: that is `at`;
 * `knownAt` is `asOf`. Nothing happens by this alone: until the host records the event, the clock is breached and open.
 *
 * None for a lead that has left or is won, or that took a step after the promise was due: somebody works on it, and nothing is
 * expired behind their back. Recorded, the event makes the next call propose it no more, also where the agreed life has no
 * expiry and the lead stays where it was. Its id is the same each time, so that one that was recorded twice is dropped as a
 * duplicate, and one that was taken back stays so: only a waiver makes the proposal go.
 */
export const proposeExpiries = (clauses: readonly ClauseBase[], facts: Facts, { asOf, hoursOfClock, milestones, by }: ExpiryContext): readonly ExpiredEvent[] => {
  const expiring = expiringOf(clauses);
  const standing = standingAt(facts, asOf);
  const expired = expiredAt(facts, asOf);
  const gone = new Set(facts.exits.map(({ event }) => event));
  const due = facts.clocks
    .filter((clock) => expiring.has(clock.clause) && isOverdue(clock, asOf, hoursOfClock))
    .sort((a, b) => brokenAt(a) - brokenAt(b));
  const proposed = new Map<string, ExpiredEvent>();
  for (const clock of due) {
    const stay = standing.get(clock.leadId);
    const isOut = stay !== undefined && (gone.has(stay.enteredEvent) || (milestones.won ?? []).includes(stay.stage));
    if (proposed.has(clock.leadId) || isOut || (stay !== undefined && stay.enteredAt >= brokenAt(clock))) continue;
    if ((expired.get(clock.leadId) ?? -Infinity) >= brokenAt(clock)) continue;
    proposed.set(clock.leadId, {
      id: expiryId(clock.leadId, brokenAt(clock)),
      type: 'expired',
      at: brokenAt(clock),
      knownAt: asOf,
      by: { party: by ?? clock.party, kind: 'automation' },
      leadId: clock.leadId,
      clause: clock.clause,
      ...(stay === undefined ? {} : { leftStage: stay.stage }),
    });
  }
  return [...proposed.values()];
};

/**
 * When a lead's stays end by the clock: what `watchExpiry` of `revpact/lifecycle/xstate` asks for. The earliest moment at
 * which a clause that says `expires` would be broken with nothing done; null where none runs, or while it is paused. A promise
 * that was broken before the stage was entered ends no stay in it.
 *
 * @param clocks - The clocks of the lead as they are now; asked anew after each event, since each may stop, pause or
 *   retarget one. Over what is known now, whatever the time.
 */
export const deadlineFrom =
  (clauses: readonly ClauseBase[], leadId: string, clocks: () => readonly ClockFact[]): ((stage: string, enteredAt: Instant) => ExpiryDue | null) =>
  (_stage, enteredAt) => {
    const expiring = expiringOf(clauses);
    const due = clocks()
      .filter((clock) => clock.leadId === leadId && expiring.has(clock.clause) && willBreak(clock) && brokenAt(clock) > enteredAt)
      .reduce<ClockFact | null>((first, clock) => (first === null || brokenAt(clock) < brokenAt(first) ? clock : first), null);
    return due === null ? null : { at: brokenAt(due), clause: due.clause };
  };

/** The id of an expiry: of the lead and the moment alone, so that a live actor and a batch name it alike. */
export const expiryId = (leadId: string, at: Instant): string => `expired_${digest([leadId, at]).slice(0, 32)}`;

const expiringOf = (clauses: readonly ClauseBase[]): ReadonlySet<string> =>
  new Set(clauses.filter(({ expires }) => expires === true).map(({ id }) => id));

/** Broken as of a moment, and still open: neither answered nor ended since, nor let go. */
const isOverdue = (clock: ClockFact, asOf: Instant, hoursOfClock: HoursOfClock): boolean =>
  clock.dueAt !== null && judgeClock(clock, asOf, hoursOfClock(clock)).state === 'breached_open' && !(clock.endedAt !== null && clock.endedAt < asOf);

/** Broken unless something happens that has not yet: nothing has answered, ended, excused or let it go, and it is due some time. */
const willBreak = ({ dueAt, stoppedAt, endedAt, waivedAt, excusedBy, unproven }: ClockFact): boolean =>
  dueAt !== null && stoppedAt === null && endedAt === null && waivedAt === null && excusedBy === null && !unproven;

/** Exactly on time is met: broken is what is a millisecond later. */
const brokenAt = ({ dueAt }: ClockFact): Instant => (dueAt ?? LATEST) + 1;

/** The stay in which each lead was at a moment. */
const standingAt = ({ stageVisits }: Facts, asOf: Instant): ReadonlyMap<string, StageVisitFact> => {
  const standing = new Map<string, StageVisitFact>();
  for (const visit of stageVisits) {
    const known = standing.get(visit.leadId);
    if (visit.enteredAt < asOf && (known === undefined || visit.visit > known.visit)) standing.set(visit.leadId, visit);
  }
  return standing;
};

/** When each lead expired last, whatever became of that. */
const expiredAt = ({ leadEvents }: Facts, asOf: Instant): ReadonlyMap<string, Instant> => {
  const last = new Map<string, Instant>();
  for (const { type, leadId, at } of leadEvents) {
    if (type === 'expired' && at < asOf) last.set(leadId, Math.max(at, last.get(leadId) ?? at));
  }
  return last;
};
