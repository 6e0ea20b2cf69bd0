import { ratioOf } from '../../kernel/ratio.js';
import type { ClockFact, Facts } from '../../vocabulary/fact.js';
import type { ClauseContext } from '../clause.js';
import { judgeKnown, type ClockJudgement } from '../clock/clock.js';
import type { TimedClause } from '../clock/course.js';
import { knownBy } from '../clock/known.js';
import { answerable } from '../clock/ledger.js';
import { percent } from '../words.js';
import { judgedOf, type Alarm, type ClauseEvidence, type ClauseFinding } from './finding.js';
import { findingOfShare, type Sayings } from './of-share.js';

/** A clock that was judged, with the row of evidence that it gave. */
export interface JudgedClock {
  readonly clock: ClockFact;
  readonly evidence: ClauseEvidence;
}

/**
 * Judge a clause with clocks: those that started in the period, and before `asOf`, each under the version of the pact
 * that it began with.
 *
 * @param say - The first sentence: how many were kept of how many.
 * @param alarms - What a kind raises besides.
 */
export const assessTimed = (
  clause: TimedClause,
  facts: Facts,
  context: ClauseContext,
  say: Sayings['say'],
  alarms: (judged: readonly JudgedClock[]) => readonly Alarm[] = () => [],
): ClauseFinding => {
  const { period, asOf } = context;
  const clocks = facts.clocks
    .filter((clock) => clock.clause === clause.id)
    .filter(({ startedAt }) => startedAt >= period.start && startedAt < period.end && startedAt < asOf)
    .map((clock) => ({ clock, evidence: evidenceOf(clause, clock, context) }))
    .sort((a, b) => a.clock.startedAt - b.clock.startedAt);
  const evidence = clocks.map((one) => one.evidence);
  return findingOfShare(clause, context, evidence, alarms(clocks), { say, besides });
};

const evidenceOf = (clause: TimedClause, clock: ClockFact, context: ClauseContext): ClauseEvidence => {
  const { asOf } = context;
  const open = context.hoursOfClock(clock);
  const known = knownBy(clock, asOf, open);
  const judgement = judgeKnown(clock, known, asOf, open, null);
  const reassign = context.wordingAt(clause, clock.startedAt)?.reassign ?? 'keep';
  return {
    leadId: clock.leadId,
    delivery: clock.delivery,
    person: answerable(clock, reassign, known, asOf),
    state: judgement.state,
    startedAt: clock.startedAt,
    startedEvent: clock.startedEvent,
    dueAt: known.due,
    stoppedAt: known.stopped?.at ?? null,
    stoppedEvent: known.stopped?.event ?? null,
    marginMs: marginOf(judgement),
    because: becauseOf(judgement),
  };
};

const marginOf = (judgement: ClockJudgement): number | null => {
  switch (judgement.state) {
    case 'running':
    case 'outside_hours':
    case 'paused':
      return judgement.left;
    case 'met':
      return judgement.spare;
    case 'breached_open':
    case 'answered_late':
    case 'excused':
      return 0 - judgement.over;
    case 'not_started':
    case 'waived':
    case 'superseded':
    case 'cancelled':
    case 'unproven':
      return null;
  }
};

const becauseOf = (judgement: ClockJudgement): string | null => {
  switch (judgement.state) {
    case 'waived':
    case 'paused':
      return judgement.event;
    case 'excused':
    case 'superseded':
    case 'cancelled':
      return judgement.by;
    case 'unproven':
      return 'known to the day only';
    case 'not_started':
    case 'running':
    case 'outside_hours':
    case 'met':
    case 'breached_open':
    case 'answered_late':
      return null;
  }
};

/** What a reader should know besides the share: what is left out of it, and why. */
const besides: Sayings['besides'] = (counts, agreed) => {
  const all = judgedOf(counts) + counts.excused;
  const withExcused = ` (counted, they would make it ${percent({ numerator: counts.met, denominator: all }, agreed)})`;
  return [
    [counts.breachedOpen, 'is overdue and still open', 'are overdue and still open'],
    [counts.running, 'is still running', 'are still running'],
    [counts.paused, 'is paused', 'are paused'],
    [counts.excused, `is excused by the other side’s earlier breach${withExcused}`, `are excused by the other side’s earlier breaches${withExcused}`],
    [counts.waived, 'was waived', 'were waived'],
    [counts.superseded, 'was superseded before it was due', 'were superseded before they were due'],
    [counts.cancelled, 'stopped mattering before it was due', 'stopped mattering before they were due'],
    [counts.unproven, 'is unproven, because it is known to the day only', 'are unproven, because they are known to the day only'],
  ];
};

/** `(95.6 %); agreed are 90 %.` */
export const againstAgreed = (clause: { readonly share: string }, kept: number, judged: number): string => {
  const agreed = ratioOf(clause.share);
  return `(${percent({ numerator: kept, denominator: judged }, agreed)}); agreed are ${percent(agreed)}.`;
};

export { lintTimed } from '../clock/lint.js';
