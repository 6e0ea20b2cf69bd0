import type { Instant } from '../../kernel/instant.js';
import type { ForecastCategory, OpportunityType } from '../opportunity.js';
import type { PartyId } from '../party.js';
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
  /** First-year value: as stated, else amount × 12 ÷ months of the term, half to even. In the currency of the amount. */
  readonly annualMinor: number | null;
  /** Percent, as last recorded; never assumed from the stage. */
  readonly probability: number | null;
  /** omitted, pipeline, best_case, most_likely, commit or closed, as last recorded. */
  readonly forecast: ForecastCategory | null;
  /** When it is expected to close, as last recorded. */
  readonly expectedCloseAt: Instant | null;
  /** When its lead or its account was first touched or inquired, before the opening. */
  readonly firstTouchAt: Instant | null;
  /** Whose touch that was. */
  readonly firstTouchParty: PartyId | null;
  /** The source that it names. */
  readonly firstTouchSource: string | null;
  /** The campaign that it names. */
  readonly firstTouchCampaign: string | null;
  /** When marketing first touched its lead or its account, or had an inquiry of it, before the opening. */
  readonly firstMarketingTouchAt: Instant | null;
  /** When a person of sales or sales development first tried to reach its lead or its account, spoke with it or booked a meeting, before the opening. */
  readonly firstSalesActivityAt: Instant | null;
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
  annualMinor: 'integer?',
  probability: 'integer?',
  forecast: 'text?',
  expectedCloseAt: 'integer?',
  firstTouchAt: 'integer?',
  firstTouchParty: 'text?',
  firstTouchSource: 'text?',
  firstTouchCampaign: 'text?',
  firstMarketingTouchAt: 'integer?',
  firstSalesActivityAt: 'integer?',
});
