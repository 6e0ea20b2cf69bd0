import type { Instant } from '../../kernel/instant.js';
import { compareRatios, type Ratio, type Whole } from '../../kernel/ratio.js';
import type { PartyId } from '../../vocabulary/party.js';
import type { ClauseBase, ClauseContext } from '../clause.js';
import type { ClockState } from '../clock/clock.js';
import type { ClausePlot } from './pace.js';

/**
 * kept: the agreed share is reached whatever becomes of what is still running. broken: it is missed whatever becomes of
 * it. at_risk: what is running decides. excused: broken, and kept once the breaches are left out that the other side's
 * earlier breaches excuse. unproven: nothing was judged and nothing runs, or fewer were judged than the clause asks for.
 */
export const FINDING_STATES = ['kept', 'at_risk', 'broken', 'excused', 'unproven'] as const;
/** What became of a clause, in one word. */
export type FindingState = (typeof FINDING_STATES)[number];

/** How many promises of a clause are in which state. */
export interface ClauseCounts {
  readonly met: number;
  readonly answeredLate: number;
  readonly breachedOpen: number;
  /** Not due yet, in working hours or outside them. */
  readonly running: number;
  readonly paused: number;
  readonly waived: number;
  readonly excused: number;
  readonly superseded: number;
  readonly cancelled: number;
  readonly unproven: number;
}

/** One record behind a finding: one promise, with the events that prove it. */
export interface ClauseEvidence {
  /** Null where the promise is about no lead: a budget, a training. */
  readonly leadId: string | null;
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

/** Something that the share does not show and that both sides should look at. */
export interface Alarm {
  /** What kind of thing, such as `rubber_stamp`. */
  readonly kind: string;
  readonly count: number;
  readonly sentence: string;
  readonly evidence: readonly ClauseEvidence[];
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
  /**
   * Kept over judged; what runs, is paused, waived, excused, superseded, cancelled or unproven is in neither. Of a clause
   * that asks for so much in a period: what was reached, over what is agreed for the whole of it; money in its smallest unit.
   */
  readonly numerator: Whole;
  readonly denominator: Whole;
  /** The part of one that numerator over denominator must reach. */
  readonly agreed: Ratio;
  /** By start, earliest first. */
  readonly evidence: readonly ClauseEvidence[];
  /** What the share does not show. */
  readonly alarms: readonly Alarm[];
  /** By when so much is owed in the period: the first moment that is too late. Null where each case has its own. */
  readonly deadline: Instant | null;
  /** What was planned against what was reached, day by day; null where nothing adds up over the period. */
  readonly plot: ClausePlot | null;
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
    running: count('running') + count('outside_hours'),
    paused: count('paused'),
    waived: count('waived'),
    excused: count('excused'),
    superseded: count('superseded'),
    cancelled: count('cancelled'),
    unproven: count('unproven'),
  };
};

/** Promises that were kept or broken, leaving out what is excused, waived, superseded, cancelled or unproven. */
export const judgedOf = ({ met, answeredLate, breachedOpen }: ClauseCounts): number => met + answeredLate + breachedOpen;

/** Promises that may still be kept or broken. */
export const undecidedOf = ({ running, paused }: ClauseCounts): number => running + paused;

/**
 * The state of a clause that promises a share of its cases. Shares are compared exactly.
 *
 * @param minimumSample - While fewer were judged, a share proves nothing; so many with those that are excused can excuse it.
 */
export const stateOf = (counts: ClauseCounts, agreed: Ratio, minimumSample = 0): FindingState => {
  const judged = judgedOf(counts);
  const undecided = undecidedOf(counts);
  if (judged + undecided + counts.excused === 0 || judged + counts.excused < minimumSample) return 'unproven';
  const without = between(counts.met, judged, undecided, agreed);
  const withExcused = between(counts.met, judged + counts.excused, undecided, agreed);
  if (without === 'kept' && withExcused === 'broken') return 'excused';
  return judged < minimumSample ? 'unproven' : without;
};

/** Kept at worst, broken at best, or in between. Nothing to judge is kept: nothing was broken. */
const between = (met: number, judged: number, undecided: number, agreed: Ratio): 'kept' | 'broken' | 'at_risk' => {
  const all = judged + undecided;
  const reaches = (numerator: number): boolean => all === 0 || compareRatios({ numerator, denominator: all }, agreed) >= 0;
  return reaches(met) ? 'kept' : reaches(met + undecided) ? 'at_risk' : 'broken';
};

/** What every finding says of its clause and of when it was judged; no alarm, deadline or plot yet. */
export const findingHead = (
  { id, kind, title, by, to }: ClauseBase,
  { pactVersion, period, asOf }: ClauseContext,
): Pick<ClauseFinding, 'clause' | 'kind' | 'title' | 'by' | 'to' | 'pactVersion' | 'period' | 'asOf' | 'alarms' | 'deadline' | 'plot'> => ({
  clause: id,
  kind,
  title,
  by,
  to,
  pactVersion,
  period: period.label,
  asOf,
  alarms: [],
  deadline: null,
  plot: null,
});
