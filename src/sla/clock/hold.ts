import type { Instant } from '../../kernel/instant.js';
import type { LeadEventFact } from '../../vocabulary/fact.js';
import type { Milestones } from '../../vocabulary/framework.js';
import { meets, type Condition } from '../condition.js';

/** A stretch in which a lead waits, with the events that began and ended it. */
export interface Hold {
  readonly from: Instant;
  readonly fromEvent: string;
  /** Position of the event that began it among the lead's events. */
  readonly position: number;
  readonly until: Instant | null;
  readonly untilEvent: string | null;
}

/**
 * The stretches in which a lead waits, by any of some pauses: those that overlap or touch are one, held by the first and
 * ended by the last. An event that both begins and ends a pause ends it, and begins none. Stretches without length are
 * left out.
 *
 * @param events - Of one lead, in order.
 */
export const heldIn = (
  events: readonly LeadEventFact[],
  pauses: readonly { readonly from: Condition; readonly until: Condition }[],
  milestones: Milestones,
): readonly Hold[] => {
  const holding = pauses.map(() => false);
  const holds: Hold[] = [];
  let open: Hold | null = null;
  for (const [position, event] of events.entries()) {
    pauses.forEach(({ from, until }, i) => {
      if (meets(until, event, milestones)) holding[i] = false;
      else if (meets(from, event, milestones)) holding[i] = true;
    });
    const held = holding.includes(true);
    if (held && open === null) {
      const last = holds.at(-1)?.until === event.at ? holds.pop() : undefined;
      open = { from: event.at, fromEvent: event.eventId, position, ...last, until: null, untilEvent: null };
    } else if (!held && open !== null) {
      if (open.from < event.at) holds.push({ ...open, until: event.at, untilEvent: event.eventId });
      open = null;
    }
  }
  return open === null ? holds : [...holds, open];
};
