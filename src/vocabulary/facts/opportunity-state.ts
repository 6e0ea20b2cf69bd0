import type { Instant } from '../../kernel/instant.js';
import type { StageId } from '../framework.js';
import type { ForecastCategory, OpportunityType } from '../opportunity.js';
import { table } from './table.js';

/**
 * One row a stretch in which nothing recorded about an opportunity changed: what it was worth and how sure at any moment,
 * which its own row says only as of the log's end.
 */
export interface OpportunityStateFact {
  readonly opportunityId: string;
  /** 1 for its first state. */
  readonly nth: number;
  readonly leadId: string;
  readonly accountId: string | null;
  readonly type: OpportunityType;
  readonly event: string;
  readonly from: Instant;
  /** When the next state began; null where this one lasts. */
  readonly until: Instant | null;
  readonly status: 'open' | 'won' | 'lost';
  readonly stage: StageId | null;
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly probability: number | null;
  readonly forecast: ForecastCategory | null;
  readonly expectedCloseAt: Instant | null;
  readonly person: string | null;
}

/** Its columns in a warehouse. */
export const opportunityStateTable = /* @__PURE__ */ table<OpportunityStateFact>('opportunity_state', {
  opportunityId: 'text',
  nth: 'integer',
  leadId: 'text',
  accountId: 'text?',
  type: 'text',
  event: 'text',
  from: 'integer',
  until: 'integer?',
  status: 'text',
  stage: 'text?',
  amountMinor: 'integer?',
  currency: 'text?',
  probability: 'integer?',
  forecast: 'text?',
  expectedCloseAt: 'integer?',
  person: 'text?',
});
