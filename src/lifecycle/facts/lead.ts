import type { LeadFact } from '../../vocabulary/fact.js';
import type { ByLead, Draft } from './by-lead.js';

/** One row a lead, in the order in which they first appear. */
export const leadFacts = (log: ByLead): readonly LeadFact[] => {
  const rows: Draft<LeadFact>[] = [];
  log.each((event, lead) => {
    const row = (rows[lead] ??= {
      leadId: event.leadId,
      accountId: null,
      source: null,
      campaign: null,
      owner: null,
      firstAt: event.at,
      firstEvent: event.id,
      lastAt: event.at,
      optedOutAt: null,
    });
    row.lastAt = event.at;
    row.accountId ??= event.accountId ?? null;
    switch (event.type) {
      case 'inquiry':
      case 'touch':
      case 'qualified':
        row.source ??= event.source ?? null;
        row.campaign ??= event.campaign ?? null;
        break;
      case 'assigned':
        row.owner = event.to;
        break;
      case 'handed_off':
        row.owner = event.toPerson ?? row.owner;
        break;
      case 'opted_out':
        if (event.channel === undefined) row.optedOutAt ??= event.at;
        break;
      default:
    }
  });
  return rows;
};
