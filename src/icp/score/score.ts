import type { Instant } from '../../kernel/instant.js';
import type { Account } from '../../vocabulary/account.js';
import type { TargetFilter } from '../filter/filter.js';
import { judgesOf, type ScoreReason } from './judge.js';
import { listPlaces, type ListPlaces } from './list-places.js';
import { found, memoryOf, recalled } from './memo.js';
import { together } from './memo-together.js';
import { isInherited, subjectOf, type Subject, type Whom } from './subject.js';
import { tierAt } from './tier.js';

export type { ScoreReason } from './judge.js';

/** How well an account fits, and every reason. The reasons' points add up to `points` exactly. */
export interface Score {
  readonly accountId: string;
  readonly points: number;
  /** The most it could have had, with what is known of it. Less than `outOf` by the questions left out as neutral. */
  readonly max: number;
  /** The most that any account can have. */
  readonly outOf: number;
  /** Null where it does not fit, is not known to fit, or has too few points for any tier. */
  readonly tier: string | null;
  /** No disqualifier holds and every must-have does; null where a missing answer decides it. */
  readonly fits: boolean | null;
  /** One a criterion in force, in the filter's order. */
  readonly reasons: readonly ScoreReason[];
  /** Criteria whose answer is not known. */
  readonly gaps: readonly string[];
  readonly disqualifiedBy: readonly string[];
  readonly mustHavesMissing: readonly string[];
  /** Criteria that refuse to guess: without their answer nobody knows whether it fits. */
  readonly undecidedBy: readonly string[];
}

/**
 * Score one account.
 *
 * A tier asks for so many points of `outOf`. Where questions were left out as neutral, the points are measured against
 * what was left: `points / max` must reach `atLeast / outOf`, compared exactly. An account of which nothing counted
 * (`max` 0) has no tier.
 *
 * @param options - `asOf`: criteria in force at this moment count, `from` ≤ asOf < `until`. `contact`: who is to be called,
 * `contacts`: everyone known at the account, where criteria ask about people.
 * @example
 * ```ts
 * import { score } from 'revpact/icp';
 *
 * const filter = {
 *   id: 'core',
 *   title: 'Core market',
 *   criteria: [
 *     {
 *       id: 'size',
 *       title: 'Big enough?',
 *       missing: 'zero',
 *       role: 'weighted',
 *       when: { is: 'range', attribute: 'employees', from: '50' },
 *       points: 30,
 *     },
 *   ],
 *   tiers: [{ id: 'A', atLeast: 30 }],
 * } as const;
 * const found = score(filter, { id: 'a1', attributes: { employees: 250 } }, { asOf: 0 });
 * found.tier // => 'A'
 * found.reasons[0]?.why // => 'employees is 250, at least 50'
 * ```
 */
export const score = (filter: TargetFilter, account: Account, { asOf, ...whom }: Whom & { readonly asOf: Instant }): Score =>
  scorer(filter, asOf)(account, whom);

/**
 * {@link score} for many accounts: what depends on the filter alone is done once, and an answer that was given before is
 * not worked out again. Accounts with the same answer share its reason.
 */
export const scorer = (filter: TargetFilter, asOf: Instant): ((account: Account, whom?: Whom) => Score) => {
  const score = subjectScorer(filter, asOf);
  return (account, whom = NOBODY) => score(account.id, subjectOf(account, whom));
};

/** {@link scorer} of what was made ready before: of one account, whose contacts are counted once, with one contact after the other. */
export const subjectScorer = (filter: TargetFilter, asOf: Instant): ((accountId: string, subject: Subject) => Score) => {
  let subjects = 0;
  const asked = (): number => subjects;
  const listsOf = new Map<string, ListPlaces>();
  const judges = judgesOf(filter.criteria, asOf).map((judge, place) => {
    const { id, role, missing } = judge.criterion;
    const { attribute = '', about } = judge.asks?.[0] ?? {};
    const key = JSON.stringify([attribute, about]);
    const lists = listsOf.get(key) ?? listPlaces(asked);
    listsOf.set(key, lists);
    const memory = judge.ofValue === null || isInherited(attribute) ? null : memoryOf(judge.ofValue, place, lists);
    const against = role === 'disqualifier' ? true : role === 'must_have' ? false : null;
    // Of one form, whatever the role: this is what the loop below is fast by.
    const { most } = judge;
    return { attribute, ofContact: about === 'contact', memory, judge: together(judge, asked), against, id, role, missing, most };
  });
  const outOf = judges.reduce((sum, { most }) => sum + most, 0);
  return (accountId, subject) => {
    subjects += 1;
    const reasons = new Array<ScoreReason>(judges.length);
    let place = 0;
    let gaps = NONE;
    let disqualifiedBy = NONE;
    let mustHavesMissing = NONE;
    let undecidedBy = NONE;
    let points = 0;
    let max = outOf;
    for (const judge of judges) {
      const { memory } = judge;
      const value = (judge.ofContact ? subject.contact : subject.account)[judge.attribute];
      const reason = memory === null ? judge.judge(subject) : (recalled(memory, value) ?? found(memory, value, subjects));
      reasons[place] = reason;
      place += 1;
      points += reason.points;
      const { holds } = reason;
      // Most answers only give points.
      if (holds !== null && holds !== judge.against) continue;
      const { id, role, missing } = judge;
      if (holds === null) {
        gaps = [...gaps, id];
        if (missing === 'neutral') max -= judge.most;
        else if (missing === 'refuse') undecidedBy = [...undecidedBy, id];
        else if (role === 'must_have') mustHavesMissing = [...mustHavesMissing, id];
      } else if (holds) disqualifiedBy = [...disqualifiedBy, id];
      else mustHavesMissing = [...mustHavesMissing, id];
    }
    const fits = disqualifiedBy.length + mustHavesMissing.length > 0 ? false : undecidedBy.length > 0 ? null : true;
    return {
      accountId,
      points,
      max,
      outOf,
      tier: fits === true ? (filter.tiers[tierAt(filter.tiers, points, max, outOf)]?.id ?? null) : null,
      fits,
      reasons,
      gaps,
      disqualifiedBy,
      mustHavesMissing,
      undecidedBy,
    };
  };
};

const NOBODY: Whom = {};
const NONE: readonly string[] = Object.freeze([]);
