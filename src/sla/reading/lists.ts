import { byText } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import type { Facts, ProvisionFact } from '../../vocabulary/fact.js';
import type { PartyId } from '../../vocabulary/party.js';
import { LONGEST_DAY } from './answer.js';

/** Something whose moment may be known to the day only: `at` is the start of that day then. */
interface Dated {
  readonly at: Instant;
  readonly byDay: boolean;
}

/** The lists that a party was provided with, one after the other; each replaces the one before. */
export interface Lists {
  /** Whether an account was on the list that held when something was done. unclear: it depends on what came first that day. */
  readonly has: (accountId: string, when: Dated) => 'on' | 'off' | 'no_list' | 'unclear';
}

const latest = ({ at, byDay }: Dated): Instant => (byDay ? at + LONGEST_DAY - 1 : at);

/**
 * The lists provided to a party under a name. A list holds from its moment on: for what is done at that moment, too. Of two
 * at one moment the one that the log has later holds.
 */
export const listsOf = ({ provisions }: Facts, item: string, party: PartyId): Lists => {
  const lists = provisions
    .filter((one) => one.item === item && one.toParty === party)
    .sort((a, b) => a.at - b.at || a.order - b.order || byText(a.event, b.event));
  const sets = new Map<ProvisionFact, ReadonlySet<string>>();
  const isOn = (list: ProvisionFact, accountId: string): boolean => {
    const known = sets.get(list) ?? new Set(list.accountIds);
    sets.set(list, known);
    return known.has(accountId);
  };
  /** How many lists begin at or before a moment. */
  const begunBy = (moment: Instant): number => {
    let [low, high] = [0, lists.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lists[middle]?.at ?? Infinity) <= moment) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    has: (accountId, when) => {
      const answers = new Set<'on' | 'off' | 'no_list'>();
      // From the last list that can have held back to the last that surely had begun.
      for (let i = begunBy(latest(when)) - 1; ; i -= 1) {
        const list = lists[i];
        answers.add(list === undefined ? 'no_list' : isOn(list, accountId) ? 'on' : 'off');
        if (list === undefined || latest(list) <= when.at) break;
      }
      const [answer = 'no_list'] = answers;
      return answers.size === 1 ? answer : 'unclear';
    },
  };
};
