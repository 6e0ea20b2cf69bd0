import type { ListEntryFact, ProvisionFact } from '../../vocabulary/fact.js';
import type { PartyId } from '../../vocabulary/party.js';
import type { Draft } from './by-lead.js';

/** What a target list is called as a thing provided. */
export const TARGET_LIST = 'target_list';

/** One row an account on a target list, in the order of the lists. The next list is the next one provided to the same party. */
export const listEntryFacts = (provisions: readonly ProvisionFact[]): readonly ListEntryFact[] => {
  const rows: Draft<ListEntryFact>[] = [];
  /** By receiver: the accounts of the list that holds, each with its rows on this list and those before. */
  const holding = new Map<PartyId, Map<string, Draft<ListEntryFact>[]>>();
  for (const { event, item, toParty, at, accountIds } of provisions) {
    if (item !== TARGET_LIST) continue;
    const before = holding.get(toParty) ?? new Map<string, Draft<ListEntryFact>[]>();
    const now = new Map<string, Draft<ListEntryFact>[]>();
    for (const accountId of accountIds) {
      const row = { listEvent: event, accountId, listedAt: at, delistedAt: null };
      const earlier = before.get(accountId) ?? [];
      earlier.push(row);
      now.set(accountId, earlier);
      before.delete(accountId);
      rows.push(row);
    }
    for (const gone of before.values()) for (const row of gone) row.delistedAt = at;
    holding.set(toParty, now);
  }
  return rows;
};
