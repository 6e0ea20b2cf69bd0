import type { ConversationFact, LeadFact } from '../../vocabulary/fact.js';
import type { ByLead } from './by-lead.js';

/**
 * One row a contact made or meeting held, in order. A meeting that is recorded as held twice was talked about twice.
 *
 * @param leads - In the numbering of `log`: the account is the lead's where the event names none itself.
 */
export const conversationFacts = (log: ByLead, leads: readonly LeadFact[]): readonly ConversationFact[] => {
  const rows: ConversationFact[] = [];
  log.each((event, lead, order) => {
    if (event.type !== 'contact_made' && event.type !== 'meeting_held') return;
    rows.push({
      eventId: event.id,
      leadId: event.leadId,
      accountId: event.accountId ?? leads[lead]?.accountId ?? null,
      at: event.at,
      order,
      byDay: event.precision === 'day',
      kind: event.type === 'contact_made' ? 'contact' : 'meeting',
      channel: event.type === 'contact_made' ? event.channel : null,
      party: event.by.party,
      person: event.by.person ?? null,
      human: event.by.kind === 'human',
      message: event.message ?? null,
      objection: event.objection ?? null,
      learned: isSaid(event.learned),
      nextStep: isSaid(event.nextStep),
      corrected: event.corrected?.length ?? 0,
      // What a report has to say is the pact's to know.
      complete: null,
    });
  });
  return rows;
};

/** Blanks say nothing. */
const isSaid = (words: string | undefined): boolean => words !== undefined && words.trim() !== '';
