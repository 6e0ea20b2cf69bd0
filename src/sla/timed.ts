import type { Issue, Path } from '../kernel/issue.js';
import { ratioOf, type Ratio } from '../kernel/ratio.js';
import type { ClockFact, Facts } from '../vocabulary/fact.js';
import type { ClauseContext } from './clause.js';
import { judgeClock, type ClockJudgement } from './clock.js';
import type { TimedClause } from './course.js';
import { countStates, findingHead, judgedOf, stateOf, type ClauseCounts, type ClauseEvidence, type ClauseFinding } from './finding.js';
import { slaIssue } from './issues.js';
import { counted, percent } from './words.js';

/**
 * Judge a clause with clocks: those that started in the period, and before `asOf`, each under the version of the pact
 * that it began with.
 */
export const assessTimed = (
  clause: TimedClause,
  facts: Facts,
  context: ClauseContext,
  say: (counts: ClauseCounts, judged: number) => string,
): ClauseFinding => {
  const { period, asOf } = context;
  const evidence = facts.clocks
    .filter((clock) => clock.clause === clause.id)
    .filter(({ startedAt }) => startedAt >= period.start && startedAt < period.end && startedAt < asOf)
    .map((clock) => evidenceOf(clause, clock, context))
    .sort((a, b) => a.startedAt - b.startedAt);
  const counts = countStates(evidence);
  const agreed = ratioOf(clause.share);
  const judged = judgedOf(counts);
  const state = stateOf(counts, agreed);
  return {
    ...findingHead(clause, context),
    state,
    counts,
    numerator: counts.met,
    denominator: judged,
    agreed,
    evidence,
    sentence: [say(counts, judged), ...besides(counts, agreed)].join(' '),
  };
};

const evidenceOf = (clause: TimedClause, clock: ClockFact, { asOf, hoursOfClock }: ClauseContext): ClauseEvidence => {
  const open = hoursOfClock(clock);
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
const besides = (counts: ClauseCounts, agreed: Ratio): readonly string[] => {
  const all = judgedOf(counts) + counts.excused;
  const withExcused = ` (counted, they would make it ${percent({ numerator: counts.met, denominator: all }, agreed)})`;
  const said: readonly (readonly [number, string, string])[] = [
    [counts.breachedOpen, 'is overdue and still open', 'are overdue and still open'],
    [counts.running, 'is still running', 'are still running'],
    [counts.excused, `is excused by the other side’s earlier breach${withExcused}`, `are excused by the other side’s earlier breaches${withExcused}`],
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
