import type { Instant } from '../kernel/instant.js';
import type { Issue, Path } from '../kernel/issue.js';
import { ratioOf } from '../kernel/ratio.js';
import type { ClockFact, Facts, HandOffFact } from '../vocabulary/fact.js';
import type { ClauseBase, ClauseContext, ClockContext } from './clause.js';
import { judgeClock, type ClockJudgement } from './clock.js';
import { countStates, judgedOf, stateOf, type ClauseCounts, type ClauseEvidence, type ClauseFinding } from './finding.js';
import { slaIssue } from './issues.js';
import { add, openMsAt } from './open-time.js';
import { counted, percent } from './words.js';

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
  return courses.map(({ delivery, person, start, stop, endings }) => {
    const { id: calendar, open } = context.openHoursOf(clause.by, person, clause.calendar ?? null);
    const targetOpenMs = clause.within.minutes * 60_000;
    // What ended before the start (an old opt-out) ends the promise at once.
    const first = endings
      .map(({ at, because }) => ({ at: Math.max(at, start.at), because }))
      .reduce<Ending | null>((earliest, next) => (earliest === null || next.at < earliest.at ? next : earliest), null);
    const fulfilled = stop !== null && (first === null || stop.at <= first.at) ? stop : null;
    const cancelled = fulfilled === null ? first : null;
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
      dueAt: add(open, start.at, targetOpenMs),
      stoppedAt: fulfilled?.at ?? null,
      stoppedEvent: fulfilled?.event ?? null,
      stopOpenMs: fulfilled === null ? null : openMsAt(open, fulfilled.at),
      cancelledAt: cancelled?.at ?? null,
      cancelledBy: cancelled?.because ?? null,
      waivedAt: null,
      waivedEvent: null,
      excusedBy: null,
      unproven: byDay.has(start.event) || (fulfilled !== null && byDay.has(fulfilled.event)),
    };
  });
};

/** Events that are known to the day only, as far as the facts tell: deliveries, and what entered a stage. */
const eventsByDay = (facts: Facts): ReadonlySet<string> =>
  new Set([
    ...facts.handOffs.filter((one) => one.deliveredByDay).map((one) => one.deliveredEvent),
    ...facts.stageVisits.filter((one) => one.enteredByDay).map((one) => one.enteredEvent),
  ]);

/** Judge a clause with clocks: those that started in the period, and before `asOf`. */
export const assessTimed = (
  clause: TimedClause,
  facts: Facts,
  context: ClauseContext,
  say: (counts: ClauseCounts, judged: number) => string,
): ClauseFinding => {
  const { period, asOf } = context;
  const evidence = facts.clocks
    .filter((clock) => clock.clause === clause.id && clock.pactVersion === context.pactVersion)
    .filter(({ startedAt }) => startedAt >= period.start && startedAt < period.end && startedAt < asOf)
    .map((clock) => evidenceOf(clause, clock, context))
    .sort((a, b) => a.startedAt - b.startedAt);
  const counts = countStates(evidence);
  const agreed = ratioOf(clause.share);
  const judged = judgedOf(counts);
  const state = stateOf(counts, agreed);
  return {
    clause: clause.id,
    kind: clause.kind,
    title: clause.title,
    by: clause.by,
    to: clause.to,
    pactVersion: context.pactVersion,
    period: period.label,
    asOf,
    state,
    counts,
    numerator: counts.met,
    denominator: judged,
    agreed,
    evidence,
    sentence: [say(counts, judged), ...besides(counts)].join(' '),
  };
};

const evidenceOf = (clause: TimedClause, clock: ClockFact, { asOf, openHoursOf }: ClauseContext): ClauseEvidence => {
  const { open } = openHoursOf(clock.party, clock.person, clause.calendar ?? null);
  const judgement = judgeClock(clock, asOf, open, clause.warn === undefined ? null : clause.warn.minutes * 60_000);
  const stopped = clock.stoppedAt !== null && clock.stoppedAt < asOf;
  return {
    leadId: clock.leadId,
    delivery: clock.delivery,
    person: clock.person,
    state: judgement.state,
    startedAt: clock.startedAt,
    startedEvent: clock.startedEvent,
    dueAt: clock.dueAt,
    stoppedAt: stopped ? clock.stoppedAt : null,
    stoppedEvent: stopped ? clock.stoppedEvent : null,
    marginMs: marginOf(judgement),
    because: becauseOf(judgement),
  };
};

const marginOf = (judgement: ClockJudgement): number | null => {
  switch (judgement.state) {
    case 'running':
      return judgement.left;
    case 'met':
      return judgement.spare;
    case 'breached_open':
    case 'answered_late':
    case 'excused':
      return judgement.over === null ? null : 0 - judgement.over;
    case 'not_started':
    case 'waived':
    case 'cancelled':
    case 'unproven':
      return null;
  }
};

const becauseOf = (judgement: ClockJudgement): string | null => {
  switch (judgement.state) {
    case 'waived':
      return judgement.event;
    case 'excused':
    case 'cancelled':
      return judgement.by;
    case 'unproven':
      return 'known to the day only';
    case 'not_started':
    case 'running':
    case 'met':
    case 'breached_open':
    case 'answered_late':
      return null;
  }
};

/** What a reader should know besides the share: what is left out of it, and why. */
const besides = (counts: ClauseCounts): readonly string[] => {
  const said: readonly (readonly [number, string, string])[] = [
    [counts.breachedOpen, 'is overdue and still open', 'are overdue and still open'],
    [counts.running, 'is still running', 'are still running'],
    [counts.excused, 'is excused by the other side’s earlier breach', 'are excused by the other side’s earlier breaches'],
    [counts.waived, 'was waived', 'were waived'],
    [counts.cancelled, 'stopped mattering before it was due', 'stopped mattering before they were due'],
    [counts.unproven, 'is unproven, because it is known to the day only', 'are unproven, because they are known to the day only'],
  ];
  const parts = said.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many));
  return parts.length === 0 ? [] : [`${parts.join('; ')}.`];
};

/** `(95.6 %); agreed are 90 %.` */
export const againstAgreed = (clause: { readonly share: string }, kept: number, judged: number): string => {
  const agreed = ratioOf(clause.share);
  return `(${percent({ numerator: kept, denominator: judged }, agreed)}); agreed are ${percent(agreed)}.`;
};

/** A clock that warns before it runs would be yellow from the start. */
export const lintWarning = (clause: TimedClause, path: Path): readonly Issue[] =>
  clause.warn === undefined || clause.warn.minutes < clause.within.minutes
    ? []
    : [slaIssue('warns_from_start', { clause: clause.id, warn: clause.warn.minutes, within: clause.within.minutes }, [...path, 'warn'])];
