import type { Instant } from '../../kernel/instant.js';
import type { ClockFact } from '../../vocabulary/fact.js';

/** A promise that was not kept on one delivery, and since when: judged before any excuse or waiver. */
export interface Breach {
  readonly clause: string;
  readonly leadId: string;
  readonly delivery: number;
  /** When the promise began: which version of the pact it belongs to. */
  readonly startedAt: Instant;
  readonly at: Instant;
}

/** A person let a promise on a lead go. */
export interface Waiver {
  readonly clause: string;
  readonly leadId: string;
  readonly at: Instant;
  /** The `waived` event. */
  readonly event: string;
  /** Who let it go: the person, or the party where none is named. */
  readonly by: string;
  readonly why: string;
}

/**
 * Breaches of clocks: since each was due, where it was neither stopped nor cancelled by then. An unproven clock proves
 * none, and one that stands still has none. One that is not due yet is listed too: its breach lies in the future and
 * excuses nothing that is earlier.
 */
export const clockBreaches = (clocks: readonly ClockFact[]): readonly Breach[] =>
  clocks.flatMap(({ clause, leadId, delivery, startedAt, dueAt, stoppedAt, cancelledAt, unproven }) =>
    unproven || dueAt === null || cancelledAt !== null || (stoppedAt !== null && stoppedAt <= dueAt)
      ? []
      : [{ clause, leadId, delivery, startedAt, at: dueAt }],
  );

/**
 * Clocks with the first of their clause's excuses that applies: a breach on the same delivery of the same lead, earlier
 * than their own would be. What is about no delivery has no such link: it is excused by nothing, and excuses nothing.
 *
 * @param excusedBy - The clauses that excuse this one, in the pact's order.
 */
export const excuse = (clocks: readonly ClockFact[], excusedBy: readonly string[], breaches: readonly Breach[]): readonly ClockFact[] => {
  if (excusedBy.length === 0) return clocks;
  const first = new Map<string, Instant>();
  for (const breach of breaches) {
    const key = place(breach.clause, breach);
    first.set(key, Math.min(first.get(key) ?? Infinity, breach.at));
  }
  return clocks.map((clock) => {
    const { dueAt } = clock;
    const by = dueAt === null || clock.delivery === 0 ? undefined : excusedBy.find((clause) => (first.get(place(clause, clock)) ?? Infinity) < dueAt);
    return by === undefined ? clock : { ...clock, excusedBy: by };
  });
};

const place = (clause: string, { leadId, delivery }: { readonly leadId: string; readonly delivery: number }): string =>
  JSON.stringify([clause, leadId, delivery]);

/** What a waiver can be about: a promise on a lead, since a moment. */
interface Waivable {
  readonly leadId: string;
  readonly startedAt: Instant;
}

/**
 * The waiver of each promise of one clause that was let go. A waiver names a lead, not a delivery: it lets go the last
 * promise on that lead that had begun when it was given. Where several let go the same, the first counts.
 */
export const waived = <Item extends Waivable>(
  clause: string,
  items: readonly Item[],
  waivers: readonly Waiver[],
): ReadonlyMap<Item, Waiver> => {
  const ours = waivers.filter((waiver) => waiver.clause === clause).sort((a, b) => a.at - b.at);
  const found = new Map<Item, Waiver>();
  if (ours.length === 0) return found;
  const ofLead = new Map<string, Item[]>(ours.map((waiver) => [waiver.leadId, []]));
  for (const item of items) ofLead.get(item.leadId)?.push(item);
  for (const waiver of ours) {
    const begun = (ofLead.get(waiver.leadId) ?? []).filter((item) => item.startedAt < waiver.at);
    const last = begun.reduce<Item | null>((latest, item) => (latest === null || item.startedAt > latest.startedAt ? item : latest), null);
    if (last !== null && !found.has(last)) found.set(last, waiver);
  }
  return found;
};
