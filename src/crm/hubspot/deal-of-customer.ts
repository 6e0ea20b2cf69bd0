import { groupBy } from '../../kernel/group.js';
import type { Made } from './deal-events.js';
import { hubspotIssue } from './issues.js';
import type { Homes } from './merges.js';

/** A deal with the lead that it is followed under. */
export interface Followed {
  readonly deal: string;
  readonly lead: string;
  readonly made: Made;
}

/**
 * Deals that were opened after their contact had won one, each as a lead of its own: a customer who buys again is another
 * demand, and no second opening of the one that was won. The contact stays the first of the others whom the deal is with.
 */
export const withDealsOfCustomers = (followed: readonly Followed[], contactHomes: Homes): readonly Followed[] => {
  const wonAt = new Map(
    [...groupBy(followed, ({ lead }) => contactHomes.of(lead))].map(([home, of]) => {
      const wins = of.flatMap(({ made }) => made.drafts.filter(({ input }) => input.type === 'opportunity_won').map(({ input }) => input.at));
      return [home, wins.reduce((first, at) => Math.min(first, at), Infinity)];
    }),
  );
  return followed.map((one) => {
    const opened = one.made.drafts[0]?.input.at;
    return opened !== undefined && opened > (wonAt.get(contactHomes.of(one.lead)) ?? Infinity) ? asOwnLead(one) : one;
  });
};

const asOwnLead = ({ deal, lead: contact, made }: Followed): Followed => {
  const lead = `deal:${deal}`;
  for (const { input } of made.drafts) input['leadId'] = lead;
  made.steps[0]?.entry.notices.push(hubspotIssue('hubspot_further_deal', { deal, contact }));
  return {
    deal,
    lead,
    made: {
      ...made,
      opportunity: made.opportunity === null ? null : { ...made.opportunity, leadId: lead },
      steps: made.steps.map((step) => ({ ...step, contact: lead, others: [contact, ...step.others] })),
    },
  };
};
