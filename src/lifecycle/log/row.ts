import type { Event, LeadEvent } from '../../vocabulary/event.js';

/** Whether an event belongs to the life of a lead; the others are about the agreement or the log. */
export const isLeadEvent = (event: Event): event is LeadEvent => {
  switch (event.type) {
    case 'practice_held':
    case 'provided':
    case 'exception_granted':
    case 'exception_ended':
    case 'dispute_raised':
    case 'dispute_settled':
    case 'waived':
    case 'correction':
    case 'merge':
    case 'erasure':
      return false;
    default:
      return true;
  }
};

/** Where something lies in the total order of a log, before rows break ties. An event without `seq` follows those with one. */
export const compareMoments = (a: Event, b: Event): number => a.at - b.at || seqOf(a) - seqOf(b);

const seqOf = ({ seq }: Event): number => seq ?? Number.MAX_SAFE_INTEGER;

/** A row of a log: its event, and where it stood. */
export interface Row {
  readonly row: number;
  readonly event: Event;
}

/** The lead that an event is about, whether or not it belongs to its life. */
export const leadOf = (event: Event): string | undefined => ('leadId' in event ? event.leadId : undefined);
