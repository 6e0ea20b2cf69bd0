import type { Instant } from '../../kernel/instant.js';
import type { PartyId } from '../party.js';
import { table } from './table.js';

/** One row a lead. Dimensions are those of its first event that carries them. */
export interface LeadFact {
  readonly leadId: string;
  readonly accountId: string | null;
  readonly source: string | null;
  readonly campaign: string | null;
  /** The person it was last assigned or handed to. */
  readonly owner: string | null;
  readonly firstAt: Instant;
  readonly firstEvent: string;
  /** Who recorded that first event. */
  readonly firstParty: PartyId;
  /** When it first entered a stage of the milestone `mql`, as recorded; an inferred stay is none. */
  readonly mqlAt: Instant | null;
  /** When it was first assigned to somebody, or handed to a person by name. */
  readonly assignedAt: Instant | null;
  /** When it was first delivered from one party to another. */
  readonly routedAt: Instant | null;
  /** When a person of ours first tried to reach it, spoke with it or booked a meeting with it. */
  readonly answeredAt: Instant | null;
  /** The same, at or after it was first assigned. */
  readonly answeredSinceAssignedAt: Instant | null;
  readonly lastAt: Instant;
  /** When it first opted out of everything; an opt-out from one channel leaves the others open, and is not told here. */
  readonly optedOutAt: Instant | null;
  /** Points of its account by the pact's target filter, whose criteria are those in force as of the review. */
  readonly fitScore: number | null;
  readonly fitTier: string | null;
}

/** Its columns in a warehouse. */
export const leadTable = /* @__PURE__ */ table<LeadFact>('lead', {
  leadId: 'text',
  accountId: 'text?',
  source: 'text?',
  campaign: 'text?',
  owner: 'text?',
  firstAt: 'integer',
  firstEvent: 'text',
  firstParty: 'text',
  mqlAt: 'integer?',
  assignedAt: 'integer?',
  routedAt: 'integer?',
  answeredAt: 'integer?',
  answeredSinceAssignedAt: 'integer?',
  lastAt: 'integer',
  optedOutAt: 'integer?',
  fitScore: 'integer?',
  fitTier: 'text?',
});
