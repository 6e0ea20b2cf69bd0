import type { ActivityFact } from '../../vocabulary/fact.js';
import type { ByLead } from './by-lead.js';

/** One row an attempt or conversation, in order. */
export const activityFacts = (log: ByLead): readonly ActivityFact[] => {
  const rows: ActivityFact[] = [];
  log.each((event) => {
    if (event.type !== 'attempt' && event.type !== 'contact_made') return;
    rows.push({
      eventId: event.id,
      leadId: event.leadId,
      accountId: event.accountId ?? null,
      at: event.at,
      byDay: event.precision === 'day',
      kind: event.type === 'attempt' ? 'attempt' : 'contact',
      channel: event.channel,
      party: event.by.party,
      person: event.by.person ?? null,
      human: event.by.kind === 'human',
    });
  });
  return rows;
};
