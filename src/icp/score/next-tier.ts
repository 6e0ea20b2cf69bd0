import type { Instant } from '../../kernel/instant.js';
import type { Account } from '../../vocabulary/account.js';
import type { TargetFilter } from '../filter/filter.js';
import { judgesOf, type Judge } from './judge.js';
import { score } from './score.js';
import { subjectOf, type Whom } from './subject.js';
import { tierAt } from './tier.js';
import { fewest, standings, type Option, type Standing } from './way.js';

/** An answer that would have to be another. */
export interface Change {
  readonly criterion: string;
  readonly title: string;
  /** Null where the answer is not known: nothing need change, it may only have to be found out. */
  readonly holds: boolean | null;
  /** What it gives now, and what it would give. */
  readonly points: number;
  readonly then: number;
  /** What is to be true, as a clause: `employees at least 50`; of a disqualifier, what is not to be. */
  readonly asks: string;
  /** Other criteria that look at the same attributes: what changes this answer may change theirs. */
  readonly alsoAsked: readonly string[];
}

/** A way to a tier: the answers that would have to be another, and the tier that the account is then in. */
export interface WayUp {
  readonly tier: string;
  readonly changes: readonly Change[];
}

/** What would move an account up. */
export interface NextTier {
  /** The tier it is in; null for none. */
  readonly tier: string | null;
  /** The one above it; the lowest where it is in none, null where it is in the best. */
  readonly next: string | null;
  /** The fewest answers that would do it; null where none would. */
  readonly fewest: WayUp | null;
  /** The fewest of those not known that would do it if they turned out so; null where knowing them could not. */
  readonly ifFoundOut: WayUp | null;
}

/**
 * What would move an account to the next tier: the smallest number of answers that would have to be another, and whether
 * finding out what is not known could do it.
 *
 * Exact under the neutral policy: an answer found out also counts in what the points are out of, so that a no can cost a
 * tier. Of answers that add alike, those that are not known come first, then the filter's order. Criteria are taken one by one: where several look at one attribute, `alsoAsked` names them, and a change
 * of it may change their answers as well.
 *
 * @param options - As for {@link score}.
 * @example
 * ```ts
 * import { nextTier } from 'revpact/icp';
 *
 * const filter = {
 *   id: 'core',
 *   title: 'Core market',
 *   criteria: [
 *     { id: 'size', title: 'Big enough?', missing: 'zero', role: 'weighted', when: { is: 'range', attribute: 'employees', from: '50' }, points: 30 },
 *     { id: 'shop', title: 'A shop?', missing: 'zero', role: 'weighted', when: { is: 'equal', attribute: 'shop', value: true }, points: 10 },
 *   ],
 *   tiers: [{ id: 'A', atLeast: 30 }, { id: 'B', atLeast: 0 }],
 * } as const;
 * const up = nextTier(filter, { id: 'a1', attributes: { shop: true } }, { asOf: 0 });
 * up.next // => 'A'
 * up.ifFoundOut?.changes.map(({ asks }) => asks) // => ['employees at least 50']
 * ```
 */
export const nextTier = (filter: TargetFilter, account: Account, { asOf, ...whom }: Whom & { readonly asOf: Instant }): NextTier => {
  const { tiers } = filter;
  const { tier } = score(filter, account, { asOf, ...whom });
  const next = tier === null ? tiers.length - 1 : tiers.findIndex(({ id }) => id === tier) - 1;
  const goal = tiers[next];
  if (goal === undefined) return { tier, next: null, fewest: null, ifFoundOut: null };
  const judges = judgesOf(filter.criteria, asOf);
  const outOf = judges.reduce((sum, { most }) => sum + most, 0);
  const stands = standings(judges, subjectOf(account, whom));
  const wayBy = (may: (stand: Standing) => boolean): WayUp | null => {
    const way = fewest(stands, { atLeast: goal.atLeast, outOf }, may);
    if (way === null) return null;
    const points = way.reduce((sum, { to }) => sum + to.points, 0);
    const max = way.reduce((sum, { to }) => sum + to.most, 0);
    const reached = tiers[tierAt(tiers, points, max, outOf)];
    if (reached === undefined) return null;
    return { tier: reached.id, changes: way.flatMap(({ stand, to }) => (to === stand.now ? [] : [changeOf(stand, to, judges)])) };
  };
  return { tier, next: goal.id, fewest: wayBy(() => true), ifFoundOut: wayBy(({ reason }) => reason.holds === null) };
};

const changeOf = ({ judge, reason }: Standing, to: Option, judges: readonly Judge[]): Change => ({
  criterion: judge.criterion.id,
  title: judge.criterion.title,
  holds: reason.holds,
  points: reason.points,
  then: to.points,
  asks: to.asks,
  alsoAsked: judges.flatMap((other) => (other !== judge && looksAtSame(judge, other) ? [other.criterion.id] : [])),
});

const looksAtSame = (a: Judge, b: Judge): boolean =>
  (a.asks ?? []).some((one) => (b.asks ?? []).some((other) => one.attribute === other.attribute && one.about === other.about));
