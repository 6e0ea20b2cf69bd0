import type { Issue } from '../../kernel/issue.js';
import type { Event } from '../../vocabulary/event.js';
import type { Row } from './read-cell.js';

/** A row that became nothing, with everything that is wrong with it. */
export interface RejectedRow {
  readonly line: number;
  readonly issues: readonly Issue[];
  readonly cells: Row['cells'];
}

/** A row that the mapping leaves out, and by which of its rules. */
export interface IgnoredRow {
  readonly line: number;
  readonly rule: string;
}

/** What became of one row: its events, the reasons why it has none, or the rule that leaves it out. */
export type ReadRow =
  | { readonly kind: 'accepted'; readonly events: readonly Event[] }
  | { readonly kind: 'rejected'; readonly row: RejectedRow }
  | { readonly kind: 'ignored'; readonly row: IgnoredRow };

/** How many rows there were, and what became of them: accepted + rejected + ignored = read. */
export interface RowCounts {
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly ignored: number;
}
