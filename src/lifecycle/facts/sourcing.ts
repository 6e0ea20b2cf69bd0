import type { Instant } from '../../kernel/instant.js';
import type { LeadFact, OpportunityFact, TouchFact } from '../../vocabulary/fact.js';
import type { PartyId } from '../../vocabulary/party.js';
import { isAnswering } from './answering.js';
import type { ByLead } from './by-lead.js';

/** What a deal's row says of who came first. */
export type Sourcing = Pick<
  OpportunityFact,
  'firstTouchAt' | 'firstTouchParty' | 'firstTouchSource' | 'firstTouchCampaign' | 'firstMarketingTouchAt' | 'firstSalesActivityAt'
>;

/** Something done with a lead, at a place in the log. */
interface Deed {
  readonly leadId: string;
  readonly accountId: string | null;
  readonly order: number;
  readonly at: Instant;
}

/** Whose touches are marketing's, and whose attempts, conversations and bookings are sales activity. */
const MARKETING: readonly PartyId[] = ['marketing'];
const SELLING: readonly PartyId[] = ['sales', 'sales_development'];

/**
 * Who came first to a deal: the earliest touch, touch by marketing and activity by sales or sales development of its lead
 * or of its account, where it comes before the deal's opening in the log. A deal whose opening nobody recorded has none.
 *
 * @param leads - In the numbering of `log`.
 * @param touches - In the order of the log.
 */
export const sourcing = (
  log: ByLead,
  leads: readonly LeadFact[],
  touches: readonly TouchFact[],
): ((deal: OpportunityFact, openedOrder: number | null) => Sourcing) => {
  const [touch, marketing, activity] = [firstOf<TouchFact>(), firstOf<TouchFact>(), firstOf<Deed>()];
  for (const one of touches) {
    touch.see(one);
    if (MARKETING.includes(one.party)) marketing.see(one);
  }
  log.each((event, lead, order) => {
    if (!isAnswering(event) || !SELLING.includes(event.by.party)) return;
    activity.see({ leadId: event.leadId, accountId: event.accountId ?? leads[lead]?.accountId ?? null, order, at: event.at });
  });
  return (deal, openedOrder) => {
    const first = touch.before(deal, openedOrder);
    return {
      firstTouchAt: first?.at ?? null,
      firstTouchParty: first?.party ?? null,
      firstTouchSource: first?.source ?? null,
      firstTouchCampaign: first?.campaign ?? null,
      firstMarketingTouchAt: marketing.before(deal, openedOrder)?.at ?? null,
      firstSalesActivityAt: activity.before(deal, openedOrder)?.at ?? null,
    };
  };
};

/** The earliest of each lead and of each account, so that the earliest of a deal is two look-ups. Seen in the order of the log. */
const firstOf = <T extends Deed>() => {
  const ofLead = new Map<string, T>();
  const ofAccount = new Map<string, T>();
  return {
    see: (deed: T): void => {
      if (!ofLead.has(deed.leadId)) ofLead.set(deed.leadId, deed);
      if (deed.accountId !== null && !ofAccount.has(deed.accountId)) ofAccount.set(deed.accountId, deed);
    },
    before: ({ leadId, accountId }: OpportunityFact, order: number | null): T | null => {
      const [one, other] = [ofLead.get(leadId), accountId === null ? undefined : ofAccount.get(accountId)];
      const first = one === undefined || (other !== undefined && other.order < one.order) ? other : one;
      return first !== undefined && order !== null && first.order < order ? first : null;
    },
  };
};
