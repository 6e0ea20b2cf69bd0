import { assessClauses, clocksOf, type Clause, type ClauseContext, type ClauseFinding } from 'revpact/sla';
import type { Facts, FeedbackFact, OpportunityFact, PracticeFact, ProvisionFact } from 'revpact/vocabulary';
import { aContext, someFacts, utc } from './promises.js';

/** A moment of April 2026, whose first is a Wednesday and which has 22 working days: `april('06 09:00')`. */
export const april = (text: string): number => utc(`2026-04-${text}`);

/** A finding of one clause over April, by default looked at when the month is over. */
export const found = (clause: Clause, facts: Partial<Facts> = {}, over: Partial<ClauseContext> = {}): ClauseFinding => {
  const context = aContext(over);
  const base = someFacts(facts);
  const [finding] = assessClauses([clause], { ...base, clocks: clocksOf([clause], base, context) }, context);
  if (finding === undefined) throw new Error('a clause has one finding');
  return finding;
};

/** A target list by marketing for sales development, on the first of April at nine. */
export const aProvision = (over: Partial<ProvisionFact> = {}): ProvisionFact => ({
  event: 'provided',
  item: 'target_list',
  order: 0,
  fromParty: 'marketing',
  toParty: 'sales_development',
  at: april('01 09:00'),
  byDay: false,
  count: null,
  amountMinor: null,
  currency: null,
  accountIds: [],
  ...over,
});

/** A joint training of marketing and sales on the first of April at nine. */
export const aPractice = (over: Partial<PracticeFact> = {}): PracticeFact => ({
  event: 'held',
  practice: 'joint_training',
  at: april('01 09:00'),
  byDay: false,
  parties: ['marketing', 'sales'],
  ...over,
});

/** Sales development disqualified a lead on the tenth of April, and nobody has answered that. */
export const aFeedback = (over: Partial<FeedbackFact> = {}): FeedbackFact => ({
  event: 'fed_back',
  leadId: 'L1',
  delivery: 1,
  kind: 'disqualified',
  at: april('10 09:00'),
  byDay: false,
  party: 'sales_development',
  person: 'sam',
  rejectionClass: null,
  reason: 'no_budget',
  specifics: [],
  complete: null,
  answeredAt: null,
  answeredEvent: null,
  answeredParty: null,
  ...over,
});

/** A deal of a lead, opened on the first of April and still open. */
export const aDeal = (over: Partial<OpportunityFact> = {}): OpportunityFact => ({
  opportunityId: 'O1',
  leadId: 'L1',
  accountId: null,
  source: null,
  type: 'new_business',
  openedAt: april('01 09:00'),
  openedEvent: 'opened',
  wonAt: null,
  lostAt: null,
  closedEvent: null,
  amountMinor: 100_000,
  currency: 'EUR',
  person: null,
  annualMinor: null,
  probability: null,
  forecast: null,
  expectedCloseAt: null,
  firstTouchAt: null,
  firstTouchParty: null,
  firstTouchSource: null,
  firstTouchCampaign: null,
  firstMarketingTouchAt: null,
  firstSalesActivityAt: null,
  ...over,
});
