import { byText, groupBy } from '../kernel/group.js';
import type { Instant } from '../kernel/instant.js';
import { score, type Score } from '../icp/score.js';
import type { TargetFilter } from '../icp/filter.js';
import type { Account } from '../vocabulary/account.js';
import type { Facts, HandOffFact } from '../vocabulary/fact.js';
import type { Period } from '../vocabulary/period.js';

/** What became of the deliveries of one kind of lead. */
export interface QualityRow {
  /** The source or the tier; null where it is not known. */
  readonly of: string | null;
  readonly delivered: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Rejections for not being what was agreed. */
  readonly definitional: number;
  readonly expired: number;
  /** Delivered, and neither answered nor expired nor delivered anew. */
  readonly waiting: number;
}

/** The leads of a period as their receivers found them. */
export interface LeadQuality {
  /** Which hand-off, where the deliveries named one. */
  readonly handOff: string | null;
  readonly bySource: readonly QualityRow[];
  /** By tier of the target filter; empty without a filter or accounts. */
  readonly byTier: readonly QualityRow[];
}

/**
 * Deliveries of a period by source and by fit, for each hand-off: what was accepted and what came back. Every delivery is
 * in one row of each table, so that the rows add up to the deliveries.
 */
export const leadQuality = (
  facts: Facts,
  { period, asOf, filter, accounts }: { readonly period: Period; readonly asOf: Instant; readonly filter: TargetFilter | null; readonly accounts: readonly Account[] },
): readonly LeadQuality[] => {
  const leads = new Map(facts.leads.map((lead) => [lead.leadId, lead]));
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const tiers = new Map<string, string>();
  const tierOf = (leadId: string): string | null => {
    const accountId = leads.get(leadId)?.accountId ?? null;
    const account = accountId === null ? undefined : byId.get(accountId);
    if (filter === null || account === undefined) return null;
    const known = tiers.get(account.id);
    if (known !== undefined) return known;
    const tier = tierWords(score(filter, account, { asOf }));
    tiers.set(account.id, tier);
    return tier;
  };
  const delivered = facts.handOffs.filter(({ deliveredAt }) => deliveredAt >= period.start && deliveredAt < period.end && deliveredAt < asOf);
  const handOffs = [...new Set(delivered.map(({ handOff }) => handOff))];
  return handOffs.map((handOff) => {
    const here = delivered.filter((one) => one.handOff === handOff);
    return {
      handOff,
      bySource: rows(here, asOf, ({ leadId }) => leads.get(leadId)?.source ?? null),
      byTier: filter === null || accounts.length === 0 ? [] : rows(here, asOf, ({ leadId }) => tierOf(leadId)),
    };
  });
};

/** A tier by its name; what keeps an account out of every tier in words. */
const tierWords = ({ tier, fits }: Score): string => tier ?? (fits === false ? 'does not fit' : 'not known');

const rows = (deliveries: readonly HandOffFact[], asOf: Instant, of: (delivery: HandOffFact) => string | null): readonly QualityRow[] => {
  const before = (at: Instant | null): boolean => at !== null && at < asOf;
  return [...groupBy(deliveries, of)]
    .map(([key, group]) => {
      const accepted = group.filter((one) => before(one.acceptedAt));
      const rejected = group.filter((one) => before(one.rejectedAt) && !before(one.acceptedAt));
      const expired = group.filter((one) => before(one.expiredAt) && !before(one.acceptedAt) && !before(one.rejectedAt));
      const waiting = group.filter((one) => ![one.acceptedAt, one.rejectedAt, one.expiredAt, one.supersededAt].some(before));
      return {
        of: key,
        delivered: group.length,
        accepted: accepted.length,
        rejected: rejected.length,
        definitional: rejected.filter((one) => one.rejectionClass === 'definitional').length,
        expired: expired.length,
        waiting: waiting.length,
      };
    })
    .sort((a, b) => b.delivered - a.delivered || byText(a.of, b.of));
};
