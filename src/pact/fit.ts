import { groupBy } from '../kernel/group.js';
import type { Instant } from '../kernel/instant.js';
import type { TargetFilter } from '../icp/filter/filter.js';
import { scorer } from '../icp/score/score.js';
import type { Account } from '../vocabulary/account.js';
import type { LeadFact } from '../vocabulary/fact.js';

type Fit = Pick<LeadFact, 'fitScore' | 'fitTier'>;

const UNKNOWN: Fit = { fitScore: null, fitTier: null };

/**
 * Points and tier of each lead's account by the target filter, whose criteria are those in force at `asOf`. A lead of no
 * known account has none; nor has one whose account stands in several rows that score differently.
 */
export const withFit = (
  leads: readonly LeadFact[],
  { filter, accounts, asOf }: { readonly filter: TargetFilter; readonly accounts: readonly Account[]; readonly asOf: Instant },
): readonly LeadFact[] => {
  const score = scorer(filter, asOf);
  const rows = groupBy(accounts, ({ id }) => id);
  const known = new Map<string, Fit>();
  const fitOf = (accountId: string): Fit => {
    const found = known.get(accountId) ?? agreed((rows.get(accountId) ?? []).map((account) => score(account)));
    known.set(accountId, found);
    return found;
  };
  return leads.map((lead) => (lead.accountId === null ? lead : { ...lead, ...fitOf(lead.accountId) }));
};

const agreed = (scores: readonly { readonly points: number; readonly tier: string | null }[]): Fit => {
  const [first] = scores;
  if (first === undefined || scores.some(({ points, tier }) => points !== first.points || tier !== first.tier)) return UNKNOWN;
  return { fitScore: first.points, fitTier: first.tier };
};
