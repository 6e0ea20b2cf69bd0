import type { Instant } from '../../kernel/instant.js';
import type { RejectionClass } from '../events/hand-off.js';
import type { Exit } from '../framework.js';
import type { PartyId } from '../party.js';
import { table } from './table.js';

/** One row a lead's leaving by one of the four exits. */
export interface ExitFact {
  readonly leadId: string;
  /** 1 for the lead's first exit. */
  readonly nth: number;
  readonly exit: Exit;
  readonly at: Instant;
  readonly event: string;
  readonly party: PartyId;
  readonly person: string | null;
  readonly class: RejectionClass | null;
  readonly reason: string | null;
  /** Specifics that were given and not empty, by name, sorted. */
  readonly specifics: readonly string[];
  /** Whether the agreed life allows the step, so that a "rejection" after an attempt can be told from a real one. */
  readonly legal: boolean;
  /** Human attempts by the leaving party on this lead before the exit, since its last delivery. */
  readonly attempts: number;
  /** By how many different channels those attempts were made. */
  readonly attemptChannels: number;
  /** The first of those attempts. */
  readonly firstAttemptAt: Instant | null;
  /** Conversations that our people had with the lead before the exit, since its last delivery: contacts made and meetings held. */
  readonly contacts: number;
  /** When it was brought back, where it was. */
  readonly recycledAt: Instant | null;
  /** When it then entered a stage of the milestone `mql` again, as recorded: by the step that brought it back or later, before its next exit or not. */
  readonly mqlAgainAt: Instant | null;
  readonly sqlAgainAt: Instant | null;
}

/** Its columns in a warehouse. */
export const exitTable = /* @__PURE__ */ table<ExitFact>('lead_exit', {
  leadId: 'text',
  nth: 'integer',
  exit: 'text',
  at: 'integer',
  event: 'text',
  party: 'text',
  person: 'text?',
  class: 'text?',
  reason: 'text?',
  specifics: 'text_list',
  legal: 'boolean',
  attempts: 'integer',
  attemptChannels: 'integer',
  firstAttemptAt: 'integer?',
  contacts: 'integer',
  recycledAt: 'integer?',
  mqlAgainAt: 'integer?',
  sqlAgainAt: 'integer?',
});
