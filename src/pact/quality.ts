import { byText, groupBy } from '../kernel/group.js';
import type { Instant } from '../kernel/instant.js';
import { score, type Score } from '../icp/score/score.js';
import type { TargetFilter } from '../icp/filter/filter.js';
import type { Account } from '../vocabulary/account.js';
import type { ExitFact, Facts, HandOffFact, OpportunityFact } from '../vocabulary/fact.js';
import type { PartyId } from '../vocabulary/party.js';
import type { Period } from '../vocabulary/period.js';
import { followedUp, type FollowUpRow } from './follow-up.js';

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
  /** Of those accepted, let go afterwards by the receiver. */
  readonly disqualified: number;
  /** Of those accepted, with an opportunity opened since. */
  readonly opportunities: number;
}

/**
 * One hand-off seen from both of its sides: the leads as their receiver found them, and the follow-up as the deliverer's
 * leads met it. Neither stands without the other, and neither is a verdict.
 */
export interface LeadQuality {
  /** Which hand-off, where the deliveries named one. */
  readonly handOff: string | null;
  readonly fromParty: PartyId;
  readonly toParty: PartyId;
  /** What became of the same deliveries on the receiver's side, by source. */
  readonly followUp: readonly FollowUpRow[];
  readonly bySource: readonly QualityRow[];
  /** By tier of the target filter; empty without a filter or accounts. */
  readonly byTier: readonly QualityRow[];
}

/**
 * Deliveries of a period by source and by fit, for each hand-off: what was accepted and what came back, and how they were
 * followed up. Every delivery is in one row of each table, so that the rows add up to the deliveries.
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
  const since = sinceOf(facts, asOf);
  const sourceOf = ({ leadId }: HandOffFact): string | null => leads.get(leadId)?.source ?? null;
  return [...groupBy(delivered, ({ handOff, fromParty, toParty }) => JSON.stringify([handOff, fromParty, toParty])).values()].map((here) => {
    const { handOff, fromParty, toParty } = here[0];
    return {
      handOff,
      fromParty,
      toParty,
      bySource: rows(here, asOf, since, sourceOf),
      byTier: filter === null || accounts.length === 0 ? [] : rows(here, asOf, since, ({ leadId }) => tierOf(leadId)),
      followUp: followedUp(here, asOf, sourceOf),
    };
  });
};

/** What is known of an accepted lead since. */
interface Since {
  readonly disqualified: (delivery: HandOffFact) => boolean;
  readonly opportunity: (delivery: HandOffFact) => boolean;
}

const sinceOf = (facts: Facts, asOf: Instant): Since => {
  const exits: ReadonlyMap<string, readonly ExitFact[]> = groupBy(facts.exits, ({ leadId }) => leadId);
  const opened: ReadonlyMap<string, readonly OpportunityFact[]> = groupBy(facts.opportunities, ({ leadId }) => leadId);
  /** From the acceptance until the lead was delivered anew, or until now. */
  const during = ({ acceptedAt, supersededAt }: HandOffFact, at: Instant | null): boolean =>
    at !== null && acceptedAt !== null && acceptedAt < asOf && at >= acceptedAt && at < Math.min(supersededAt ?? asOf, asOf);
  return {
    disqualified: (delivery) => exits.get(delivery.leadId)?.some(({ exit, party, at }) => exit === 'disqualified' && party === delivery.toParty && during(delivery, at)) ?? false,
    opportunity: (delivery) => opened.get(delivery.leadId)?.some(({ openedAt }) => during(delivery, openedAt)) ?? false,
  };
};

/** A tier by its name; what keeps an account out of every tier in words. */
const tierWords = ({ tier, fits }: Score): string => tier ?? (fits === false ? 'does not fit' : 'not known');

const rows = (deliveries: readonly HandOffFact[], asOf: Instant, since: Since, of: (delivery: HandOffFact) => string | null): readonly QualityRow[] => {
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
        disqualified: accepted.filter(since.disqualified).length,
        opportunities: accepted.filter(since.opportunity).length,
      };
    })
    .sort((a, b) => b.delivered - a.delivered || byText(a.of, b.of));
};
