import type { Instant } from '../../kernel/instant.js';
import { toWhole, type Ratio } from '../../kernel/ratio.js';
import { okUnless, type Result } from '../../kernel/result.js';
import type { ZoneId } from '../../kernel/zone.js';
import { periodOf, type Period } from '../../vocabulary/period.js';
import type { MetricDefinition } from '../definition/metric.js';
import type { MetricOptions } from '../engine/candidate.js';
import type { MetricResult } from '../engine/result.js';
import { factSource, type FactsIn } from '../engine/source.js';
import { goalIssues } from './scorecard-check.js';
import { inputTimesOf, lookedAt, timeOf, type ScorecardRow } from './score.js';
import type { GoalMeasure, SharedGoal } from './scorecard.js';
import { reaches, thresholdOf, type NoFlag } from './seen.js';

/**
 * How a goal stands.
 *
 * - `not_begun`: its first day has not come.
 * - `on_the_way`, `behind`: of what is due by now. What has no pace is due as a whole, at any time.
 * - `reached`: at its end; before it where it adds up and has come to its target already, which it keeps.
 * - `missed`: at its end.
 * - `not_known`: there is no number to say.
 */
export type GoalState = 'not_begun' | 'on_the_way' | 'behind' | 'reached' | 'missed' | 'not_known';

/** One number towards a goal. */
export interface GoalNumber {
  readonly measure: GoalMeasure;
  readonly title: string;
  readonly result: MetricResult;
  readonly state: GoalState;
  readonly reason: NoFlag | null;
  /** What it should have come to by now, exactly and in the unit of its target; the target itself where it has no pace. */
  readonly due: Ratio;
  /** Which time it is of, where it is a time; and its inputs, where it is a formula. */
  readonly time: ScorecardRow['time'];
  readonly inputTimes: ScorecardRow['inputTimes'];
}

/** How both sides stand towards the goal that they share. */
export interface GoalStanding {
  readonly goal: SharedGoal;
  readonly period: Period;
  readonly asOf: Instant;
  /** How much of its time is gone, in milliseconds over milliseconds. */
  readonly gone: Ratio;
  /** The same for every party: that of the goal's number; null where the goal names none. */
  readonly shared: GoalNumber | null;
  /** What each party brings, in the order of the goal's parties. */
  readonly sides: readonly { readonly party: string; readonly parts: readonly GoalNumber[] }[];
}

/** As of when, in which framework and zone. The period is the goal's own. */
export interface GoalOptions extends Omit<MetricOptions, 'period' | 'groupBy'> {
  readonly zone: ZoneId;
}

/**
 * How the parties of a shared goal stand towards it: alike in what they answer for together, each in what it brings.
 *
 * Issues: those of `entryIssues`, and `metrics.wrong_pace`: only what adds up has a pace.
 *
 * @example
 * ```ts
 * import { unwrap } from 'revpact/kernel';
 * import { goalStanding, STANDARD_METRICS, type SharedGoal } from 'revpact/metrics';
 * import { NO_FACTS, sirius2006 } from 'revpact/vocabulary';
 *
 * const goal: SharedGoal = {
 *   statement: 'Six hundred MQLs by the end of June.', parties: ['marketing', 'sales'], from: '2026-01-01', to: '2026-06-30',
 *   measure: { metric: 'mql_volume', direction: 'higher', target: '600', pace: 'even' },
 * };
 * const asOf = Date.UTC(2026, 3, 1);
 * unwrap(goalStanding(goal, STANDARD_METRICS, NO_FACTS, { framework: sirius2006, asOf, zone: 'UTC' })).shared?.state // => 'behind'
 * ```
 */
export const goalStanding = (
  goal: SharedGoal,
  definitions: readonly MetricDefinition[],
  facts: FactsIn,
  { zone, ...options }: GoalOptions,
): Result<GoalStanding> =>
  okUnless(goalIssues(goal, definitions), () => {
    const period = periodOf(`${goal.from}/${goal.to}`, zone);
    if (period === null) throw new Error(`no days from ${goal.from} to ${goal.to}`);
    const { asOf } = options;
    const source = factSource(facts);
    const gone: Ratio = { numerator: Math.max(0, Math.min(asOf, period.end) - period.start), denominator: period.end - period.start };
    const numberOf = (measure: GoalMeasure): GoalNumber => {
      const { definition, result, seen } = lookedAt(measure, definitions, source, { ...options, period });
      const due = measure.pace === 'even' ? part(thresholdOf(measure.target), gone) : thresholdOf(measure.target);
      const state =
        asOf <= period.start ? 'not_begun' : typeof seen === 'string' ? 'not_known' : stateOf(measure, seen, due, asOf >= period.end);
      const reason = state === 'not_known' && typeof seen === 'string' ? seen : null;
      return {
        measure,
        title: definition.title,
        result,
        state,
        reason,
        due,
        time: timeOf(definition),
        inputTimes: inputTimesOf(definition),
      };
    };
    return {
      goal,
      period,
      asOf,
      gone,
      shared: goal.measure === undefined ? null : numberOf(goal.measure),
      sides: goal.parties.map((party) => ({
        party,
        parts: (goal.parts ?? []).filter((one) => one.party === party).map(({ party: _party, ...measure }) => numberOf(measure)),
      })),
    };
  });

const stateOf = ({ direction, target, pace }: GoalMeasure, seen: Ratio, due: Ratio, over: boolean): GoalState => {
  const reached = reaches(seen, thresholdOf(target), direction);
  if (over) return reached ? 'reached' : 'missed';
  if (reached && pace === 'even' && direction === 'higher') return 'reached';
  return reaches(seen, due, direction) ? 'on_the_way' : 'behind';
};

const part = (whole: Ratio, of: Ratio): Ratio => ({
  numerator: toWhole(BigInt(whole.numerator) * BigInt(of.numerator)),
  denominator: toWhole(BigInt(whole.denominator) * BigInt(of.denominator)),
});
