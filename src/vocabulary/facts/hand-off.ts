import type { Instant } from '../../kernel/instant.js';
import type { RejectionClass } from '../events/hand-off.js';
import type { PartyId } from '../party.js';
import { table } from './table.js';

/** One row a delivery of a lead from one party to another, with its answer. */
export interface HandOffFact {
  readonly leadId: string;
  /** 1 for the lead's first delivery. */
  readonly delivery: number;
  /** Which hand-off of the pact, where the event named one. */
  readonly handOff: string | null;
  readonly fromParty: PartyId;
  readonly toParty: PartyId;
  readonly toPerson: string | null;
  readonly deliveredAt: Instant;
  readonly deliveredOrder: number;
  readonly deliveredEvent: string;
  readonly deliveredByDay: boolean;
  /** Agreed deliverables that came along, by name, sorted. */
  readonly fields: readonly string[];
  /** The lead's fit tier as last recorded before this delivery; null where none was. */
  readonly fitTier: string | null;
  /** When a person of the receiving party accepted it; an acceptance by anyone else answers no delivery. */
  readonly acceptedAt: Instant | null;
  readonly acceptedEvent: string | null;
  /** When a person of the receiving party sent it back. */
  readonly rejectedAt: Instant | null;
  readonly rejectedEvent: string | null;
  readonly rejectionClass: RejectionClass | null;
  readonly reason: string | null;
  readonly expiredAt: Instant | null;
  readonly expiredEvent: string | null;
  /**
   * When the same lead was delivered again, which ends this delivery: to the same party, whatever became of this one; to
   * another, where this one was still unanswered. An accepted delivery goes on when its receiver delivers the lead further.
   */
  readonly supersededAt: Instant | null;
  /** First attempt by a human of the receiving party since this delivery. */
  readonly firstAttemptAt: Instant | null;
  readonly firstAttemptEvent: string | null;
  readonly firstAttemptPerson: string | null;
  /** Human attempts of the receiving party from this delivery until its end. */
  readonly attempts: number;
  /** When somebody of the receiving party first held it by name: named at the delivery, or assigned since. */
  readonly assignedAt: Instant | null;
  /** After a rejection: when it was delivered to the same party again. */
  readonly resubmittedAt: Instant | null;
  readonly resubmissionAcceptedAt: Instant | null;
  /** Open milliseconds of the receiver's calendar (the person's, where one was named who has hours of their own), cumulative, when it was delivered. */
  readonly deliveredOpenMs: number | null;
  readonly acceptedOpenMs: number | null;
  readonly firstAttemptOpenMs: number | null;
}

/** Its columns in a warehouse. */
export const handOffTable = /* @__PURE__ */ table<HandOffFact>('hand_off', {
  leadId: 'text',
  delivery: 'integer',
  handOff: 'text?',
  fromParty: 'text',
  toParty: 'text',
  toPerson: 'text?',
  deliveredAt: 'integer',
  deliveredOrder: 'integer',
  deliveredEvent: 'text',
  deliveredByDay: 'boolean',
  fields: 'text_list',
  fitTier: 'text?',
  acceptedAt: 'integer?',
  acceptedEvent: 'text?',
  rejectedAt: 'integer?',
  rejectedEvent: 'text?',
  rejectionClass: 'text?',
  reason: 'text?',
  expiredAt: 'integer?',
  expiredEvent: 'text?',
  supersededAt: 'integer?',
  firstAttemptAt: 'integer?',
  firstAttemptEvent: 'text?',
  firstAttemptPerson: 'text?',
  attempts: 'integer',
  assignedAt: 'integer?',
  resubmittedAt: 'integer?',
  resubmissionAcceptedAt: 'integer?',
  deliveredOpenMs: 'integer?',
  acceptedOpenMs: 'integer?',
  firstAttemptOpenMs: 'integer?',
});
