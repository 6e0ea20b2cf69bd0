import type { Instant } from '../kernel/instant.js';
import { compareRatios, type Ratio } from '../kernel/ratio.js';
import type { PartyId } from '../vocabulary/party.js';
import type { ClauseBase, ClauseContext } from './clause.js';
import type { ClockState } from './clock.js';

/**
 * kept: the agreed share is reached whatever becomes of what is still running. broken: it is missed whatever becomes of
 * it. at_risk: what is running decides. excused: broken, and kept once the breaches are left out that the other side's
 * earlier breaches excuse. unproven: nothing was judged and nothing runs.
 */
export const FINDING_STATES = ['kept', 'at_risk', 'broken', 'excused', 'unproven'] as const;
/** What became of a clause, in one word. */
export type FindingState = (typeof FINDING_STATES)[number];

/** How many promises of a clause are in which state. */
export interface ClauseCounts {
  readonly met: number;
  readonly answeredLate: number;
  readonly breachedOpen: number;
  readonly running: number;
  readonly waived: number;
  readonly excused: number;
  readonly cancelled: number;
  readonly unproven: number;
}

/** One record behind a finding: one promise, with the events that prove it. */
export interface ClauseEvidence {
  readonly leadId: string;
  /** Which delivery of the lead; null where the clause is not about deliveries. */
  readonly delivery: number | null;
  readonly person: string | null;
  readonly state: ClockState;
  readonly startedAt: Instant;
  readonly startedEvent: string;
  readonly dueAt: Instant | null;
  readonly stoppedAt: Instant | null;
  readonly stoppedEvent: string | null;
  /** Open milliseconds to spare or left; below zero, by how much it is over. Null where there is no clock, or none to tell. */
  readonly marginMs: number | null;
  /** What decided besides the clock: the waiver's event, the excusing clause, what was missing, why it was cancelled. */
  readonly because: string | null;
}

/** What became of one clause over a period. */
export interface ClauseFinding {
  readonly clause: string;
  readonly kind: string;
  readonly title: string;
  readonly by: PartyId;
  readonly to: PartyId;
  readonly pactVersion: string;
  readonly period: string;
  readonly asOf: Instant;
  readonly state: FindingState;
  readonly counts: ClauseCounts;
  /** Kept over judged; what runs, is waived, excused, cancelled or unproven is in neither. */
  readonly numerator: number;
  readonly denominator: number;
  /** The part of one that numerator over denominator must reach. */
  readonly agreed: Ratio;
  /** By start, earliest first. */
  readonly evidence: readonly ClauseEvidence[];
  /** The finding in words for people. */
  readonly sentence: string;
}

/** Count the states of evidence. */
export const countStates = (evidence: readonly ClauseEvidence[]): ClauseCounts => {
  const count = (state: ClockState): number => evidence.filter((one) => one.state === state).length;
  return {
    met: count('met'),
    answeredLate: count('answered_late'),
    breachedOpen: count('breached_open'),
    running: count('running'),
    waived: count('waived'),
    excused: count('excused'),
    cancelled: count('cancelled'),
    unproven: count('unproven'),
  };
};

/** Promises that were kept or broken, leaving out what is excused, waived, cancelled or unproven. */
export const judgedOf = ({ met, answeredLate, breachedOpen }: ClauseCounts): number => met + answeredLate + breachedOpen;

/** The state of a clause that promises a share of its cases. Shares are compared exactly. */
export const stateOf = (counts: ClauseCounts, agreed: Ratio): FindingState => {
  const judged = judgedOf(counts);
  if (judged + counts.running + counts.excused === 0) return 'unproven';
  const without = between(counts.met, judged, counts.running, agreed);
  const withExcused = between(counts.met, judged + counts.excused, counts.running, agreed);
  return without === 'kept' && withExcused === 'broken' ? 'excused' : without;
};

/** Kept at worst, broken at best, or in between. Nothing to judge is kept: nothing was broken. */
const between = (met: number, judged: number, running: number, agreed: Ratio): 'kept' | 'broken' | 'at_risk' => {
  const all = judged + running;
  const reaches = (numerator: number): boolean => all === 0 || compareRatios({ numerator, denominator: all }, agreed) >= 0;
  return reaches(met) ? 'kept' : reaches(met + running) ? 'at_risk' : 'broken';
};

/** What every finding says of its clause and of when it was judged. */
export const findingHead = (
  { id, kind, title, by, to }: ClauseBase,
  { pactVersion, period, asOf }: ClauseContext,
): Pick<ClauseFinding, 'clause' | 'kind' | 'title' | 'by' | 'to' | 'pactVersion' | 'period' | 'asOf'> => ({
  clause: id,
  kind,
  title,
  by,
  to,
  pactVersion,
  period: period.label,
  asOf,
});
