import type { Instant } from '../kernel/instant.js';
import type { ClockFact } from '../vocabulary/fact.js';
import type { PartyId } from '../vocabulary/party.js';
import type { ClauseBase, HoursOfClock } from './clause.js';
import { judgeClock, type ClockFlag } from './clock.js';
import { add, isOpen, openMsAt } from './open-time.js';

/** One promise that is owed now. */
export interface DueItem {
  readonly clause: string;
  readonly title: string;
  readonly leadId: string;
  readonly delivery: number;
  /** Who owes, and to whom. */
  readonly by: PartyId;
  readonly person: string | null;
  readonly to: PartyId;
  /** When it turns yellow; null where the clause does not warn. */
  readonly warnAt: Instant | null;
  readonly dueAt: Instant;
  /** Open milliseconds left; below zero, by how much it is overdue. */
  readonly leftMs: number;
  readonly flag: ClockFlag;
  readonly outsideHours: boolean;
}

/**
 * What is owed as of a moment, the earliest due first: running clocks, and those that are overdue and still open, which
 * are red. Ties keep the order of `clocks`. Clocks of clauses that are not among `clauses` are not asked about.
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
      if (clause === undefined) return [];
      const open = hoursOfClock(clock);
      const warnOpenMs = clause.warn === undefined ? null : clause.warn.minutes * 60_000;
      const judged = judgeClock(clock, asOf, open, warnOpenMs);
      if (judged.state !== 'running' && judged.state !== 'breached_open') return [];
      if (clock.endedAt !== null && clock.endedAt < asOf) return [];
      return [
        {
          clause: clause.id,
          title: clause.title,
          leadId: clock.leadId,
          delivery: clock.delivery,
          by: clock.party,
          person: clock.person,
          to: clause.to,
          warnAt: warnOpenMs === null ? null : add(open, clock.startedAt, Math.max(0, clock.targetOpenMs - warnOpenMs)),
          dueAt: clock.dueAt,
          leftMs: clock.startOpenMs + clock.targetOpenMs - openMsAt(open, asOf),
          flag: judged.state === 'running' && judged.flag !== null ? judged.flag : 'red',
          outsideHours: !isOpen(open, asOf),
        },
      ];
    })
    .sort((a, b) => a.dueAt - b.dueAt);
};
