import type { Waiver } from '../sla/excuse.js';
import type { Event } from '../vocabulary/event.js';

/** What people let go, from the log. */
export const waiversOf = (events: readonly Event[]): readonly Waiver[] =>
  events.flatMap((event) => (event.type === 'waived' ? [{ clause: event.clause, leadId: event.leadId, at: event.at, event: event.id }] : []));
