import type { Instant } from '../../kernel/instant.js';
import type { Channel } from '../activity.js';
import type { PartyId } from '../party.js';
import { table } from './table.js';

/** One row an attempt or conversation. */
export interface ActivityFact {
  readonly eventId: string;
  readonly leadId: string;
  readonly accountId: string | null;
  readonly at: Instant;
  /** Known to the day only: `at` is the start of that day. */
  readonly byDay: boolean;
  readonly kind: 'attempt' | 'contact';
  readonly channel: Channel;
  readonly party: PartyId;
  readonly person: string | null;
  readonly human: boolean;
}

/** Its columns in a warehouse. */
export const activityTable = /* @__PURE__ */ table<ActivityFact>('activity', {
  eventId: 'text',
  leadId: 'text',
  accountId: 'text?',
  at: 'integer',
  byDay: 'boolean',
  kind: 'text',
  channel: 'text',
  party: 'text',
  person: 'text?',
  human: 'boolean',
});
