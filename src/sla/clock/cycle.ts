import type { ClockFact, ClockHolder } from '../../vocabulary/fact.js';
import { openMsAt } from '../calendar/open-time.js';
import type { ClockContext } from '../clause.js';
import type { Course, TimedClause } from './course.js';
import { lifeOf, type Beginning, type Life } from './life.js';
import { pausesOf } from './pauses.js';
import { reachedAt, runOf } from './run.js';
import { firstFrom, type Place, type Story } from './story.js';
import { targetsOf } from './target.js';

/** A clock that does not know yet which of its delivery it is. */
export type Unnumbered = Omit<ClockFact, 'cycle'>;

/** The clocks of one course: one, and another each time the promise begins anew. */
export const cyclesOf = (
  clause: TimedClause,
  course: Course,
  story: Story,
  byDay: ReadonlySet<string>,
  context: ClockContext,
): readonly Unnumbered[] => {
  const clocks: Unnumbered[] = [];
  let beginning: Beginning | null = { moment: course.start, place: story.afterStart(course.start), person: personAt(course, story) };
  while (beginning !== null) {
    const life: Life = lifeOf(clause, course, story, beginning);
    const clock = clockOf(clause, course, story, { beginning, life }, context);
    const isUnproven = provesNothing(clock, life, story, byDay, course.doubtful && clocks.length === 0);
    clocks.push(isUnproven ? { ...clock, unproven: true } : clock);
    beginning = life.anew;
  }
  return clocks;
};

/** Who has the lead when the promise begins: the last to whom it was given since it was handed over, or ever where it was not. */
const personAt = ({ delivery, handed, start, person }: Course, { holders, afterStart, passedWith }: Story): string | null => {
  const since = handed !== undefined ? passedWith(handed) : delivery === 0 ? 0 : null;
  const held = since === null ? undefined : holders[firstFrom(holders, afterStart(start).passed) - 1];
  return held !== undefined && since !== null && held.position >= since ? held.said : person;
};

interface Lived {
  readonly beginning: Beginning;
  readonly life: Life;
}

const clockOf = (clause: TimedClause, course: Course, story: Story, { beginning, life }: Lived, context: ClockContext): Unnumbered => {
  const { moment: start, place, person } = beginning;
  const { stop, end } = life;
  const { id: calendar, open } = context.openHoursOf(clause.by, person, clause.calendar ?? null);
  const over = overAt(life, story);
  const pauses = pausesOf(story.holds, life.answered, start.at, over?.at ?? Infinity);
  const run = runOf(open, start.at, pauses);
  const { targetOpenMs, retargets } = targetsOf(clause, story, { start: place, end: over }, life.answered, run);
  const dueAt = reachedAt(run, targetOpenMs, retargets);
  const startOpenMs = openMsAt(open, start.at);
  return {
    clause: clause.id,
    kind: clause.kind,
    leadId: course.leadId,
    delivery: course.delivery,
    party: clause.by,
    person,
    holders: holdersOf(story, beginning, over),
    pactVersion: context.pactVersion,
    calendar,
    calendarDigest: open.digest,
    startedAt: start.at,
    startedEvent: start.event,
    startOpenMs,
    targetOpenMs,
    retargets,
    pauses,
    dueAt,
    stoppedAt: stop?.at ?? null,
    stoppedEvent: stop?.event ?? null,
    stopOpenMs: stop === null ? null : startOpenMs + run.ranAt(stop.at),
    endedAt: end?.at ?? null,
    endedBy: end?.because ?? null,
    cancelledAt: end !== null && (dueAt === null || end.at <= dueAt) ? end.at : null,
    waivedAt: null,
    waivedEvent: null,
    waivedBy: null,
    waivedWhy: null,
    excusedBy: null,
    unproven: false,
  };
};

/** The place at which nothing matters any more; null where it is still owed. */
const overAt = ({ stop, end }: Life, story: Story): Place | null => {
  if (stop !== null) return story.afterStop(stop);
  if (end === null) return null;
  return end.mark === null ? story.afterStart({ at: end.at, event: '' }) : { at: end.at, passed: end.mark.position };
};

const holdersOf = ({ holders }: Story, { moment, place, person }: Beginning, over: Place | null): readonly ClockHolder[] => {
  const held: ClockHolder[] = [{ from: moment.at, person }];
  const last = over === null ? holders.length : firstFrom(holders, over.passed);
  for (const { at, said } of holders.slice(firstFrom(holders, place.passed), last)) {
    if (held.at(-1)?.person !== said) held.push({ from: at, person: said });
  }
  return held;
};

/**
 * A moment that is known to the day only, where it decides when the clock was due or how it ended, proves nothing in hours.
 * An answer on a day that began after it was due was late all the same.
 */
const provesNothing = (clock: Unnumbered, { end }: Life, story: Story, byDay: ReadonlySet<string>, doubtful: boolean): boolean => {
  const { startedAt, startedEvent, pauses, retargets, dueAt, stoppedAt, stoppedEvent, cancelledAt } = clock;
  if (byDay.size === 0 && !doubtful) return false;
  const counts = (at: number): boolean => dueAt === null || at <= dueAt;
  return (
    byDay.has(startedEvent) ||
    (stoppedAt !== null && stoppedEvent !== null && counts(stoppedAt) && byDay.has(stoppedEvent)) ||
    (doubtful && (stoppedAt === null || !counts(stoppedAt))) ||
    pauses.some(
      ({ from, fromEvent, untilEvent }) =>
        counts(from) && ((from > startedAt && byDay.has(fromEvent)) || (untilEvent !== null && byDay.has(untilEvent))),
    ) ||
    retargets.some(({ event }) => byDay.has(event)) ||
    (cancelledAt !== null && end !== null && (end.mark === null ? story.hasDayAt(end.at) : byDay.has(end.mark.event)))
  );
};
