import type { Instant } from '../kernel/instant.js';
import { ok, type Result } from '../kernel/result.js';
import { factSource, type FactSource } from '../metrics/engine/source.js';
import { goalStanding, type GoalStanding } from '../metrics/scorecard/goal.js';
import { scorecard, type ScorecardRow } from '../metrics/scorecard/score.js';
import { equallyEarly, trends, type Trend, type TrendOptions } from '../metrics/scorecard/trend.js';
import type { Facts } from '../vocabulary/fact.js';
import { periodsUpTo, previousPeriod, type Period } from '../vocabulary/period.js';
import type { Rate } from '../vocabulary/rate.js';
import type { Asked } from './asked.js';
import { frameworkOf } from './framework.js';
import { metricsOf } from './references.js';

/** The numbers that both sides look at, in a review. Those of its scorecards carry the digest of their records. */
export interface Numbers {
  readonly scorecard: readonly ScorecardRow[];
  /**
   * The same metrics over the period before, looked at equally early, so that a young cohort is held against one that was
   * as young; null where that period begins before the pact.
   */
  readonly before: readonly ScorecardRow[] | null;
  /** The same metrics over several periods, where that was asked for; none of them begins before the pact's first version. */
  readonly trends: readonly Trend[];
  /** How both sides stand towards the goal that they share; null where there is none. */
  readonly goal: GoalStanding | null;
}

/**
 * The scorecard of the version in force, now and earlier, and its goal.
 *
 * @param factsAt - The facts as of a moment: what they say only of the log's end is then said of it.
 */
export const numbersOf = (asked: Asked, rates: readonly Rate[] | undefined, factsAt: (at: Instant) => Facts): Result<Numbers> => {
  const { versions, inForce, period, asOf, knownBy } = asked;
  const { pact } = inForce;
  const { entries, sharedGoal } = pact.scorecard;
  const metrics = metricsOf(pact);
  const options = {
    framework: frameworkOf(pact),
    asOf,
    ...(knownBy === null ? {} : { knownBy }),
    ...(rates === undefined ? {} : { rates }),
  };
  const source = factSource(factsAt(asOf));
  const sourceAt = (at: Instant): FactSource => (at === asOf ? source : factSource(factsAt(at)));
  const scores = (over: Period, at: Instant): Result<readonly ScorecardRow[]> => {
    const yearAndWeek = pact.periods === undefined ? {} : { yearAndWeek: pact.periods };
    return scorecard(entries, metrics, sourceAt(at), { ...options, period: over, asOf: at, ...yearAndWeek, digest: true });
  };
  const now = scores(period, asOf);
  if (!now.ok) return now;
  const earlier = previousPeriod(period);
  const before = earlier === null || earlier.start < beginOf(versions) ? null : scores(earlier, equallyEarly(period, earlier, asOf));
  if (before?.ok === false) return before;
  const trended = trends(entries, metrics, sourceAt, { ...options, ...askedTrend(asked) });
  if (!trended.ok) return trended;
  const goal = sharedGoal === undefined ? null : goalStanding(sharedGoal, metrics, source, { ...options, zone: pact.zone });
  if (goal?.ok === false) return goal;
  return ok({ scorecard: now.value, before: before?.value ?? null, trends: trended.value, goal: goal?.value ?? null });
};

/** The periods up to the one that is reviewed, as far back as the pact reaches; none where nobody asked. */
const askedTrend = ({ versions, period, trend }: Asked): Pick<TrendOptions, 'periods' | 'look'> => {
  if (trend === null) return { periods: [], look: 'now' };
  return { periods: periodsUpTo(period, trend.periods).filter(({ start }) => start >= beginOf(versions)), look: trend.look };
};

/** When the pact's first version took effect: what lies before it was never agreed. */
const beginOf = (versions: Asked['versions']): Instant => Math.min(...versions.map(({ from }) => from));
