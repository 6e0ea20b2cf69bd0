import type { LeadFact, OpportunityFact } from '../../vocabulary/fact.js';
import type { ByLead, Draft } from './by-lead.js';

/**
 * One row an opportunity, in the order in which they first appear. The last event that closed it counts; a deal that is
 * opened or advanced after that is open again. Amount, currency and person are the last recorded; the type is new
 * business where none was. A hand-over to delivery makes no deal.
 *
 * @param leads - In the numbering of `log`: account and source of a deal are its lead's where it names none itself.
 */
export const opportunityFacts = (log: ByLead, leads: readonly LeadFact[]): readonly OpportunityFact[] => {
  const rows = new Map<string, Draft<OpportunityFact>>();
  log.each((event, lead) => {
    if (!('opportunityId' in event) || event.type === 'handed_over') return;
    const { opportunityId, leadId } = event;
    let row = rows.get(opportunityId);
    if (row === undefined) {
      const accountId = event.accountId ?? leads[lead]?.accountId ?? null;
      row = { ...UNKNOWN, opportunityId, leadId, accountId, source: leads[lead]?.source ?? null };
      rows.set(opportunityId, row);
    }
    row.person = event.by.person ?? row.person;
    const closes = event.type === 'opportunity_won' || event.type === 'opportunity_lost';
    row.wonAt = event.type === 'opportunity_won' ? event.at : null;
    row.lostAt = event.type === 'opportunity_lost' ? event.at : null;
    row.closedEvent = closes ? event.id : null;
    if (event.type === 'opportunity_opened') {
      row.type = event.opportunityType ?? row.type;
      row.openedEvent ??= event.id;
      row.openedAt ??= event.at;
    }
    if (event.type !== 'opportunity_lost' && event.amount !== undefined) {
      row.amountMinor = event.amount.minor;
      row.currency = event.amount.currency;
    }
  });
  return [...rows.values()];
};

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
};
