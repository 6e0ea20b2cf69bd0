import type { Instant } from '../../kernel/instant.js';
import type { CallOutcome, Channel } from '../activity.js';
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
  /** How an attempt went, where that was said. */
  readonly outcome: CallOutcome | null;
  /** Whether its account was on the target list that its party had last been provided with. */
  readonly onList: boolean | null;
  /**
   * Whether somebody who may had let its party contact its account by its channel, at that moment, list or no list. Null where
   * the pact then in force does not say who may, where no account is known, and where it depends on the hour of a day.
   */
  readonly excepted: boolean | null;
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
  outcome: 'text?',
  onList: 'boolean?',
  excepted: 'boolean?',
});
