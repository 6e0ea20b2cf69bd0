import type { Issue } from '../../kernel/issue.js';
import type { LeadFact, OpportunityFact, OpportunityStateFact, TouchFact } from '../../vocabulary/fact.js';
import type { ByLead, Draft } from './by-lead.js';
import { isDealEvent, type DealEvent } from './deal.js';
import { sourcing } from './sourcing.js';
import { learnWorth, moneyOf, unknownWorth, type Worth } from './worth.js';

/** Deals, and what was recorded of them at any moment. */
export interface Deals {
  readonly opportunities: readonly OpportunityFact[];
  readonly states: readonly OpportunityStateFact[];
}

interface Deal {
  readonly row: Draft<OpportunityFact>;
  readonly worth: Worth;
  /** Where in the log it was opened; null where nobody recorded that. */
  openedOrder: number | null;
  state: Draft<OpportunityStateFact> | null;
}

/**
 * One row an opportunity, in the order in which they first appear, and one a stretch in which nothing recorded about it
 * changed, in the order of the log. The last event that closed a deal counts; one that is opened or advanced after that is
 * open again. Amount, type, person and outlook are the last recorded, each by itself; the type is new business where none
 * was. A hand-over to delivery makes no deal.
 *
 * @param leads - In the numbering of `log`: account and source of a deal are its lead's where it names none itself.
 * @param touches - In the order of the log.
 * @param report - Hears of each deal with a first-year value that cannot be told.
 */
export const dealFacts = (log: ByLead, leads: readonly LeadFact[], touches: readonly TouchFact[], report: (notice: Issue) => void): Deals => {
  const deals = new Map<string, Deal>();
  const states: OpportunityStateFact[] = [];
  log.each((event, lead, order) => {
    if (!isDealEvent(event)) return;
    const { opportunityId, leadId } = event;
    let deal = deals.get(opportunityId);
    if (deal === undefined) {
      const accountId = event.accountId ?? leads[lead]?.accountId ?? null;
      const row = { ...UNKNOWN, opportunityId, leadId, accountId, source: leads[lead]?.source ?? null };
      deal = { row, worth: unknownWorth(), openedOrder: null, state: null };
      deals.set(opportunityId, deal);
    }
    const { row } = deal;
    learnWorth(deal.worth, event);
    row.person = event.by.person ?? row.person;
    const status = statusAfter(event);
    row.wonAt = status === 'won' ? event.at : null;
    row.lostAt = status === 'lost' ? event.at : null;
    row.closedEvent = status === 'open' ? null : event.id;
    if (event.type === 'opportunity_opened' && row.openedEvent === null) {
      row.openedEvent = event.id;
      row.openedAt = event.at;
      deal.openedOrder = order;
    }
    const state = stateAfter(event, deal, status);
    if (deal.state !== null) {
      const last = deal.state;
      if (RECORDED.every((column) => last[column] === state[column])) return;
      last.until = event.at;
    }
    deal.state = state;
    states.push(state);
  });

  const source = sourcing(log, leads, touches);
  const opportunities: OpportunityFact[] = [];
  for (const { row, worth, openedOrder } of deals.values()) {
    const { type, probability, forecast, expectedCloseAt } = worth;
    const money = moneyOf(worth, row.opportunityId, report);
    opportunities.push({ ...row, type, probability, forecast, expectedCloseAt, ...money, ...source(row, openedOrder) });
  }
  return { opportunities, states };
};

const statusAfter = ({ type }: DealEvent): OpportunityStateFact['status'] =>
  type === 'opportunity_won' ? 'won' : type === 'opportunity_lost' ? 'lost' : 'open';

const stateAfter = (event: DealEvent, { row, worth, state }: Deal, status: OpportunityStateFact['status']): OpportunityStateFact => ({
  opportunityId: row.opportunityId,
  nth: (state?.nth ?? 0) + 1,
  leadId: row.leadId,
  accountId: row.accountId,
  type: worth.type,
  event: event.id,
  from: event.at,
  until: null,
  status,
  stage: event.stage ?? state?.stage ?? null,
  amountMinor: worth.amount?.minor ?? null,
  currency: worth.amount?.currency ?? null,
  probability: worth.probability,
  forecast: worth.forecast,
  expectedCloseAt: worth.expectedCloseAt,
  person: row.person,
});

/** What a state is made of: where all of it stays, the state lasts. */
const RECORDED = ['type', 'status', 'stage', 'amountMinor', 'currency', 'probability', 'forecast', 'expectedCloseAt', 'person'] as const;

const UNKNOWN = {
  type: 'new_business' as const,
  openedAt: null,
  openedEvent: null,
  wonAt: null,
  lostAt: null,
  closedEvent: null,
  amountMinor: null,
  currency: null,
  person: null,
  annualMinor: null,
  probability: null,
  forecast: null,
  expectedCloseAt: null,
  firstTouchAt: null,
  firstTouchParty: null,
  firstTouchSource: null,
  firstTouchCampaign: null,
  firstMarketingTouchAt: null,
  firstSalesActivityAt: null,
};
