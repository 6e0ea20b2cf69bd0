import {
  influencedOpportunitiesAtAnyTimeOfAccount,
  influencedOpportunitiesAtAnyTimeOfLead,
  influencedOpportunitiesBeforeCreationOfAccount,
  influencedOpportunitiesBeforeCreationOfLead,
  influencedOpportunitiesRecentlyOfAccount,
  influencedOpportunitiesRecentlyOfLead,
  influencedPipelineAtAnyTimeOfAccount,
  influencedPipelineAtAnyTimeOfLead,
  influencedPipelineBeforeCreationOfAccount,
  influencedPipelineBeforeCreationOfLead,
  influencedPipelineRecentlyOfAccount,
  influencedPipelineRecentlyOfLead,
  influencedRevenueOfAccount,
  influencedRevenueOfLead,
  influencedWinsOfAccount,
  influencedWinsOfLead,
} from 'revpact/metrics';
import type { ShownFacts, Theme } from '../../support/worked-example.js';
import { share, valueShare } from './expected.js';

/** Four deals and who was touched when. */
export const influenced: ShownFacts = {
  opportunities: [
    { opportunityId: 'p1', leadId: 'l1', accountId: 'A', openedAt: '05-10', wonAt: '06-10', amountMinor: 10_000, currency: 'EUR' },
    { opportunityId: 'p2', leadId: 'l2', accountId: 'A', openedAt: '05-20', wonAt: null, amountMinor: 20_000, currency: 'EUR' },
    { opportunityId: 'p3', leadId: 'l3', accountId: 'B', openedAt: '06-01', wonAt: '06-30', amountMinor: 30_000, currency: 'EUR' },
    { opportunityId: 'p4', leadId: 'l4', accountId: null, openedAt: '06-05', wonAt: null, amountMinor: 40_000, currency: 'EUR' },
  ],
  touches: [
    { leadId: 'l1', accountId: 'A', at: '01-05', party: 'marketing' },
    { leadId: 'l2', accountId: 'A', at: '06-01', party: 'marketing' },
    { leadId: 'l3', accountId: 'B', at: '05-25', party: 'sales_development' },
    { leadId: 'l4', accountId: null, at: '05-30', party: 'marketing' },
    { leadId: 'l5', accountId: 'B', at: '06-20', party: 'marketing' },
    { leadId: 'l6', accountId: 'A', at: '05-15', party: 'marketing' },
  ],
};

const lead = (when: string): string => `with a touch or inquiry by marketing of the same \`leadId\` whose \`at\` is ${when}`;
const account = (when: string): string => `with a touch or inquiry by marketing of the same \`accountId\` (none where it is null) whose \`at\` is ${when}`;
const ANY = 'before asOf';
const BEFORE = 'before `openedAt`';
const RECENT = 'before `openedAt` and at most 90 days (90 × 24 hours) before it';
const WON = 'before `wonAt`';
const opened = (who: string): string => `Of the opportunities whose \`openedAt\` lies in the period, those ${who}; by count.`;
const value = (who: string): string => `Of the amounts, as last recorded, of the opportunities whose \`openedAt\` lies in the period, those of opportunities ${who}; each currency by itself.`;
const wins = (who: string): string => `Of the opportunities whose \`wonAt\` lies in the period, those ${who}; by count.`;
const revenue = (who: string): string => `Of the amounts, as last recorded, of the opportunities whose \`wonAt\` lies in the period, those of opportunities ${who}; each currency by itself.`;

export const influencedTheme: Theme = {
  title: 'Pipeline influenced',
  intro:
    'One touch is enough. Which touches count (of the lead, of anyone at the account) and until when (any time, before the deal was opened, shortly before, before it was won) makes six answers of one question; say which.',
  examples: [
    {
      metric: influencedOpportunitiesAtAnyTimeOfLead,
      formula: `${opened(lead(ANY))} One that nobody touched and that has not closed is open.`,
      facts: influenced,
      is: share(3, 4, '0.7500', 0),
      says: "p3's lead was touched by sales development alone.",
    },
    { metric: influencedOpportunitiesBeforeCreationOfLead, formula: opened(lead(BEFORE)), facts: influenced, is: share(2, 4, '0.5000'), says: 'p2 was touched after it had been opened.' },
    { metric: influencedOpportunitiesRecentlyOfLead, formula: opened(lead(RECENT)), facts: influenced, is: share(1, 4, '0.2500'), says: 'The touch of p1 lies 125 days back.' },
    {
      metric: influencedOpportunitiesAtAnyTimeOfAccount,
      formula: `${opened(account(ANY))} One that nobody touched and that has not closed is open.`,
      facts: influenced,
      is: share(3, 4, '0.7500', 1),
      says: 'p3 counts by another lead of its account; p4 has no known account.',
    },
    { metric: influencedOpportunitiesBeforeCreationOfAccount, formula: opened(account(BEFORE)), facts: influenced, is: share(2, 4, '0.5000'), says: 'p1 and p2, both by the touch of January.' },
    { metric: influencedOpportunitiesRecentlyOfAccount, formula: opened(account(RECENT)), facts: influenced, is: share(1, 4, '0.2500'), says: 'p2, by the touch of 15 May.' },
    { metric: influencedPipelineAtAnyTimeOfLead, formula: value(lead(ANY)), facts: influenced, is: valueShare(70_000, 100_000, '0.7000') },
    { metric: influencedPipelineBeforeCreationOfLead, formula: value(lead(BEFORE)), facts: influenced, is: valueShare(50_000, 100_000, '0.5000') },
    { metric: influencedPipelineRecentlyOfLead, formula: value(lead(RECENT)), facts: influenced, is: valueShare(40_000, 100_000, '0.4000') },
    { metric: influencedPipelineAtAnyTimeOfAccount, formula: value(account(ANY)), facts: influenced, is: valueShare(60_000, 100_000, '0.6000') },
    { metric: influencedPipelineBeforeCreationOfAccount, formula: value(account(BEFORE)), facts: influenced, is: valueShare(30_000, 100_000, '0.3000') },
    { metric: influencedPipelineRecentlyOfAccount, formula: value(account(RECENT)), facts: influenced, is: valueShare(20_000, 100_000, '0.2000') },
    { metric: influencedWinsOfLead, formula: wins(lead(WON)), facts: influenced, is: share(1, 2, '0.5000'), says: 'Won are p1 and p3.' },
    { metric: influencedWinsOfAccount, formula: wins(account(WON)), facts: influenced, is: share(2, 2, '1.0000'), says: 'p3 was touched, at another lead of its account, ten days before it was won.' },
    { metric: influencedRevenueOfLead, formula: revenue(lead(WON)), facts: influenced, is: valueShare(10_000, 40_000, '0.2500') },
    { metric: influencedRevenueOfAccount, formula: revenue(account(WON)), facts: influenced, is: valueShare(40_000, 40_000, '1.0000') },
  ],
};
