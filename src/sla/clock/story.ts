import type { Instant } from '../../kernel/instant.js';
import type { LeadEventFact } from '../../vocabulary/fact.js';
import type { Milestones } from '../../vocabulary/framework.js';
import { meets, type Condition } from '../condition.js';
import type { Moment, TimedClause } from './course.js';
import { heldIn, type Hold } from './hold.js';
import { firstWhere } from './run.js';

/** A place in the life of a lead: a moment, and the number of its events that came before or then. */
export interface Place {
  readonly at: Instant;
  readonly passed: number;
}

/** Something that an event of a lead says, with its position among the lead's events. */
export interface Mark<Said> extends Moment {
  readonly position: number;
  readonly said: Said;
}

/** What says which window applies to a lead. */
export interface Priority {
  /** The fit tier, as last recorded. */
  readonly tier: string | null;
  /** Where it came from, as first recorded. */
  readonly source: string | null;
}

/** What a clause asks about the life of one lead, found out once for all its clocks. */
export interface Story {
  /** Before any of `priorities`. */
  readonly priority: Priority;
  readonly holds: readonly Hold[];
  /** The tier and source, wherever one of them is recorded. */
  readonly priorities: readonly Mark<Priority>[];
  /** Who holds the lead for the party that owes, wherever that changes. */
  readonly holders: readonly Mark<string>[];
  /** What ends every clock of the clause; says which type of event it is. */
  readonly cancels: readonly Mark<string>[];
  readonly reopens: readonly Mark<string>[];
  /** Whether the lead is one that the clause is about, by the start of a clock. */
  readonly eligible: (start: Moment) => boolean;
  /** The place right after an event that starts a clock, and right after one that stops it. */
  readonly afterStart: (start: Moment) => Place;
  readonly afterStop: (stop: Moment) => Place;
  /** The number of events up to and with the one of a moment; null where the facts do not have it. */
  readonly passedWith: (moment: Moment) => number | null;
  /** Whether one of its events at a moment is known to the day only. */
  readonly hasDayAt: (at: Instant) => boolean;
}

/**
 * What a clause asks about the life of a lead.
 *
 * @param events - Of the lead, in order.
 * @param source - Where the lead came from, where no event of it says so.
 */
export const storyOf = (clause: TimedClause, events: readonly LeadEventFact[], source: string | null, milestones: Milestones): Story => {
  const { onlyAfter, cancelledBy, pauses, reopen, windows } = clause;
  const any = (conditions: readonly Condition[]): ((event: LeadEventFact) => boolean) => (event) =>
    conditions.some((condition) => meets(condition, event, milestones));
  const typesWhere = (conditions: readonly Condition[] | undefined): readonly Mark<string>[] => {
    if (conditions === undefined) return [];
    const holds = any(conditions);
    return markIn(events, (event) => (holds(event) ? event.type : null));
  };
  const firstAt = (at: Instant): number => firstWhere(events.length, (i) => (events[i]?.at ?? Infinity) >= at);
  const passedWith = finder(events, firstAt);
  const afterStart = (start: Moment): Place => ({ at: start.at, passed: passedWith(start) ?? firstAt(start.at + 1) });
  let days: ReadonlySet<Instant> | null = null;
  const asked = onlyAfter === undefined ? 0 : events.findIndex(any(onlyAfter)) + 1;
  return {
    priority: { tier: null, source: windows === undefined || events.some((event) => event.source !== null) ? null : source },
    holds: pauses === undefined ? [] : heldIn(events, pauses, milestones),
    priorities: windows === undefined ? [] : prioritiesIn(events),
    holders: holdersIn(events, clause.by),
    cancels: typesWhere(cancelledBy),
    reopens: typesWhere(reopen?.by),
    eligible: (start) => onlyAfter === undefined || (asked > 0 && asked <= afterStart(start).passed),
    afterStart,
    afterStop: (stop) => ({ at: stop.at, passed: passedWith(stop) ?? firstAt(stop.at) }),
    passedWith,
    hasDayAt: (at) => (days ??= new Set(events.filter(({ byDay }) => byDay).map((event) => event.at))).has(at),
  };
};

/** How many events of one moment are looked through before they are listed by id. */
const FEW = 16;

const finder = (events: readonly LeadEventFact[], firstAt: (at: Instant) => number): Story['passedWith'] => {
  let byId: ReadonlyMap<string, number> | null = null;
  return ({ at, event }) => {
    const first = firstAt(at);
    for (let i = first; i < first + FEW; i += 1) {
      if (events[i]?.eventId === event) return i + 1;
      if (events[i]?.at !== at) return null;
    }
    byId ??= new Map(events.map(({ eventId }, i) => [eventId, i + 1]));
    return byId.get(event) ?? null;
  };
};

const markIn = <Said>(events: readonly LeadEventFact[], sayOf: (event: LeadEventFact) => Said | null): readonly Mark<Said>[] => {
  const marks: Mark<Said>[] = [];
  for (const [position, event] of events.entries()) {
    const said = sayOf(event);
    if (said !== null) marks.push({ at: event.at, event: event.eventId, position, said });
  }
  return marks;
};

/** A tier holds until the next is recorded; a source is that of the first event that tells one. */
const prioritiesIn = (events: readonly LeadEventFact[]): readonly Mark<Priority>[] => {
  let last: Priority = { tier: null, source: null };
  return markIn(events, ({ tier, source }) => {
    if (tier === null && (source === null || last.source !== null)) return null;
    last = { tier: tier ?? last.tier, source: last.source ?? source };
    return last;
  });
};

/**
 * Who holds the lead for a party. An event that names a person and no party speaks of the party that had the lead last; as
 * long as none had, of the party that acts.
 */
const holdersIn = (events: readonly LeadEventFact[], party: string): readonly Mark<string>[] => {
  let withParty: string | null = null;
  return markIn(events, ({ holder, holderParty, party: actor }) => {
    withParty = holderParty ?? withParty;
    return (withParty ?? actor) === party ? holder : null;
  });
};

/** The position in the list of the first mark that so many events have not passed; its length where there is none. */
export const firstFrom = (marks: readonly Mark<unknown>[], passed: number): number =>
  firstWhere(marks.length, (i) => (marks[i]?.position ?? Infinity) >= passed);

/** The first mark from a place on. */
export const nextMark = <Said>(marks: readonly Mark<Said>[], { passed }: Place): Mark<Said> | null => marks[firstFrom(marks, passed)] ?? null;

/** The place right after a mark. */
export const after = ({ at, position }: Mark<unknown>): Place => ({ at, passed: position + 1 });
