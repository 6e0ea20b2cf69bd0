import type { Issue, Path } from '../kernel/issue.js';
import type { Facts } from '../vocabulary/fact.js';
import { clauseKind, type ClauseContext, type ClauseKind, type ClockContext } from './clause.js';
import { clocksFor, type Course, type TimedClause } from './clock/course.js';
import { clockBreaches } from './clock/excuse.js';
import type { Alarm, ClauseCounts } from './finding/finding.js';
import { assessTimed, lintTimed, type JudgedClock } from './finding/timed.js';

/** What a kind with a clock has of its own. */
export interface TimedKind<Own extends TimedClause> {
  readonly kind: Own['kind'];
  readonly title: string;
  /** What starts, fulfils and ends each promise. */
  readonly courses: (clause: Own, facts: Facts, context: ClockContext) => readonly Course[];
  /** The first sentence of a finding: how many were kept of how many. */
  readonly say: (clause: Own, counts: ClauseCounts, judged: number, context: ClauseContext) => string;
  /** What the share does not show. */
  readonly alarms?: (clause: Own, judged: readonly JudgedClock[], facts: Facts, context: ClauseContext) => readonly Alarm[];
  /** What is wrong with a clause of this kind besides what may be wrong with any clock. */
  readonly lint?: (clause: Own, path: Path) => readonly Issue[];
}

/** A kind of promise with a clock, from what it has of its own: all else is the same for every clock. */
export const timedKind = <Own extends TimedClause>({ kind, title, courses, say, alarms, lint }: TimedKind<Own>): ClauseKind =>
  clauseKind<Own>({
    kind,
    title,
    byDelivery: true,
    lint: (clause, path) => [...lintTimed(clause, path), ...(lint?.(clause, path) ?? [])],
    clocks: (clause, facts, context) => clocksFor(clause, courses(clause, facts, context), facts, context),
    breaches: (_clause, _facts, clocks) => clockBreaches(clocks),
    assess: (clause, facts, context) =>
      assessTimed(
        clause,
        facts,
        context,
        (counts, judged) => say(clause, counts, judged, context),
        (judged) => alarms?.(clause, judged, facts, context) ?? [],
      ),
  });
