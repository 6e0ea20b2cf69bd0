import type { Instant } from '../../kernel/instant.js';
import type { Facts, LeadFact, OpportunityFact, TouchFact } from '../../vocabulary/fact.js';
import type { PathOptions } from './path-options.js';

/** Everything of one lead or account; touches in order. */
export interface Unit {
  readonly touches: TouchFact[];
  readonly leads: LeadFact[];
}

/** Every path's end. */
export const endsOf = (facts: Facts, options: PathOptions): readonly End[] =>
  options.by === 'opportunity' ? dealEnds(facts, options) : unitEnds(facts, options);

type UnitKey = (row: { readonly leadId: string; readonly accountId: string | null }) => string | null;
const byLead: UnitKey = ({ leadId }) => leadId;
const byAccount: UnitKey = ({ accountId }) => accountId;

const unitsOf = ({ leads, touches }: Facts, keyOf: UnitKey, asOf: Instant): ReadonlyMap<string, Unit> => {
  const units = new Map<string, Unit>();
  const unitOf = (key: string): Unit => {
    const unit = units.get(key) ?? { touches: [], leads: [] };
    units.set(key, unit);
    return unit;
  };
  for (const lead of leads) {
    const key = keyOf(lead);
    if (key !== null) unitOf(key).leads.push(lead);
  }
  for (const touch of touches) {
    const key = touch.at < asOf ? keyOf(touch) : null;
    if (key !== null) unitOf(key).touches.push(touch);
  }
  for (const unit of units.values()) unit.touches.sort(inOrder);
  return units;
};

const inOrder = (a: TouchFact, b: TouchFact): number => a.at - b.at || a.order - b.order;

/** Where a path ends, and whose it is. */
export interface End {
  readonly id: string;
  readonly unit: Unit;
  readonly deal: OpportunityFact | null;
  readonly convertedAt: Instant | null;
}

const momentOf = (deal: OpportunityFact, { until, asOf }: PathOptions): Instant | null => {
  const at = until === 'opened' ? deal.openedAt : deal.wonAt;
  return at !== null && at < asOf ? at : null;
};

const NOBODY: Unit = { touches: [], leads: [] };

/** A deal's account as it says, else its lead's. */
export const accountOf = ({ leads }: Facts): ((deal: OpportunityFact) => string | null) => {
  const accounts = new Map(leads.map(({ leadId, accountId }) => [leadId, accountId]));
  return ({ accountId, leadId }) => accountId ?? accounts.get(leadId) ?? null;
};

/** One an opportunity that was opened. */
const dealEnds = (facts: Facts, options: PathOptions): readonly End[] => {
  const leads = unitsOf(facts, byLead, options.asOf);
  const accounts = unitsOf(facts, byAccount, options.asOf);
  const accountOfDeal = accountOf(facts);
  const joined = new Map<string, Unit>();
  const unitOf = (deal: OpportunityFact): Unit => {
    const account = accountOfDeal(deal);
    const key = JSON.stringify([deal.leadId, account]);
    const unit =
      joined.get(key) ??
      unitOfBoth(leads.get(deal.leadId) ?? NOBODY, account === null ? NOBODY : (accounts.get(account) ?? NOBODY), account);
    joined.set(key, unit);
    return unit;
  };
  return facts.opportunities.flatMap((deal) =>
    deal.openedAt === null || deal.openedAt >= options.asOf
      ? []
      : [{ id: deal.opportunityId, unit: unitOf(deal), deal, convertedAt: momentOf(deal, options) }],
  );
};

/** The account's, and the lead's where they are not the account's. */
const unitOfBoth = (lead: Unit, account: Unit, id: string | null): Unit => {
  const more = {
    touches: lead.touches.filter((touch) => id === null || touch.accountId !== id),
    leads: lead.leads.filter((one) => id === null || one.accountId !== id),
  };
  if (more.touches.length === 0 && more.leads.length === 0) return account;
  return { touches: [...account.touches, ...more.touches].sort(inOrder), leads: [...account.leads, ...more.leads] };
};

/** One a lead or account, with its first opportunity. */
const unitEnds = (facts: Facts, options: PathOptions): readonly End[] => {
  const units = unitsOf(facts, options.by === 'lead' ? byLead : byAccount, options.asOf);
  const accountOfDeal = accountOf(facts);
  const firsts = new Map<string, { readonly deal: OpportunityFact; readonly at: Instant }>();
  for (const deal of facts.opportunities) {
    const at = momentOf(deal, options);
    const key = options.by === 'lead' ? deal.leadId : accountOfDeal(deal);
    if (at === null || key === null) continue;
    const first = firsts.get(key);
    // Of two at one moment, the one whose id comes first.
    if (first === undefined || at < first.at || (at === first.at && deal.opportunityId < first.deal.opportunityId))
      firsts.set(key, { deal, at });
  }
  return [...new Set([...units.keys(), ...firsts.keys()])].map((id) => {
    const first = firsts.get(id);
    return { id, unit: units.get(id) ?? NOBODY, deal: first?.deal ?? null, convertedAt: first?.at ?? null };
  });
};
