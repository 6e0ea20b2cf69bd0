import type { ActivityFact, LeadFact, ProvisionFact } from '../../vocabulary/fact.js';
import type { ByLead } from './by-lead.js';
import { onList } from './on-list.js';

/**
 * One row an attempt or conversation, in order.
 *
 * @param leads - In the numbering of `log`: the account is the lead's where the event names none itself.
 */
export const activityFacts = (log: ByLead, leads: readonly LeadFact[], provisions: readonly ProvisionFact[]): readonly ActivityFact[] => {
  const rows: ActivityFact[] = [];
  const isOn = onList(provisions);
  log.each((event, lead) => {
    if (event.type !== 'attempt' && event.type !== 'contact_made') return;
    const byDay = event.precision === 'day';
    const accountId = event.accountId ?? leads[lead]?.accountId ?? null;
    rows.push({
      eventId: event.id,
      leadId: event.leadId,
      accountId,
      at: event.at,
      byDay,
      kind: event.type === 'attempt' ? 'attempt' : 'contact',
      channel: event.channel,
      party: event.by.party,
      person: event.by.person ?? null,
      human: event.by.kind === 'human',
      outcome: event.type === 'attempt' ? (event.outcome ?? null) : null,
      onList: isOn(accountId, { at: event.at, byDay, party: event.by.party }),
      // Who may except an account is the pact's to say.
      excepted: null,
    });
  });
  return rows;
};
