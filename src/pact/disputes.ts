import type { Instant } from '../kernel/instant.js';
import type { Event } from '../vocabulary/event.js';

/** A contested number or lead, and how it ended. */
export interface Dispute {
  readonly id: string;
  readonly subject: string;
  readonly leadId: string | null;
  readonly raisedAt: Instant;
  readonly raisedBy: string;
  /** Null while it is open. */
  readonly settledAt: Instant | null;
  readonly outcome: string | null;
}

/** Every dispute of a log in the order in which they were raised. */
export const disputesOf = (events: readonly Event[]): readonly Dispute[] => {
  const disputes = new Map<string, Dispute>();
  for (const event of events) {
    if (event.type === 'dispute_raised' && !disputes.has(event.disputeId)) {
      disputes.set(event.disputeId, {
        id: event.disputeId,
        subject: event.subject,
        leadId: event.leadId ?? null,
        raisedAt: event.at,
        raisedBy: event.by.party,
        settledAt: null,
        outcome: null,
      });
    }
    const known = event.type === 'dispute_settled' ? disputes.get(event.disputeId) : undefined;
    if (event.type === 'dispute_settled' && known !== undefined) disputes.set(known.id, { ...known, settledAt: event.at, outcome: event.outcome });
  }
  return [...disputes.values()];
};
