import type { EventType } from '../vocabulary/event.js';

/**
 * What happens to a lead whether or not anybody decides a step: the prospect's doing, or work on the lead. Such an event
 * takes the lead along where the framework says so and what it requires is met; otherwise, and where it names no stage
 * or the one where the lead is, it is no step at all. A second form filled in by an MQL breaks no agreement, nor does a
 * new figure on an open deal. The other event types are decisions: made in a stage that does not know them, they are a
 * step refused.
 */
const OBSERVATIONS: ReadonlySet<EventType> = /* @__PURE__ */ new Set<EventType>([
  'inquiry',
  'touch',
  'score_changed',
  'qualification_recorded',
  'assigned',
  'attempt',
  'contact_made',
  'meeting_booked',
  'meeting_rescheduled',
  'meeting_cancelled',
  'meeting_held',
  'meeting_no_show',
  'opted_out',
  'feedback_answered',
  'opportunity_advanced',
  'advocacy',
]);

export const isObservation = (type: EventType): boolean => OBSERVATIONS.has(type);
