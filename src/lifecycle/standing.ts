import type { Event, LeadEvent } from '../vocabulary/event.js';
import type { PartyId } from '../vocabulary/party.js';
import type { StepFacts } from './requirement.js';

/** How a lead stands between its sides: delivered or not, and how often it was tried. Folded from its events. */
export interface Standing {
  readonly delivered: boolean;
  /** The party of the last delivery; null before the first. */
  readonly receiver: PartyId | null;
  readonly attemptsSinceDelivery: number;
  /** The party that accepted last; null before. */
  readonly accepter: PartyId | null;
  readonly attemptsSinceAcceptance: number;
}

/** A lead to which nothing has happened. */
export const NOTHING_YET: Standing = {
  delivered: false,
  receiver: null,
  attemptsSinceDelivery: 0,
  accepter: null,
  attemptsSinceAcceptance: 0,
};

/** Whether who acts can answer a delivery to a party: its people can, no sequencer and nobody else. */
export const answers = ({ by }: Pick<Event, 'by'>, receiver: PartyId | null): boolean => by.party === receiver && by.kind === 'human';

/**
 * The standing after one more event, whether or not that event was a legal step: what was recorded happened.
 *
 * A hand-off delivers, and begins the count of the receiver's attempts. An acceptance or rejection by a person of the
 * receiving party answers it, and so does an expiry; from anyone else the lead still stands delivered. An acceptance,
 * whoever's, begins the count of the accepter's attempts. Only attempts by people count, and only those of that party.
 */
export const foldStanding = (standing: Standing, event: Event): Standing => {
  const { delivered, receiver, attemptsSinceDelivery, accepter, attemptsSinceAcceptance } = standing;
  switch (event.type) {
    case 'handed_off':
      return { delivered: true, receiver: event.to, attemptsSinceDelivery: 0, accepter, attemptsSinceAcceptance };
    case 'accepted':
      return { delivered: delivered && !answers(event, receiver), receiver, attemptsSinceDelivery, accepter: event.by.party, attemptsSinceAcceptance: 0 };
    case 'rejected':
      return delivered && answers(event, receiver) ? { delivered: false, receiver, attemptsSinceDelivery, accepter, attemptsSinceAcceptance } : standing;
    case 'expired':
      return delivered ? { delivered: false, receiver, attemptsSinceDelivery, accepter, attemptsSinceAcceptance } : standing;
    case 'attempt': {
      const { party, kind } = event.by;
      if (kind !== 'human' || (party !== receiver && party !== accepter)) return standing;
      return {
        delivered,
        receiver,
        attemptsSinceDelivery: attemptsSinceDelivery + (party === receiver ? 1 : 0),
        accepter,
        attemptsSinceAcceptance: attemptsSinceAcceptance + (party === accepter ? 1 : 0),
      };
    }
    default:
      return standing;
  }
};

/** What the requirements of a step ask about: the standing before the event, and who acts in it. */
export const stepFacts = (standing: Standing, event: LeadEvent): StepFacts => ({
  party: event.by.party,
  human: event.by.kind === 'human',
  rejectionClass: event.type === 'rejected' ? event.class : null,
  delivered: standing.delivered,
  attemptsSinceDelivery: standing.attemptsSinceDelivery,
  attemptsSinceAcceptance: standing.attemptsSinceAcceptance,
});
