import type { HandOffFact } from '../../vocabulary/fact.js';
import type { Moment } from '../clock/course.js';

/** With what a promise on a delivery begins: the delivery itself, or its acceptance; null where nobody accepted it. */
export const beginOf = (from: 'delivered' | 'accepted', delivery: HandOffFact): Moment | null => {
  const { deliveredAt, deliveredEvent, acceptedAt, acceptedEvent } = delivery;
  if (from === 'delivered') return { at: deliveredAt, event: deliveredEvent };
  return acceptedAt === null || acceptedEvent === null ? null : { at: acceptedAt, event: acceptedEvent };
};
