import { groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import { isLeadEvent } from '../../lifecycle/log/row.js';
import type { Event, EventType, LeadEvent } from '../../vocabulary/event.js';
import type { EngagementModel, Signal } from './model.js';

/** What a signal may ask of an event besides its type. */
export const SIGNAL_FIELDS = ['channel', 'outcome', 'source', 'campaign'] as const;
export type SignalField = (typeof SIGNAL_FIELDS)[number];

/** A signal that was seen: which, by its place in the model, of which lead, and when. */
export interface SeenSignal {
  readonly place: number;
  readonly leadId: string;
  readonly at: Instant;
}

const valueOf = (event: LeadEvent, field: SignalField): unknown => (field in event ? (event as Partial<Record<SignalField, unknown>>)[field] : undefined);

const isSignal = ({ on }: Signal, event: LeadEvent): boolean =>
  SIGNAL_FIELDS.every((field) => on[field] === undefined || on[field] === valueOf(event, field));

/**
 * The signals among events before a moment, by whatever they are of, in the order of the events. An event is one signal: the first in the model's order whose
 * type it has, and its channel, outcome, source and campaign where the signal says them, letter by letter.
 *
 * @param subjectOf - What an event is of; null for nothing, which leaves it out.
 */
export const signalsOf = (
  { signals }: EngagementModel,
  events: readonly Event[],
  asOf: Instant,
  subjectOf: (event: LeadEvent) => string | null,
): ReadonlyMap<string, readonly SeenSignal[]> => {
  const ofType: ReadonlyMap<EventType, readonly { readonly place: number; readonly signal: Signal }[]> = groupBy(
    signals.map((signal, place) => ({ signal, place })),
    ({ signal }) => signal.on.type,
  );
  const found = new Map<string, SeenSignal[]>();
  for (const event of events) {
    if (event.at >= asOf || !isLeadEvent(event)) continue;
    const place = ofType.get(event.type)?.find(({ signal }) => isSignal(signal, event))?.place;
    const subject = place === undefined ? null : subjectOf(event);
    if (place === undefined || subject === null) continue;
    const seen = { place, leadId: event.leadId, at: event.at };
    const others = found.get(subject);
    if (others === undefined) found.set(subject, [seen]);
    else others.push(seen);
  }
  return found;
};
