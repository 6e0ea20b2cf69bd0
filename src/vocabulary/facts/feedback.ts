import type { Instant } from '../../kernel/instant.js';
import type { RejectionClass } from '../events/hand-off.js';
import type { PartyId } from '../party.js';
import { table } from './table.js';

/** One row an item of feedback: a lead was sent back, let go or lost, or its meeting declined, and somebody may answer that. */
export interface FeedbackFact {
  /** The event that gave it. */
  readonly event: string;
  readonly leadId: string;
  /** The lead's last delivery by then; 0 where it was never delivered. */
  readonly delivery: number;
  readonly kind: 'rejected' | 'disqualified' | 'lost' | 'meeting_declined';
  readonly at: Instant;
  readonly byDay: boolean;
  readonly party: PartyId;
  readonly person: string | null;
  readonly rejectionClass: RejectionClass | null;
  readonly reason: string | null;
  /** Names of the specifics that were given and are not empty, sorted. */
  readonly specifics: readonly string[];
  /** Whether it has a reason that the pact then in force asks for, with its specifics; a declined meeting any reason. */
  readonly complete: boolean | null;
  /** The first answer by a person of another party than that which gave it. */
  readonly answeredAt: Instant | null;
  readonly answeredEvent: string | null;
  readonly answeredParty: PartyId | null;
}

/** Its columns in a warehouse. */
export const feedbackTable = /* @__PURE__ */ table<FeedbackFact>('feedback', {
  event: 'text',
  leadId: 'text',
  delivery: 'integer',
  kind: 'text',
  at: 'integer',
  byDay: 'boolean',
  party: 'text',
  person: 'text?',
  rejectionClass: 'text?',
  reason: 'text?',
  specifics: 'text_list',
  complete: 'boolean?',
  answeredAt: 'integer?',
  answeredEvent: 'text?',
  answeredParty: 'text?',
});
