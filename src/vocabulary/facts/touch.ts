import type { Instant } from '../../kernel/instant.js';
import type { Channel } from '../activity.js';
import type { PartyId } from '../party.js';
import { table } from './table.js';

/** One row an inquiry or a touch: what attribution is about. */
export interface TouchFact {
  readonly eventId: string;
  readonly leadId: string;
  readonly accountId: string | null;
  readonly at: Instant;
  /** Position in the resolved log: with `at` a total order. */
  readonly order: number;
  readonly kind: 'inquiry' | 'touch';
  readonly party: PartyId;
  readonly channel: Channel | null;
  readonly source: string | null;
  readonly campaign: string | null;
  readonly message: string | null;
}

/** Its columns in a warehouse. */
export const touchTable = /* @__PURE__ */ table<TouchFact>('touch', {
  eventId: 'text',
  leadId: 'text',
  accountId: 'text?',
  at: 'integer',
  order: 'integer',
  kind: 'text',
  party: 'text',
  channel: 'text?',
  source: 'text?',
  campaign: 'text?',
  message: 'text?',
});
