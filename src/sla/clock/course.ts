import { groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import type { ClockFact, Facts, HandOffFact } from '../../vocabulary/fact.js';
import type { ClauseBase, ClockContext, Window } from '../clause.js';
import type { Condition } from '../condition.js';
import { cyclesOf, type Unnumbered } from './cycle.js';
import { eventsOf } from './events-of.js';
import { storyOf, type Story } from './story.js';

/** What a clause with a clock promises; its kind says which moments start and stop the clock. */
export interface TimedClause extends ClauseBase {
  readonly share: string;
  readonly within: { readonly minutes: number };
  readonly windows?: readonly Window[];
  readonly whenWindowChanges?: 'keep' | 'from_start' | 'remaining_share';
  /** What starts and stops the clocks of kinds that say it by conditions. */
  readonly asks?: readonly Condition[];
  readonly starts?: readonly Condition[];
  readonly stops?: readonly Condition[];
  readonly onlyAfter?: readonly Condition[];
  readonly pauses?: readonly { readonly from: Condition; readonly until: Condition }[];
  readonly cancelledBy?: readonly Condition[];
  readonly reopen?: { readonly by: readonly Condition[]; readonly then: 'restart' | 'resume' };
}

/** A moment with the event that proves it. */
export interface Moment {
  readonly at: Instant;
  readonly event: string;
}

/** A reason for which a promise stops mattering unfulfilled. One that was delivered anew is superseded; any other is cancelled. */
export interface Ending {
  readonly at: Instant;
  /** In a word: `delivered_anew`, `rejected`, `opted_out`. */
  readonly because: string;
}

/** An ending where there was one. */
export const ending = (at: Instant | null, because: string): readonly Ending[] => (at === null ? [] : [{ at, because }]);

/** What starts, fulfils and ends one promise, as its kind tells it. What the clause says of any clock comes on top. */
export interface Course {
  readonly leadId: string;
  /** Which delivery of the lead; 0 where the promise is about none. */
  readonly delivery: number;
  /** Whose hours it runs on: to whom the lead was handed. */
  readonly person: string | null;
  /** Where it begins after the delivery: with what the lead was handed over. It may have been given to somebody else since. */
  readonly handed?: Moment;
  readonly start: Moment;
  /**
   * What first fulfils it at or after a moment: the start, where the kind decides what an answer at that very moment is; and
   * once it was reopened or began anew, the moment of that.
   */
  readonly fulfilled: (since: Instant) => Moment | null;
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
 * The clocks of each course: one, and another each time the promise begins anew. What the clause says of any clock comes on
 * top of what its kind says: to whom it applies, how long it takes, what holds it, ends it, brings it back.
 *
 * Of what happens at the same moment, the order of the log decides. Where the facts do not tell it, an answer comes before
 * an ending, both before a pause, and the start comes last.
 *
 * @throws RevpactError with `sla.beyond_horizon` where a calendar has too little open time left before 2200.
 */
export const clocksFor = (clause: TimedClause, courses: readonly Course[], facts: Facts, context: ClockContext): readonly ClockFact[] => {
  const ofLead = groupBy(courses, ({ leadId }) => leadId);
  const eventsOfLead = eventsOf(ofLead.keys(), facts.leadEvents);
  const sources = new Map(clause.windows === undefined ? [] : facts.leads.map(({ leadId, source }) => [leadId, source]));
  const byDay = eventsByDay(facts);
  const clocks = new Map<Course, readonly ClockFact[]>();
  for (const [leadId, own] of ofLead) {
    const story = storyOf(clause, eventsOfLead(leadId), sources.get(leadId) ?? null, context.milestones);
    const eligible = own.filter(({ start }) => story.eligible(start));
    const made = numbered(eligible.map((course) => cyclesOf(clause, course, story, byDay, context)), story);
    eligible.forEach((course, i) => clocks.set(course, made[i] ?? []));
  }
  return courses.flatMap((course) => clocks.get(course) ?? []);
};

/** The clocks of a lead's courses, numbered by their start for each delivery. */
const numbered = (made: readonly (readonly Unnumbered[])[], { passedWith }: Story): readonly (readonly ClockFact[])[] => {
  const counts = new Map<number, number>();
  const cycles = new Map<Unnumbered, number>();
  const place = ({ startedAt: at, startedEvent: event }: Unnumbered): number => passedWith({ at, event }) ?? 0;
  for (const clock of made.flat().sort((a, b) => a.startedAt - b.startedAt || place(a) - place(b))) {
    const cycle = (counts.get(clock.delivery) ?? 0) + 1;
    counts.set(clock.delivery, cycle);
    cycles.set(clock, cycle);
  }
  return made.map((clocks) => clocks.map((clock) => ({ ...clock, cycle: cycles.get(clock) ?? 1 })));
};

/** Events that are known to the day only, as far as the facts tell. */
const eventsByDay = ({ leadEvents, handOffs, activities, stageVisits, feedback }: Facts): ReadonlySet<string> => {
  const known = new Set<string>();
  for (const { byDay, eventId } of leadEvents) if (byDay) known.add(eventId);
  for (const { deliveredByDay, deliveredEvent } of handOffs) if (deliveredByDay) known.add(deliveredEvent);
  for (const { byDay, eventId } of activities) if (byDay) known.add(eventId);
  for (const { enteredByDay, enteredEvent } of stageVisits) if (enteredByDay) known.add(enteredEvent);
  for (const { byDay, event } of feedback) if (byDay) known.add(event);
  return known;
};
