import type { Event, LeadEvent } from '../../vocabulary/event.js';
import { isLeadEvent } from '../log/row.js';

/** The events of leads in their order, each with its lead's number; leads are numbered as they first appear. */
export interface ByLead {
  readonly leadIds: readonly string[];
  readonly each: (visit: (event: LeadEvent, lead: number, order: number) => void) => void;
}

/** Number the leads of a resolved log once, so that every table of facts is one pass over it. */
export const byLead = (events: readonly Event[]): ByLead => {
  const numbers = new Map<string, number>();
  const leadOf = new Int32Array(events.length);
  events.forEach((event, order) => {
    if (!isLeadEvent(event)) return;
    let lead = numbers.get(event.leadId);
    if (lead === undefined) {
      lead = numbers.size;
      numbers.set(event.leadId, lead);
    }
    leadOf[order] = lead;
  });
  return {
    leadIds: [...numbers.keys()],
    each: (visit) => {
      events.forEach((event, order) => {
        if (isLeadEvent(event)) visit(event, leadOf[order] ?? 0, order);
      });
    },
  };
};

/** A row while it is filled in. */
export type Draft<Row> = { -readonly [Key in keyof Row]: Row[Key] };
