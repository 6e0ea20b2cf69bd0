import type { LeadEvent } from '../../vocabulary/event.js';

/** Whether a person of ours tries to reach the lead by it, speaks with it or books a meeting with it. A sequencer answers nobody. */
export const isAnswering = ({ type, by }: LeadEvent): boolean =>
  (type === 'attempt' || type === 'contact_made' || type === 'meeting_booked') && by.kind === 'human';
