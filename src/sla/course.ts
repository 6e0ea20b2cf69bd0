import type { Instant } from '../kernel/instant.js';
import type { ClockFact, Facts, HandOffFact } from '../vocabulary/fact.js';
import type { ClauseBase, ClockContext } from './clause.js';
import { add, openMsAt } from './open-time.js';

/** What a clause with a clock promises; its kind says which moments start and stop the clock. */
export interface TimedClause extends ClauseBase {
  readonly share: string;
  readonly within: { readonly minutes: number };
}

/** A moment with the event that proves it. */
export interface Moment {
  readonly at: Instant;
  readonly event: string;
}

/** A reason for which a promise stops mattering unfulfilled. */
export interface Ending {
  readonly at: Instant;
  readonly because: 'delivered_anew' | 'rejected' | 'opted_out';
}

/** An ending where there was one. */
export const ending = (at: Instant | null, because: Ending['because']): readonly Ending[] => (at === null ? [] : [{ at, because }]);

/** What starts, fulfils and ends one promise. */
export interface Course {
  readonly delivery: HandOffFact;
  /** Whose hours it runs on. */
  readonly person: string | null;
  readonly start: Moment;
  readonly stop: Moment | null;
  readonly endings: readonly Ending[];
  /** Something that may have fulfilled it is known to the day only, and that day is the one on which it began. */
  readonly doubtful: boolean;
}

/**
 * The deliveries that a clause between two parties is about. One whose event names no hand-off belongs to every clause
 * between its two parties.
 */
export const deliveriesOf = (facts: Facts, from: string, to: string, handOff: string | undefined): readonly HandOffFact[] =>
  facts.handOffs.filter(
    (one) => one.fromParty === from && one.toParty === to && (handOff === undefined || one.handOff === null || one.handOff === handOff),
  );

/**
 * The clock of each course. What fulfils a promise after an ending fulfils it no more; at the same moment it still does.
 *
 * @throws RevpactError with `sla.beyond_horizon` where a calendar has too little open time left before 2200.
 */
export const clocksFor = (clause: TimedClause, courses: readonly Course[], facts: Facts, context: ClockContext): readonly ClockFact[] => {
  const byDay = eventsByDay(facts);
  return courses.map(({ delivery, person, start, stop, endings, doubtful }) => {
    const { id: calendar, open } = context.openHoursOf(clause.by, person, clause.calendar ?? null);
    const targetOpenMs = clause.within.minutes * 60_000;
    // What ended before the start (an old opt-out) ends the promise at once.
    const first = endings
      .map(({ at, because }) => ({ at: Math.max(at, start.at), because }))
      .reduce<Ending | null>((earliest, next) => (earliest === null || next.at < earliest.at ? next : earliest), null);
    const fulfilled = stop !== null && (first === null || stop.at <= first.at) ? stop : null;
    const ended = fulfilled === null ? first : null;
    const dueAt = add(open, start.at, targetOpenMs);
    return {
      clause: clause.id,
      kind: clause.kind,
      leadId: delivery.leadId,
      delivery: delivery.delivery,
      party: clause.by,
      person,
      pactVersion: context.pactVersion,
      calendar,
      startedAt: start.at,
      startedEvent: start.event,
      startOpenMs: openMsAt(open, start.at),
      targetOpenMs,
      dueAt,
      stoppedAt: fulfilled?.at ?? null,
      stoppedEvent: fulfilled?.event ?? null,
      stopOpenMs: fulfilled === null ? null : openMsAt(open, fulfilled.at),
      endedAt: ended?.at ?? null,
      endedBy: ended?.because ?? null,
      cancelledAt: ended !== null && ended.at <= dueAt ? ended.at : null,
      waivedAt: null,
      waivedEvent: null,
      excusedBy: null,
      unproven:
        byDay.has(start.event) ||
        (fulfilled !== null && byDay.has(fulfilled.event)) ||
        (doubtful && (fulfilled === null || fulfilled.at > dueAt)),
    };
  });
};

/** Events that are known to the day only, as far as the facts tell: deliveries, activities, and what entered a stage. */
const eventsByDay = (facts: Facts): ReadonlySet<string> =>
  new Set([
    ...facts.handOffs.filter((one) => one.deliveredByDay).map((one) => one.deliveredEvent),
    ...facts.activities.filter((one) => one.byDay).map((one) => one.eventId),
    ...facts.stageVisits.filter((one) => one.enteredByDay).map((one) => one.enteredEvent),
  ]);
