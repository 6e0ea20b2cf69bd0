import type { Instant } from '../../kernel/instant.js';
import { toWhole, type Ratio } from '../../kernel/ratio.js';
import type { Period } from '../../vocabulary/period.js';
import type { OpenHours } from '../calendar/open-hours.js';
import type { FindingState } from './finding.js';
import { daysOf, deadlineOf, type Day, type Pace, type PlotDay } from './pace.js';

/** Something that counts towards what was promised, at its moment. */
export interface Step {
  readonly at: Instant;
  /** Whole, and below zero where something was taken back. */
  readonly amount: bigint;
}

/** How far a promise of so much in a period has come. */
export interface Progress {
  readonly state: FindingState;
  readonly reached: bigint;
  /** The part of the target that is to be reached by now, or by the deadline where there is one. */
  readonly agreed: Ratio;
  readonly deadline: Instant;
  /** Whether all that is agreed was there before the deadline. */
  readonly inTime: boolean;
  /** Days that the target grows with: how many are over, of how many. */
  readonly passed: number;
  readonly all: number;
  readonly days: readonly PlotDay[];
}

/**
 * How far a promise of so much in a period has come. On the way, a prorated target asks for the part of the days that are
 * over, and a day that is not over asks for nothing yet. A promise with a deadline is broken once that has come without all
 * of it; what comes after heals nothing, and what is taken back before the period ends was not provided.
 *
 * @param steps - In any order. Those outside the period, or at or after `asOf`, do not count.
 * @param openHours - Asked only where working days are counted.
 */
export const progress = (
  target: bigint,
  steps: readonly Step[],
  pace: Pace,
  period: Period,
  asOf: Instant,
  openHours: () => OpenHours,
): Progress => {
  const prorate = typeof pace === 'object' && 'prorate' in pace ? pace.prorate : null;
  const working = prorate === 'working_day' || (typeof pace === 'object' && 'withinWorkingDays' in pace);
  const days = daysOf(period, working ? openHours() : null);
  const counting = days.filter(({ counts }) => counts);
  const deadline = deadlineOf(pace, counting, period);
  const ordered = [...steps].sort((a, b) => a.at - b.at).filter(({ at }) => at >= period.start && at < period.end && at < asOf);
  const until = (moment: Instant): bigint => ordered.reduce((sum, { at, amount }) => (at < moment ? sum + amount : sum), 0n);
  const reached = until(Infinity);
  const [all, passed] = [counting.length, counting.filter(({ end }) => end <= asOf).length];
  const inTime = until(deadline) >= target;
  const over = asOf >= period.end;
  const state = prorate === null
    ? deadlineState(reached >= target, inTime, asOf, period, deadline)
    : passed === 0 ? 'unproven' : reached * BigInt(all) >= target * BigInt(passed) ? 'kept' : over ? 'broken' : 'at_risk';
  const planned = prorate === null ? plannedAt(target, deadline) : plannedPart(target, counting);
  return {
    state,
    reached,
    agreed: prorate === null ? { numerator: 1, denominator: 1 } : { numerator: passed, denominator: Math.max(1, all) },
    deadline,
    inTime,
    passed,
    all,
    days: plot(days, ordered, planned, asOf, period),
  };
};

const deadlineState = (enough: boolean, inTime: boolean, asOf: Instant, period: Period, deadline: Instant): FindingState => {
  if (asOf <= period.start) return 'unproven';
  if (asOf < deadline) return enough ? 'kept' : 'at_risk';
  if (!inTime) return 'broken';
  return enough ? 'kept' : asOf >= period.end ? 'broken' : 'at_risk';
};

const plannedAt = (target: bigint, deadline: Instant) => (day: Day): Ratio =>
  ({ numerator: day.end >= deadline ? toWhole(target) : 0, denominator: 1 });

const plannedPart = (target: bigint, counting: readonly Day[]): ((day: Day) => Ratio) => {
  let passed = 0n;
  return ({ counts }) => {
    if (counts) passed += 1n;
    return { numerator: toWhole(target * passed), denominator: Math.max(1, counting.length) };
  };
};

const plot = (
  days: readonly Day[],
  steps: readonly Step[],
  planned: (day: Day) => Ratio,
  asOf: Instant,
  period: Period,
): readonly PlotDay[] => {
  let [next, actual, begun] = [0, 0n, period.start];
  return days.map((day) => {
    for (let step = steps[next]; step !== undefined && step.at < day.end; step = steps[next]) {
      actual += step.amount;
      next += 1;
    }
    const started = begun < asOf;
    begun = day.end;
    return { date: day.date, until: day.end, planned: planned(day), actual: started ? toWhole(actual) : null };
  });
};
