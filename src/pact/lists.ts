import type { ListException } from '../icp/gate/exceptions.js';
import { groupBy } from '../kernel/group.js';
import type { Instant } from '../kernel/instant.js';
import { CHANNELS, type Channel } from '../vocabulary/activity.js';
import type { ActivityFact, Facts, ProvisionFact } from '../vocabulary/fact.js';
import type { PartyId } from '../vocabulary/party.js';
import type { Period } from '../vocabulary/period.js';

/** How a party kept to the target list that it was provided with, and how much of the list was worked. */
export interface ListStanding {
  /** Whom the list is for. */
  readonly party: PartyId;
  /** The list in force at the end of the period, or at asOf if that is earlier. */
  readonly listEvent: string;
  readonly listedAt: Instant;
  readonly accounts: number;
  /** Of its accounts, those that people of the party tried in the period. */
  readonly tried: number;
  /** Of its accounts, those with a dossier provided to the party by then; null where nobody ever provided any. */
  readonly researched: number | null;
  /** Attempts by people of the party in the period, by the channels that ask the list: these four add up to all of them. */
  readonly attempts: {
    readonly onList: number;
    /** Off the list, and let through. */
    readonly excepted: number;
    readonly offList: number;
    /** Of no known account, or nobody knows which list held. */
    readonly unknown: number;
  };
  /** Exceptions in force at any time of the period, the first granted first. */
  readonly exceptions: readonly (ListException & { /** Attempts off the list that it let through. */ readonly attempts: number })[];
}

/** Target lists and dossiers, as things provided are called. */
const [TARGET_LIST, DOSSIERS] = ['target_list', 'dossiers'];

/**
 * One row a party that was provided with a target list before the end of the period, in the order in which each first was.
 *
 * @param options - `channels` are those that ask the list; all where left out.
 */
export const listStandings = (
  facts: Pick<Facts, 'activities' | 'provisions'>,
  exceptions: readonly ListException[],
  options: { readonly period: Period; readonly asOf: Instant; readonly channels?: readonly Channel[] },
): readonly ListStanding[] => {
  const { period, asOf, channels = CHANNELS } = options;
  const end = Math.min(period.end, asOf);
  const given = facts.provisions.filter(({ at }) => at < end);
  const lists = given.filter(({ item }) => item === TARGET_LIST);
  const attempts = facts.activities.filter(
    ({ at, kind, human, channel }) => kind === 'attempt' && human && at >= period.start && at < end && channels.includes(channel),
  );
  return [...new Set(lists.map(({ toParty }) => toParty))].flatMap((party): readonly ListStanding[] => {
    const list = lists.filter(({ toParty }) => toParty === party).at(-1);
    if (list === undefined) return [];
    const own = attempts.filter((one) => one.party === party);
    const tried = new Set(own.map(({ accountId }) => accountId));
    const accounts = new Set(list.accountIds);
    const through = (one: ActivityFact): boolean => one.onList === false && one.excepted === true;
    const letThrough = groupBy(own.filter(through), ({ accountId }) => accountId);
    return [
      {
        party,
        listEvent: list.event,
        listedAt: list.at,
        accounts: accounts.size,
        tried: [...accounts].filter((account) => tried.has(account)).length,
        researched: researchedOf(accounts, given.filter(({ item, toParty }) => item === DOSSIERS && toParty === party)),
        attempts: {
          onList: own.filter(({ onList }) => onList === true).length,
          excepted: own.filter(through).length,
          offList: own.filter((one) => one.onList === false && !through(one)).length,
          unknown: own.filter(({ onList }) => onList === null).length,
        },
        exceptions: exceptions
          .filter(({ to, from, until }) => to === party && from < end && until > period.start)
          .map((one) => ({ ...one, attempts: (letThrough.get(one.accountId) ?? []).filter((attempt) => isUnder(one, attempt)).length })),
      },
    ];
  });
};

const researchedOf = (accounts: ReadonlySet<string>, dossiers: readonly ProvisionFact[]): number | null => {
  if (dossiers.length === 0) return null;
  const researched = new Set(dossiers.flatMap(({ accountIds }) => accountIds));
  return [...accounts].filter((account) => researched.has(account)).length;
};

const isUnder = (exception: ListException, { channel, at }: ActivityFact): boolean =>
  (exception.channel === null || exception.channel === channel) && exception.from <= at && at < exception.until;
