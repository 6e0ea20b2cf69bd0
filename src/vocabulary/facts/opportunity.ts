import type { Instant } from '../../kernel/instant.js';
import type { OpportunityType } from '../opportunity.js';
import { table } from './table.js';

/** One row an opportunity. Amounts are the last recorded. */
export interface OpportunityFact {
  readonly opportunityId: string;
  readonly leadId: string;
  readonly accountId: string | null;
  readonly source: string | null;
  readonly type: OpportunityType;
  readonly openedAt: Instant | null;
  readonly openedEvent: string | null;
  readonly wonAt: Instant | null;
  readonly lostAt: Instant | null;
  /** The event that closed it. Reopened and closed again, the last counts. */
  readonly closedEvent: string | null;
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly person: string | null;
}

/** Its columns in a warehouse. */
export const opportunityTable = /* @__PURE__ */ table<OpportunityFact>('opportunity', {
  opportunityId: 'text',
  leadId: 'text',
  accountId: 'text?',
  source: 'text?',
  type: 'text',
  openedAt: 'integer?',
  openedEvent: 'text?',
  wonAt: 'integer?',
  lostAt: 'integer?',
  closedEvent: 'text?',
  amountMinor: 'integer?',
  currency: 'text?',
  person: 'text?',
});
