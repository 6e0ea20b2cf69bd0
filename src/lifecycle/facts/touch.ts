import type { LeadFact, TouchFact } from '../../vocabulary/fact.js';
import type { ByLead } from './by-lead.js';

/**
 * One row an inquiry or touch, in order.
 *
 * @param leads - In the numbering of `log`: the account is the lead's where the event names none itself.
 */
export const touchFacts = (log: ByLead, leads: readonly LeadFact[]): readonly TouchFact[] => {
  const rows: TouchFact[] = [];
  log.each((event, lead, order) => {
    if (event.type !== 'inquiry' && event.type !== 'touch') return;
    const isTouch = event.type === 'touch';
    rows.push({
      eventId: event.id,
      leadId: event.leadId,
      accountId: event.accountId ?? leads[lead]?.accountId ?? null,
      at: event.at,
      order,
      kind: event.type,
      party: event.by.party,
      channel: isTouch ? (event.channel ?? null) : null,
      source: event.source ?? null,
      campaign: event.campaign ?? null,
      message: isTouch ? (event.message ?? null) : null,
    });
  });
  return rows;
};
