import type { Instant } from '../../kernel/instant.js';
import type { Channel } from '../activity.js';
import type { PartyId } from '../party.js';
import { table } from './table.js';

/** One row a conversation, and what was reported of it: contact was made, or a meeting was held. */
export interface ConversationFact {
  readonly eventId: string;
  readonly leadId: string;
  readonly accountId: string | null;
  readonly at: Instant;
  readonly order: number;
  /** Known to the day only: `at` is the start of that day. */
  readonly byDay: boolean;
  readonly kind: 'contact' | 'meeting';
  /** Null for a meeting. */
  readonly channel: Channel | null;
  readonly party: PartyId;
  readonly person: string | null;
  readonly human: boolean;
  /** The agreed message that came up. */
  readonly message: string | null;
  readonly objection: string | null;
  /** Whether anything was said to be learned. */
  readonly learned: boolean;
  /** Whether a next step was named. */
  readonly nextStep: boolean;
  /** How many facts about the account or contact it put right. */
  readonly corrected: number;
  /** Whether the report says everything that the pact then in force asks for; null where it asks for nothing. */
  readonly complete: boolean | null;
}

/** Its columns in a warehouse. */
export const conversationTable = /* @__PURE__ */ table<ConversationFact>('conversation', {
  eventId: 'text',
  leadId: 'text',
  accountId: 'text?',
  at: 'integer',
  order: 'integer',
  byDay: 'boolean',
  kind: 'text',
  channel: 'text?',
  party: 'text',
  person: 'text?',
  human: 'boolean',
  message: 'text?',
  objection: 'text?',
  learned: 'boolean',
  nextStep: 'boolean',
  corrected: 'integer',
  complete: 'boolean?',
});
