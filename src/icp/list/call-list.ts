import { groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import { TARGET_LIST } from '../../lifecycle/facts/list-entry.js';
import { compareMoments } from '../../lifecycle/log/row.js';
import type { Event, ProvidedEvent } from '../../vocabulary/event.js';
import type { PartyId } from '../../vocabulary/party.js';
import type { OutReason } from './target-list.js';

/** As much of a target list as a check before a call asks: who is on it, and why the others are not. A `TargetList` is one. */
export interface CallList {
  readonly in: readonly { readonly accountId: string }[];
  /** What is known of those that are off the list; may be empty. */
  readonly out: readonly { readonly accountId: string; readonly reason: OutReason }[];
}

/** The list that a party had last been provided with, and the event that did it. */
export interface ProvidedList extends CallList {
  readonly event: string;
  readonly providedAt: Instant;
}

/**
 * The target list that a party works by at a moment: the one that it had last been provided with, at that moment or before,
 * by whomever. Of two at one moment the one that the log has later, by `seq` and then by row. Null where there was none.
 * An event that names no accounts provides an empty list.
 *
 * @param events - As `resolve` leaves them: corrected and without duplicates.
 * @param item - What the list is called as a thing provided; `target_list` where left out.
 */
export const providedList = (
  events: readonly Event[],
  { to, at, item = TARGET_LIST }: { readonly to: PartyId; readonly at: Instant; readonly item?: string },
): ProvidedList | null => {
  let last: ProvidedEvent | null = null;
  for (const event of events) {
    if (event.type !== 'provided' || event.item !== item || event.to !== to || event.at > at) continue;
    if (last === null || compareMoments(last, event) <= 0) last = event;
  }
  if (last === null) return null;
  const accounts = groupBy(last.accountIds ?? [], (accountId) => accountId);
  return { event: last.id, providedAt: last.at, in: [...accounts.keys()].map((accountId) => ({ accountId })), out: [] };
};
