import { byText, groupBy } from '../kernel/group.js';
import type { Instant } from '../kernel/instant.js';
import { compareRatios } from '../kernel/ratio.js';
import type { Account } from '../vocabulary/account.js';
import type { TargetFilter } from './filter.js';
import { scorer, type Score } from './score.js';

/** Why an account is not on the list. `duplicate`: another row has its id. */
export type OutReason = 'disqualified' | 'must_have_missing' | 'undecided' | 'below_tiers' | 'over_capacity' | 'duplicate';

/** An account to call, and why it stands where it stands. */
export interface ListedAccount {
  /** 1 for the best. */
  readonly rank: number;
  readonly accountId: string;
  readonly tier: string;
  readonly score: Score;
}

/** An account that is not to be called, and why. */
export interface UnlistedAccount {
  readonly accountId: string;
  readonly reason: OutReason;
  readonly score: Score;
}

/** Whom to call, best first, and everyone else with the reason. in + out = considered. */
export interface TargetList {
  readonly filter: string;
  readonly asOf: Instant;
  readonly considered: number;
  readonly in: readonly ListedAccount[];
  readonly out: readonly UnlistedAccount[];
}

/**
 * The target list that a filter makes of accounts. Ranked by tier, then by the share of the points that could be had,
 * then by points, then by account id as text: the same accounts in any order make the same list.
 *
 * Of rows that share an id and a score, one is the account and the others are out as `duplicate`. Where rows of one id
 * score differently (in points, or in any reason), all are out so: which of them is the account is not known.
 *
 * @param capacity - How many accounts can be worked; the rest are out as `over_capacity`, in their order. No limit where absent.
 */
export const buildTargetList = (
  accounts: readonly Account[],
  filter: TargetFilter,
  { asOf, capacity = Infinity }: { readonly asOf: Instant; readonly capacity?: number },
): TargetList => {
  if (!(capacity >= 0 && (Number.isInteger(capacity) || capacity === Infinity)))
    throw new RangeError('capacity is a whole number of accounts');
  const scoreOf = scorer(filter, asOf);
  const tiers = filter.tiers.map(({ id }) => id);
  const rows = [...groupBy(accounts.map(scoreOf), ({ accountId }) => accountId).values()]
    .sort(([a], [b]) => byText(a.accountId, b.accountId))
    .map(toldApart);
  const once = rows.flatMap(({ account }) => account ?? []);
  const again = rows.flatMap(({ others }) => others);

  const ranked = once
    .flatMap((one) => (one.tier === null ? [] : [{ score: one, tier: one.tier }]))
    .sort((a, b) => tiers.indexOf(a.tier) - tiers.indexOf(b.tier) || byShare(b.score, a.score) || b.score.points - a.score.points);
  const out = (one: Score, reason: OutReason): UnlistedAccount => ({ accountId: one.accountId, reason, score: one });
  return {
    filter: filter.id,
    asOf,
    considered: accounts.length,
    in: ranked.slice(0, capacity).map(({ score, tier }, i) => ({ rank: i + 1, accountId: score.accountId, tier, score })),
    out: [
      ...(capacity < ranked.length ? ranked.slice(capacity) : []).map(({ score }) => out(score, 'over_capacity')),
      ...once.flatMap((one) => (one.tier === null ? [out(one, whyOut(one))] : [])),
      ...again.map((one) => out(one, 'duplicate')),
    ],
  };
};

/** Rows of one id: the account that they all are, or none, and the rows besides it, in an order that is not theirs. */
const toldApart = (scores: readonly [Score, ...Score[]]): { readonly account: Score | null; readonly others: readonly Score[] } => {
  const [first, ...more] = scores;
  if (more.length === 0) return { account: first, others: more };
  const texts = scores.map((score) => ({ score, text: JSON.stringify(score) })).sort((a, b) => byText(a.text, b.text));
  const alike = texts[0]?.text === texts.at(-1)?.text;
  return alike ? { account: first, others: more } : { account: null, others: texts.map(({ score }) => score) };
};

const whyOut = ({ disqualifiedBy, mustHavesMissing, fits }: Score): OutReason =>
  disqualifiedBy.length > 0
    ? 'disqualified'
    : mustHavesMissing.length > 0
      ? 'must_have_missing'
      : fits === null
        ? 'undecided'
        : 'below_tiers';

const byShare = (a: Score, b: Score): number => (a.max === b.max ? a.points - b.points : compareRatios(shareOf(a), shareOf(b)));

/** An account of which nothing could count has no share; it ranks as nothing of one. */
const shareOf = ({ points, max }: Score): { numerator: number; denominator: number } => ({
  numerator: points,
  denominator: Math.max(1, max),
});
