import { digest } from '../../kernel/canonical.js';
import { byText, groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import type { Account } from '../../vocabulary/account.js';
import type { Contact } from '../../vocabulary/lead.js';
import type { TargetFilter } from '../filter/filter.js';
import type { Score } from '../score/score.js';
import { candidateScorer, type Candidate } from './candidate.js';
import { askedOfContact } from './of-contact.js';
import { compareStanding } from './rank.js';

/** Why an account is not on the list. `duplicate`: another row has its id. */
export type OutReason = 'disqualified' | 'must_have_missing' | 'undecided' | 'below_tiers' | 'over_capacity' | 'duplicate';

/** An account to call, and why it stands where it stands. */
export interface ListedAccount {
  /** 1 for the best. */
  readonly rank: number;
  readonly accountId: string;
  /** Whom to call there: the candidate with whom the account stands best. Null where no candidates were given for it. */
  readonly contactId: string | null;
  readonly tier: string;
  readonly score: Score;
}

/** An account that is not to be called, and why. */
export interface UnlistedAccount {
  readonly accountId: string;
  readonly contactId: string | null;
  readonly reason: OutReason;
  readonly score: Score;
}

/** What a list was made by, besides the accounts: two lists can be told apart by it without the filters at hand. */
export interface ListOrigin {
  /** A digest of each criterion, in the filter's order, whether in force or not, and whether it asks of the contact that is called. */
  readonly criteria: readonly { readonly criterion: string; readonly digest: string; readonly ofContact: boolean }[];
  /** A digest of the tiers and their cuts. */
  readonly tiers: string;
  /** How many accounts could be worked; null without a limit. */
  readonly capacity: number | null;
}

/** Whom to call, best first, and everyone else with the reason. in + out = considered. */
export interface TargetList {
  /** The filter's id. */
  readonly filter: string;
  readonly asOf: Instant;
  readonly madeBy: ListOrigin;
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
 * @param options - `capacity`: How many accounts can be worked; the rest are out as `over_capacity`, in their order. No limit where absent.
 *   Throws a `RangeError` on what is no whole number of accounts.
 *   `contacts`: Everybody known at the accounts, for criteria that count them. Without them such counts are not known. Rows
 *   of one contact that say the same are one; of one whose rows contradict each other no attribute is known.
 *   `toCall`: Who may be called at the accounts, for criteria about the contact: each account is scored with each of its
 *   candidates and stands as with the best of them (of equals the one whose id comes first as text). Who opted out is none.
 *   An account without candidates is scored without a contact.
 */
export const buildTargetList = (
  accounts: readonly Account[],
  filter: TargetFilter,
  {
    asOf,
    capacity = Infinity,
    contacts,
    toCall,
  }: {
    readonly asOf: Instant;
    readonly capacity?: number;
    readonly contacts?: readonly Contact[];
    readonly toCall?: readonly Contact[];
  },
): TargetList => {
  if (!(capacity >= 0 && (Number.isInteger(capacity) || capacity === Infinity)))
    throw new RangeError('capacity is a whole number of accounts');
  const compare = compareStanding(filter.tiers);
  const scoreOf = candidateScorer(filter, asOf, { contacts, toCall, compare });
  const rows = [...groupBy(accounts.map((account) => scoreOf(account)), ({ score }) => score.accountId).values()]
    .sort(([a], [b]) => byText(a.score.accountId, b.score.accountId))
    .map(toldApart);
  const once = rows.flatMap(({ account }) => account ?? []);
  const again = rows.flatMap(({ others }) => others);

  const ranked = once
    .flatMap((one) => (one.score.tier === null ? [] : [{ ...one, tier: one.score.tier }]))
    .sort((a, b) => compare(a.score, b.score));
  const out = ({ score, contactId }: Candidate, reason: OutReason): UnlistedAccount => ({ accountId: score.accountId, contactId, reason, score });
  return {
    filter: filter.id,
    asOf,
    madeBy: {
      criteria: filter.criteria.map((criterion) => ({ criterion: criterion.id, digest: digest(criterion), ofContact: askedOfContact(criterion).length > 0 })),
      tiers: digest(filter.tiers),
      capacity: capacity === Infinity ? null : capacity,
    },
    considered: accounts.length,
    in: ranked.slice(0, capacity).map(({ score, tier, contactId }, i) => ({ rank: i + 1, accountId: score.accountId, contactId, tier, score })),
    out: [
      ...(capacity < ranked.length ? ranked.slice(capacity) : []).map((one) => out(one, 'over_capacity')),
      ...once.flatMap((one) => (one.score.tier === null ? [out(one, whyOut(one.score))] : [])),
      ...again.map((one) => out(one, 'duplicate')),
    ],
  };
};

/**
 * The identity of a list, 64 hex digits: lists have the same where the same questions, tiers and capacity were put to the same
 * accounts at the same moment with the same outcome for every one, whatever the order of the rows.
 */
export const listVersion = ({ filter, asOf, madeBy, in: listed, out }: TargetList): string =>
  digest({
    filter,
    asOf,
    madeBy,
    in: listed.map(({ accountId, contactId, tier, score }) => [accountId, contactId, tier, score.points, score.max]),
    out: out.map(({ accountId, contactId, reason, score }) => [accountId, contactId, reason, score.points, score.max]),
  });

/** Rows of one id: the account that they all are, or none, and the rows besides it, in an order that is not theirs. */
const toldApart = (rows: readonly [Candidate, ...Candidate[]]): { readonly account: Candidate | null; readonly others: readonly Candidate[] } => {
  const [first, ...more] = rows;
  if (more.length === 0) return { account: first, others: more };
  const texts = rows.map((row) => ({ row, text: JSON.stringify(row) })).sort((a, b) => byText(a.text, b.text));
  const alike = texts[0]?.text === texts.at(-1)?.text;
  return alike ? { account: first, others: more } : { account: null, others: texts.map(({ row }) => row) };
};

const whyOut = ({ disqualifiedBy, mustHavesMissing, fits }: Score): OutReason =>
  disqualifiedBy.length > 0
    ? 'disqualified'
    : mustHavesMissing.length > 0
      ? 'must_have_missing'
      : fits === null
        ? 'undecided'
        : 'below_tiers';
