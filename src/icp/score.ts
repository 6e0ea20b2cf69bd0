import { instantOf, type Instant } from '../kernel/instant.js';
import { compareRatios } from '../kernel/ratio.js';
import type { Account } from '../vocabulary/account.js';
import type { AttributeValue } from '../vocabulary/words.js';
import { ask, type Finding } from './ask.js';
import type { Criterion, TargetFilter, Tier } from './filter.js';

/** What one criterion did to the score. */
export interface ScoreReason {
  readonly criterion: string;
  /** 0 for must-haves and disqualifiers. */
  readonly points: number;
  /** Whether the answer was yes; null where it is not known. */
  readonly holds: boolean | null;
  readonly why: string;
}

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
 * @param asOf - Criteria in force at this moment count: `from` ≤ asOf < `until`.
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
 *       attribute: 'employees',
 *       missing: 'zero',
 *       role: 'weighted',
 *       test: { is: 'range', from: '50' },
 *       points: 30,
 *     },
 *   ],
 *   tiers: [{ id: 'A', atLeast: 30 }],
 * } as const;
 * score(filter, { id: 'a1', attributes: { employees: 250 } }, { asOf: 0 }).tier // => 'A'
 * ```
 */
export const score = (filter: TargetFilter, account: Account, { asOf }: { readonly asOf: Instant }): Score => scorer(filter, asOf)(account);

/** {@link score} for many accounts: what depends on the filter alone is done once. */
export const scorer = (filter: TargetFilter, asOf: Instant): ((account: Account) => Score) => {
  const criteria = filter.criteria.filter((criterion) => inForce(criterion, asOf));
  const outOf = criteria.reduce((sum, criterion) => sum + mostOf(criterion), 0);
  return (account) => {
    const judged = criteria.map((criterion) => ({ criterion, ...judge(criterion, attributeOf(account, criterion.attribute)) }));
    const ids = (which: (one: (typeof judged)[number]) => boolean): readonly string[] =>
      judged.filter(which).map(({ criterion }) => criterion.id);
    const left = (one: (typeof judged)[number]): boolean => one.holds === null && one.criterion.missing === 'neutral';

    const points = judged.reduce((sum, one) => sum + one.points, 0);
    const max = judged.reduce((sum, one) => sum + (left(one) ? 0 : mostOf(one.criterion)), 0);
    const disqualifiedBy = ids((one) => one.criterion.role === 'disqualifier' && one.holds === true);
    const mustHavesMissing = ids(
      (one) => one.criterion.role === 'must_have' && (one.holds === false || (one.holds === null && one.criterion.missing === 'zero')),
    );
    const undecidedBy = ids((one) => one.holds === null && one.criterion.missing === 'refuse');
    const fits = disqualifiedBy.length + mustHavesMissing.length > 0 ? false : undecidedBy.length > 0 ? null : true;
    return {
      accountId: account.id,
      points,
      max,
      outOf,
      tier: fits === true ? (tierOf(filter.tiers, points, max, outOf)?.id ?? null) : null,
      fits,
      reasons: judged.map(({ criterion, points: own, holds, why }) => ({ criterion: criterion.id, points: own, holds, why })),
      gaps: ids((one) => one.holds === null),
      disqualifiedBy,
      mustHavesMissing,
      undecidedBy,
    };
  };
};

const inForce = ({ from, until }: Criterion, asOf: Instant): boolean =>
  (from === undefined || instantOf(from) <= asOf) && (until === undefined || asOf < instantOf(until));

/** The most points a criterion can give. */
export const mostOf = (criterion: Criterion): number => {
  switch (criterion.role) {
    case 'must_have':
    case 'disqualifier':
      return 0;
    case 'weighted':
      return Math.max(0, criterion.points);
    case 'banded':
      return criterion.bands.reduce((most, band) => Math.max(most, band.points), 0);
  }
};

const attributeOf = ({ attributes }: Account, name: string): AttributeValue | undefined =>
  Object.hasOwn(attributes, name) ? attributes[name] : undefined;

const judge = (criterion: Criterion, value: AttributeValue | undefined): Finding & { readonly points: number } => {
  if (criterion.role !== 'banded') {
    const finding = ask(criterion.test, criterion.attribute, value);
    return { ...finding, points: criterion.role === 'weighted' && finding.holds === true ? criterion.points : 0 };
  }
  let none: Finding = { holds: false, why: `${criterion.attribute} is in no band` };
  for (const { test, points } of criterion.bands) {
    const finding = ask(test, criterion.attribute, value);
    if (finding.holds === true) return { ...finding, points };
    if (finding.holds === null) none = finding;
  }
  return { ...none, points: 0 };
};

const tierOf = (tiers: readonly Tier[], points: number, max: number, outOf: number): Tier | undefined =>
  max === outOf
    ? tiers.find((tier) => points >= tier.atLeast)
    : max === 0
      ? undefined
      : tiers.find((tier) => compareRatios({ numerator: points, denominator: max }, { numerator: tier.atLeast, denominator: outOf }) >= 0);
