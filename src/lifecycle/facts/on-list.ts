import { groupBy } from '../../kernel/group.js';
import { LONGEST_DAY_MS } from '../../kernel/day-end.js';
import type { Instant } from '../../kernel/instant.js';
import type { ProvisionFact } from '../../vocabulary/fact.js';
import type { PartyId } from '../../vocabulary/party.js';
import { TARGET_LIST } from './list-entry.js';

interface Deed {
  readonly at: Instant;
  readonly byDay: boolean;
  readonly party: PartyId;
}

interface List {
  readonly at: Instant;
  readonly byDay: boolean;
  readonly accounts: ReadonlySet<string>;
}

const latest = ({ at, byDay }: { readonly at: Instant; readonly byDay: boolean }): Instant => (byDay ? at + LONGEST_DAY_MS - 1 : at);

/**
 * Whether an account was on the target list that a party had last been provided with when it did something. A list holds
 * from its moment on, for what is done at that moment too; of two at one moment the one that the log has later. Null where
 * there was no list or no account is known, and where it depends on what came first on a day that is all that is known.
 *
 * @param provisions - In the order of the log.
 */
export const onList = (provisions: readonly ProvisionFact[]): ((accountId: string | null, deed: Deed) => boolean | null) => {
  const listsOf = new Map<PartyId, readonly List[]>();
  for (const [party, given] of groupBy(provisions.filter(({ item }) => item === TARGET_LIST), ({ toParty }) => toParty)) {
    listsOf.set(party, given.map(({ at, byDay, accountIds }) => ({ at, byDay, accounts: new Set(accountIds) })));
  }
  return (accountId, deed) => {
    const lists = listsOf.get(deed.party);
    if (accountId === null || lists === undefined) return null;
    let answer: boolean | null | undefined;
    // From the last list that can have held back to the last that surely had begun.
    for (let i = begunBy(lists, latest(deed)) - 1; ; i -= 1) {
      const list = lists[i];
      const here = list === undefined ? null : list.accounts.has(accountId);
      if (answer !== undefined && answer !== here) return null;
      answer = here;
      if (list === undefined || latest(list) <= deed.at) return answer;
    }
  };
};

/** How many lists begin at or before a moment. */
const begunBy = (lists: readonly List[], moment: Instant): number => {
  let [low, high] = [0, lists.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lists[middle]?.at ?? Infinity) <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
};
