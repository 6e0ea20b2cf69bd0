import type { AdvocacyFact, LeadFact } from '../../vocabulary/fact.js';
import type { ByLead } from './by-lead.js';

/**
 * One row a thing that a customer did to speak for us, in order.
 *
 * @param leads - In the numbering of `log`: the account is the lead's where the event names none itself.
 */
export const advocacyFacts = (log: ByLead, leads: readonly LeadFact[]): readonly AdvocacyFact[] => {
  const rows: AdvocacyFact[] = [];
  log.each((event, lead) => {
    if (event.type !== 'advocacy') return;
    rows.push({
      eventId: event.id,
      leadId: event.leadId,
      accountId: event.accountId ?? leads[lead]?.accountId ?? null,
      at: event.at,
      kind: event.kind,
      act: event.act,
      usedFor: event.usedFor ?? null,
      party: event.by.party,
      person: event.by.person ?? null,
    });
  });
  return rows;
};
