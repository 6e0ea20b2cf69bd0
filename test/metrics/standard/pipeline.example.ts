import {
  marketingContributionBeforeSales,
  marketingContributionByFirstTouch,
  marketingContributionByLead,
  opportunitiesCreated,
  pipelineCreated,
  sourcedOpportunitiesBeforeSales,
  sourcedOpportunitiesByFirstTouch,
  sourcedOpportunitiesByLead,
  sourcedPipelineBeforeSales,
  sourcedPipelineByFirstTouch,
  sourcedPipelineByLead,
} from 'revpact/metrics';
import type { ShownFacts, Theme } from '../../support/worked-example.js';
import { count, share, valueShare } from './expected.js';

const created: ShownFacts = {
  opportunities: [
    { opportunityId: 'a', openedAt: '05-01', amountMinor: 10_050, currency: 'EUR' },
    { opportunityId: 'b', openedAt: '05-02', amountMinor: 4_950, currency: 'EUR' },
    { opportunityId: 'c', openedAt: '05-03', amountMinor: 7_000, currency: 'USD' },
    { opportunityId: 'd', openedAt: '05-04', amountMinor: null, currency: null },
    { opportunityId: 'e', openedAt: '03-31', amountMinor: 90_000, currency: 'EUR' },
  ],
};

/** Who brought five deals: three definitions, three answers. */
export const sourced: ShownFacts = {
  leads: [
    { leadId: 'l1', firstAt: '03-01', firstParty: 'marketing' },
    { leadId: 'l2', firstAt: '02-10', firstParty: 'sales_development' },
    { leadId: 'l3', firstAt: '04-01', firstParty: 'sales_development' },
    { leadId: 'l4', firstAt: '05-01', firstParty: 'sales' },
  ],
  opportunities: [
    { opportunityId: 'o1', leadId: 'l1', openedAt: '04-10', wonAt: '06-01', amountMinor: 10_000, currency: 'EUR', firstTouchAt: '03-01', firstTouchParty: 'marketing', firstMarketingTouchAt: '03-01', firstSalesActivityAt: '03-05' },
    { opportunityId: 'o2', leadId: 'l2', openedAt: '04-20', wonAt: null, amountMinor: 30_000, currency: 'EUR', firstTouchAt: '02-01', firstTouchParty: 'marketing', firstMarketingTouchAt: '02-01', firstSalesActivityAt: '02-15' },
    { opportunityId: 'o3', leadId: 'l3', openedAt: '05-05', wonAt: '06-15', amountMinor: 20_000, currency: 'EUR', firstTouchAt: '04-01', firstTouchParty: 'sales_development', firstMarketingTouchAt: '04-03', firstSalesActivityAt: '04-10' },
    { opportunityId: 'o4', leadId: 'l4', openedAt: '05-20', wonAt: '06-20', amountMinor: 40_000, currency: 'EUR', firstTouchAt: null, firstTouchParty: null, firstMarketingTouchAt: null, firstSalesActivityAt: '05-01' },
    { opportunityId: 'o5', leadId: 'l1', openedAt: '03-30', wonAt: '04-02', amountMinor: 5_000, currency: 'EUR', firstTouchAt: '03-01', firstTouchParty: 'marketing', firstMarketingTouchAt: '03-01', firstSalesActivityAt: '03-05' },
  ],
};

const BY_LEAD = 'whose lead has a first event (`leads.firstAt`, before asOf) recorded by marketing (`leads.firstParty`)';
const BY_TOUCH = 'whose `firstTouchParty` is marketing';
const BEFORE_SALES = 'with a `firstMarketingTouchAt` that is not after `firstSalesActivityAt`, or with one where there is no `firstSalesActivityAt`';
const opened = (who: string): string => `Of the opportunities whose \`openedAt\` lies in the period, those ${who}; by count.`;
const value = (who: string): string => `Of the amounts, as last recorded, of the opportunities whose \`openedAt\` lies in the period, those of opportunities ${who}; each currency by itself.`;
const won = (who: string): string => `Of the amounts, as last recorded, of the opportunities whose \`wonAt\` lies in the period, those of opportunities ${who}; each currency by itself.`;

export const pipelineTheme: Theme = {
  title: 'Pipeline created and sourced',
  intro:
    'Who *sourced* a deal has three defensible answers, which belong side by side: who brought the lead, whose touch was the first, and whether marketing came before sales did. None of them adds up with *influenced*.',
  examples: [
    {
      metric: pipelineCreated,
      formula: 'The sum of the amounts, as last recorded, of the opportunities whose `openedAt` lies in the period, in minor units, for each currency by itself. One without an amount or a currency is in no sum and is counted as not known.',
      facts: created,
      is: {
        kind: 'sum',
        sums: [
          { currency: 'EUR', minor: 15_000, n: 2 },
          { currency: 'USD', minor: 7_000, n: 1 },
        ],
        unknown: 1,
      },
    },
    { metric: opportunitiesCreated, formula: 'Opportunities whose `openedAt` lies in the period.', facts: created, is: count(4) },
    { metric: sourcedOpportunitiesByLead, formula: opened(BY_LEAD), facts: sourced, is: share(1, 4, '0.2500'), says: 'Marketing recorded the first event of the lead of o1 alone.' },
    { metric: sourcedOpportunitiesByFirstTouch, formula: opened(BY_TOUCH), facts: sourced, is: share(2, 4, '0.5000'), says: 'o1 and o2.' },
    { metric: sourcedOpportunitiesBeforeSales, formula: opened(BEFORE_SALES), facts: sourced, is: share(3, 4, '0.7500'), says: 'o1, o2 and o3.' },
    { metric: sourcedPipelineByLead, formula: value(BY_LEAD), facts: sourced, is: valueShare(10_000, 100_000, '0.1000') },
    { metric: sourcedPipelineByFirstTouch, formula: value(BY_TOUCH), facts: sourced, is: valueShare(40_000, 100_000, '0.4000') },
    { metric: sourcedPipelineBeforeSales, formula: value(BEFORE_SALES), facts: sourced, is: valueShare(60_000, 100_000, '0.6000') },
    {
      metric: marketingContributionByLead,
      formula: won(BY_LEAD),
      facts: sourced,
      is: valueShare(15_000, 75_000, '0.2000'),
      says: 'Won in the period are o1, o3, o4 and o5; it does not matter that o5 was opened before.',
    },
    { metric: marketingContributionByFirstTouch, formula: won(BY_TOUCH), facts: sourced, is: valueShare(15_000, 75_000, '0.2000') },
    { metric: marketingContributionBeforeSales, formula: won(BEFORE_SALES), facts: sourced, is: valueShare(35_000, 75_000, '0.4667') },
  ],
};
