import type { Event } from '../vocabulary/event.js';
import type { Row } from './log.js';

/** `erased:1`, `erased:2`, … for the leads whose data was erased, in the order of the erasures; by the lead's id. */
export const namesAfterErasure = (
  directives: readonly Row[],
  facts: readonly Row[],
  homeOf: (leadId: string) => string,
): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  const erasures = directives.flatMap(({ event }) => (event.type === 'erasure' ? [event] : []));
  if (erasures.length === 0) return names;
  const taken = new Set(facts.flatMap(({ event }) => ('leadId' in event ? [event.leadId] : [])));
  let next = 1;
  for (const { leadId } of erasures) {
    const home = homeOf(leadId);
    if (names.has(home)) continue;
    while (taken.has(`erased:${String(next)}`)) next += 1;
    names.set(home, `erased:${String(next)}`);
    next += 1;
  }
  return names;
};

/** Disputes raised about leads whose data was erased, by id, known to the horizon or not: their settlements name no lead. */
export const disputesAboutErased = (
  events: readonly Event[],
  homeOf: (leadId: string) => string,
  erased: ReadonlyMap<string, string>,
): ReadonlySet<string> =>
  new Set(
    erased.size === 0
      ? []
      : events.flatMap((event) =>
          event.type === 'dispute_raised' && event.leadId !== undefined && erased.has(homeOf(event.leadId)) ? [event.disputeId] : [],
        ),
  );

/** Optional fields that hold what people wrote. */
const WRITTEN = ['attributes', 'note', 'learned', 'nextStep'];
/** In the place of words that an event must have. */
const ERASED = 'erased';

/** An event that still counts and names nobody: custom fields and free text are gone, what is counted stays. */
export const withoutPersonalData = (event: Event): Event => {
  // Without some of its optional fields an event is still one of its type.
  // Only optional fields are left out, so that it is an event of the same type still; `fromEntries` cannot tell.
  const counted = Object.fromEntries(Object.entries(event).filter(([key]) => !WRITTEN.includes(key))) as unknown as Event;
  switch (counted.type) {
    case 'rejected':
    case 'disqualified':
      if (counted.specifics === undefined) return counted;
      return { ...counted, specifics: Object.fromEntries(Object.keys(counted.specifics).map((name) => [name, ERASED])) };
    case 'handed_over':
      return { ...counted, promises: counted.promises.map(() => ERASED) };
    case 'dispute_raised':
      return { ...counted, subject: ERASED };
    case 'dispute_settled':
      return { ...counted, outcome: ERASED };
    case 'waived':
      return { ...counted, why: ERASED };
    default:
      return counted;
  }
};
