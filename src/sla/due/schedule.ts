import type { Instant } from '../../kernel/instant.js';
import type { ClockFact } from '../../vocabulary/fact.js';
import type { PartyId } from '../../vocabulary/party.js';
import type { ClauseBase, HoursOfClock } from '../clause.js';
import type { OpenHours } from '../calendar/open-hours.js';
import { isOpen, nextOpening } from '../calendar/open-time.js';
import { judgeClock, type ClockFlag } from '../clock/clock.js';
import { knownBy, type KnownClock } from '../clock/known.js';
import { reachedAt } from '../clock/run.js';
import { yellowFrom } from '../clock/warn.js';
import { holderAt } from './escalation.js';

/** One promise that is owed now. */
export interface DueItem {
  /** The same whenever it is asked for. */
  readonly id: string;
  readonly clause: string;
  readonly kind: string;
  readonly title: string;
  readonly leadId: string;
  readonly delivery: number;
  /** Who owes, who holds the lead now, and to whom it is owed. */
  readonly by: PartyId;
  readonly person: string | null;
  readonly to: PartyId;
  readonly state: 'running' | 'outside_hours' | 'paused' | 'breached_open';
  readonly startedAt: Instant;
  /** When it turns yellow; null where the clause does not warn before it is due, and where nobody knows while it is paused. */
  readonly warnAt: Instant | null;
  /** Null while it is paused: nobody knows until when. */
  readonly dueAt: Instant | null;
  /** Open milliseconds left; below zero, by how much it is overdue. */
  readonly leftMs: number;
  readonly flag: ClockFlag;
  readonly pausedSince: Instant | null;
  /** When the calendar opens next, where it is closed now. */
  readonly opensAt: Instant | null;
}

/**
 * What is owed as of a moment, the earliest due first and what is paused last: clocks that run or are paused, and those that
 * are overdue and still open, which are red. At one moment the order is that of `clocks`. Clocks of clauses that are not among
 * `clauses` are not asked about.
 *
 * @throws RevpactError with `sla.beyond_horizon` where a calendar has too little open time left before 2200.
 */
export const schedule = (
  clauses: readonly ClauseBase[],
  clocks: readonly ClockFact[],
  asOf: Instant,
  hoursOfClock: HoursOfClock,
): readonly DueItem[] => {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  return clocks
    .flatMap((clock): readonly DueItem[] => {
      const clause = byId.get(clock.clause);
      return clause === undefined || asOf <= clock.startedAt ? [] : dueItem(clause, clock, asOf, hoursOfClock(clock));
    })
    .sort((a, b) => (a.dueAt === b.dueAt ? 0 : (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity)));
};

const dueItem = (clause: ClauseBase, clock: ClockFact, asOf: Instant, open: OpenHours): readonly DueItem[] => {
  const judged = judgeClock(clock, asOf, open, clause.warn ?? null);
  const { state } = judged;
  if (state !== 'running' && state !== 'outside_hours' && state !== 'paused' && state !== 'breached_open') return [];
  // Ended after it was due: a breach for good, and nothing is left to do.
  if (clock.endedAt !== null && clock.endedAt < asOf) return [];
  const known = knownBy(clock, asOf, open);
  return [
    {
      id: `${clock.clause}:${clock.startedEvent}`,
      clause: clause.id,
      kind: clause.kind,
      title: clause.title,
      leadId: clock.leadId,
      delivery: clock.delivery,
      by: clock.party,
      person: holderAt(clock, asOf),
      to: clause.to,
      state,
      startedAt: clock.startedAt,
      warnAt: warnAt(clause, clock, known),
      dueAt: known.due,
      leftMs: state === 'breached_open' ? 0 - judged.over : judged.left,
      flag: state === 'breached_open' ? 'red' : judged.flag,
      pausedSince: known.paused?.from ?? null,
      opensAt: isOpen(open, asOf) ? null : nextOpening(open, asOf),
    },
  ];
};

const warnAt = ({ warn }: ClauseBase, { targetOpenMs }: ClockFact, { run, retargets, due }: KnownClock): Instant | null => {
  if (warn === undefined) return null;
  const at = reachedAt(run, targetOpenMs, retargets, (target) => yellowFrom(warn, target));
  return at === null || (due !== null && at > due) ? null : at;
};
