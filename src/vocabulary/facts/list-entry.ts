import type { Instant } from '../../kernel/instant.js';
import { table } from './table.js';

/** One row an account on one target list. */
export interface ListEntryFact {
  /** The event that provided the list. */
  readonly listEvent: string;
  readonly accountId: string;
  readonly listedAt: Instant;
  /** When the next list to the same party came without it. A next list with it keeps it on, and has a row of its own. */
  readonly delistedAt: Instant | null;
}

/** Its columns in a warehouse. */
export const listEntryTable = /* @__PURE__ */ table<ListEntryFact>('list_entry', {
  listEvent: 'text',
  accountId: 'text',
  listedAt: 'integer',
  delistedAt: 'integer?',
});
