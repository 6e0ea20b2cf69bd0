import type { Instant } from '../../kernel/instant.js';
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
  readonly lastAt: Instant;
  /** When it first opted out of everything; an opt-out from one channel leaves the others open, and is not told here. */
  readonly optedOutAt: Instant | null;
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
  lastAt: 'integer',
  optedOutAt: 'integer?',
});
