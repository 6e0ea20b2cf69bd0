import type { LeadEvent } from '../../vocabulary/event.js';
import type { DealColumns, LogDetails, Names } from '../../vocabulary/log-details.js';
import { FORECAST_CATEGORIES, OPPORTUNITY_TYPES } from '../../vocabulary/opportunity.js';
import { isDealEvent, type DealEvent } from '../facts/deal.js';
import { isLeadEvent } from '../log/row.js';
import type { ResolvedLog } from '../log/resolve.js';
import { dictionary } from './dictionary.js';

/** All that the events of a resolved log say beside the agreed life, for the rows that `encode` makes of the same log. */
export const detailsOf = (log: ResolvedLog): Required<LogDetails> => {
  const events: LeadEvent[] = [];
  const orders: number[] = [];
  log.events.forEach((event, order) => {
    if (!isLeadEvent(event)) return;
    events.push(event);
    orders.push(order);
  });
  return {
    ids: events.map(({ id }) => id),
    orders: Uint32Array.from(orders),
    person: namesOf(events, ({ by }) => by.person),
    account: namesOf(events, ({ accountId }) => accountId),
    source: namesOf(events, (event) => ('source' in event ? event.source : undefined)),
    campaign: namesOf(events, (event) => ('campaign' in event ? event.campaign : undefined)),
    channel: namesOf(events, (event) => ('channel' in event ? event.channel : undefined)),
    reason: namesOf(events, (event) => (event.type === 'rejected' || event.type === 'disqualified' || event.type === 'opportunity_lost' ? event.reason : undefined)),
    holder: {
      person: namesOf(events, (event) => (event.type === 'assigned' ? event.to : event.type === 'handed_off' ? event.toPerson : undefined)),
      party: namesOf(events, (event) => (event.type === 'assigned' ? event.toParty : undefined)),
    },
    deals: dealsOf(events),
  };
};

const namesOf = <Row>(rows: readonly Row[], nameOf: (row: Row) => string | undefined): Names => {
  const words = dictionary();
  const code = Uint32Array.from(rows, (row) => {
    const name = nameOf(row);
    return name === undefined ? 0 : words.code(name) + 1;
  });
  return { words: words.names(), code };
};

const dealsOf = (events: readonly LeadEvent[]): DealColumns => {
  const rows: number[] = [];
  const deals: DealEvent[] = [];
  events.forEach((event, row) => {
    if (!isDealEvent(event)) return;
    rows.push(row);
    deals.push(event);
  });
  const opportunity = namesOf(deals, ({ opportunityId }) => opportunityId);
  const numbers = (numberOf: (deal: DealEvent) => number | undefined): Float64Array => Float64Array.from(deals, (deal) => numberOf(deal) ?? NaN);
  return {
    row: Uint32Array.from(rows),
    opportunities: opportunity.words,
    opportunity: opportunity.code.map((code) => code - 1),
    type: Uint8Array.from(deals, (deal) => (deal.type === 'opportunity_opened' && deal.opportunityType !== undefined ? OPPORTUNITY_TYPES.indexOf(deal.opportunityType) + 1 : 0)),
    amountMinor: numbers((deal) => (isWorth(deal) ? deal.amount?.minor : undefined)),
    currency: namesOf(deals, (deal) => (isWorth(deal) ? deal.amount?.currency : undefined)),
    annualMinor: numbers((deal) => (isWorth(deal) ? deal.annual?.minor : undefined)),
    annualCurrency: namesOf(deals, (deal) => (isWorth(deal) ? deal.annual?.currency : undefined)),
    termMonths: numbers((deal) => (isWorth(deal) ? deal.termMonths : undefined)),
    probability: numbers((deal) => (isOutlook(deal) ? deal.probability : undefined)),
    forecast: Uint8Array.from(deals, (deal) => (isOutlook(deal) && deal.forecast !== undefined ? FORECAST_CATEGORIES.indexOf(deal.forecast) + 1 : 0)),
    expectedClose: numbers((deal) => (isOutlook(deal) ? deal.expectedClose : undefined)),
  };
};

const isWorth = (deal: DealEvent): deal is Exclude<DealEvent, { readonly type: 'opportunity_lost' }> => deal.type !== 'opportunity_lost';

const isOutlook = (deal: DealEvent): deal is Extract<DealEvent, { readonly type: 'opportunity_opened' | 'opportunity_advanced' }> =>
  deal.type === 'opportunity_opened' || deal.type === 'opportunity_advanced';
