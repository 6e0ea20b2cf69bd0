import { instantOf, type Instant } from '../../../kernel/instant.js';
import type { Criterion } from '../../filter/criterion.js';
import type { TargetFilter } from '../../filter/filter.js';
import { conditionsOf } from '../../filter/walk.js';
import { askedFor } from '../../score/asked.js';
import { mostOf } from '../../score/judge.js';
import type { Subject } from '../../score/subject.js';

/** No condition holds. */
export const NO = -1;
/** No condition is known to hold, and one may. */
export const UNKNOWN = -2;

/** What came of a criterion for each row: the place of the condition that holds, {@link NO} or {@link UNKNOWN}. */
export interface Judged {
  readonly criterion: Criterion;
  /** What each condition asks, in words. */
  readonly asks: readonly string[];
  readonly outcomes: Int8Array;
}

/** Ask every criterion in force of every row. */
export const judgeRows = (criteria: readonly Criterion[], asOf: Instant, subjects: readonly Subject[]): readonly Judged[] =>
  criteria
    .filter(({ from, until }) => (from === undefined || instantOf(from) <= asOf) && (until === undefined || asOf < instantOf(until)))
    .map((criterion) => {
      const asked = conditionsOf(criterion, []).map(({ when }) => askedFor(when));
      const outcomeOf = (subject: Subject): number => {
        const answers = asked.map(({ answer }) => answer(subject));
        const holds = answers.indexOf(1);
        return holds >= 0 ? holds : answers.includes(-1) ? UNKNOWN : NO;
      };
      return { criterion, asks: asked.map(({ asks }) => asks), outcomes: Int8Array.from(subjects, outcomeOf) };
    });

/** The points that an outcome of a criterion gives. */
export const pointsAt = (criterion: Criterion, outcome: number): number => {
  if (criterion.role === 'weighted') return outcome >= 0 ? criterion.points : 0;
  return criterion.role === 'banded' ? (criterion.bands[outcome]?.points ?? 0) : 0;
};

/** The points that a criterion gave each row. */
export const pointsOf = ({ criterion, outcomes }: Judged): Int32Array => Int32Array.from(outcomes, (outcome) => pointsAt(criterion, outcome));

/**
 * Where an account stands: its points, measured against what could be asked of it where questions were left out. Null
 * where it is not known to fit, or nothing counted: no tier holds it.
 */
export const standingOf = (criteria: readonly Criterion[], outcomeOf: (criterion: number) => number): number | null => {
  let [points, max, outOf] = [0, 0, 0];
  for (const [i, criterion] of criteria.entries()) {
    const outcome = outcomeOf(i);
    const unknown = outcome === UNKNOWN;
    const most = mostOf(criterion);
    outOf += most;
    if (!(unknown && criterion.missing === 'neutral')) max += most;
    if (unknown && criterion.missing === 'refuse') return null;
    if (criterion.role === 'disqualifier' && outcome >= 0) return null;
    if (criterion.role === 'must_have' && outcome < 0 && !(unknown && criterion.missing === 'neutral')) return null;
    points += pointsAt(criterion, outcome);
  }
  return max === outOf ? points : max === 0 ? null : (points * outOf) / max;
};

/** Where every row stands. */
export const standingsOf = (judged: readonly Judged[], rows: number): readonly (number | null)[] => {
  const criteria = judged.map(({ criterion }) => criterion);
  return Array.from({ length: rows }, (_, row) => standingOf(criteria, (i) => judged[i]?.outcomes[row] ?? UNKNOWN));
};

/** Standings as numbers to rank by: those that no tier holds below all others. */
export const ranksOf = (standings: readonly (number | null)[]): Float64Array => {
  const last = standings.reduce<number>((least, one) => (one === null ? least : Math.min(least, one)), 0) - 1;
  return Float64Array.from(standings, (one) => one ?? last);
};

/**
 * Criteria that would keep every row out because nobody's answer to them is known: what a must-have asks is in no column, say.
 * They are left out of what is tested, on both sides alike, or all rows would stand where no difference shows.
 */
export const silentCriteria = (...sides: readonly (readonly Judged[])[]): ReadonlySet<string> => {
  const bars = ({ role, missing }: Criterion): boolean => missing === 'refuse' || (role === 'must_have' && missing !== 'neutral');
  const speaks = ({ criterion, outcomes }: Judged): boolean => !bars(criterion) || outcomes.some((outcome) => outcome !== UNKNOWN);
  const all = sides.flat();
  const speaking = new Set(all.filter(speaks).map(({ criterion }) => criterion.id));
  return new Set(all.flatMap(({ criterion }) => (speaking.has(criterion.id) ? [] : [criterion.id])));
};

/** Without those criteria. */
export const withoutSilent = (judged: readonly Judged[], silent: ReadonlySet<string>): readonly Judged[] =>
  judged.filter(({ criterion }) => !silent.has(criterion.id));

/** The place of the tier that holds a standing; -1 where none does. */
export const tierPlace = ({ tiers }: Pick<TargetFilter, 'tiers'>, standing: number | null): number =>
  standing === null ? -1 : tiers.findIndex(({ atLeast }) => standing >= atLeast);
