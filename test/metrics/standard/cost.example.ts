import {
  budget,
  budgetSpent,
  budgetSpentToDate,
  cacBlended,
  cacFullyLoaded,
  cacLagged,
  cacMedia,
  cacPaid,
  cacSalaries,
  cacTools,
  costPerLead,
  costPerMql,
  costPerMqlOfCohort,
  costPerOpportunity,
  costPerOpportunityOfCohort,
  costPerSal,
  costPerSalOfCohort,
  costPerSql,
  costPerSqlOfCohort,
  roasMetric,
  romiOnGrossMargin,
  romiOnIncrementalMargin,
  romiOnRevenue,
  spendTotal,
} from 'revpact/metrics';
import type { ShownFacts, Theme } from '../../support/worked-example.js';
import { money, number, sum } from './expected.js';

const spend: ShownFacts['spend'] = [
  { spendId: 's1', at: '04-10', kind: 'media', campaign: 'spring', amountMinor: 30_000 },
  { spendId: 's2', at: '05-01', kind: 'salaries', campaign: null, amountMinor: 40_000 },
  { spendId: 's3', at: '05-01', kind: 'tools', campaign: null, amountMinor: 20_000 },
  { spendId: 's4', at: '05-20', kind: 'events', campaign: 'conference', amountMinor: 10_000 },
  { spendId: 's5', at: '06-01', kind: 'media', campaign: 'summer', amountMinor: 10_000 },
  { spendId: 's6', at: '06-15', kind: null, campaign: null, amountMinor: 10_000 },
  { spendId: 's7', at: '02-15', kind: 'media', campaign: 'winter', amountMinor: 50_000 },
];

const budgets: ShownFacts = {
  spend,
  quotas: [
    { quotaId: 'b', at: '04-15', kind: 'budget', amountMinor: 100_000, currency: 'EUR' },
    { quotaId: 'b', at: '06-15', kind: 'budget', amountMinor: 100_000, currency: 'EUR' },
    { quotaId: 'r', at: '04-15', kind: 'revenue', amountMinor: 900_000, currency: 'EUR' },
  ],
};

const facts: ShownFacts = {
  spend,
  opportunities: [
    { opportunityId: 'c1', type: 'new_business', openedAt: '04-20', wonAt: '05-20', amountMinor: 100_000, currency: 'EUR', firstTouchParty: 'marketing', firstTouchCampaign: 'spring' },
    { opportunityId: 'c2', type: 'new_business', openedAt: '04-25', wonAt: '05-25', amountMinor: 50_000, currency: 'EUR', firstTouchParty: 'sales_development', firstTouchCampaign: null },
    { opportunityId: 'c3', type: 'new_business', openedAt: '03-01', wonAt: '06-01', amountMinor: 80_000, currency: 'EUR', firstTouchParty: 'marketing', firstTouchCampaign: 'conference' },
    { opportunityId: 'c4', type: 'new_business', openedAt: '05-01', wonAt: '06-10', amountMinor: 60_000, currency: 'EUR', firstTouchParty: 'marketing', firstTouchCampaign: 'spring' },
    { opportunityId: 'c5', type: 'expansion', openedAt: '03-15', wonAt: '06-15', amountMinor: 90_000, currency: 'EUR', firstTouchParty: null, firstTouchCampaign: null },
  ],
  leads: [
    { leadId: 'v1', firstAt: '04-01' },
    { leadId: 'v2', firstAt: '04-02' },
    { leadId: 'v3', firstAt: '05-01' },
    { leadId: 'v4', firstAt: '06-01' },
    { leadId: 'v5', firstAt: '03-01' },
    { leadId: 'v6', firstAt: '06-05' },
  ],
  stageVisits: [
    { leadId: 'v1', stage: 'inquiry', enteredAt: '04-01' },
    { leadId: 'v1', stage: 'mql', enteredAt: '04-05' },
    { leadId: 'v1', stage: 'sal', enteredAt: '04-06' },
    { leadId: 'v1', stage: 'sql', enteredAt: '04-20' },
    { leadId: 'v2', stage: 'inquiry', enteredAt: '04-02' },
    { leadId: 'v2', stage: 'mql', enteredAt: '05-02' },
    { leadId: 'v2', stage: 'sal', enteredAt: '05-03' },
    { leadId: 'v3', stage: 'inquiry', enteredAt: '05-01' },
    { leadId: 'v3', stage: 'mql', enteredAt: '05-10' },
    { leadId: 'v4', stage: 'inquiry', enteredAt: '06-01' },
    { leadId: 'v5', stage: 'inquiry', enteredAt: '03-01' },
    { leadId: 'v5', stage: 'mql', enteredAt: '04-01' },
    { leadId: 'v5', stage: 'sal', enteredAt: '04-02' },
    { leadId: 'v5', stage: 'sql', enteredAt: '04-03' },
    { leadId: 'v6', stage: 'inquiry', enteredAt: '06-05' },
  ],
};

const SPEND = 'the sum of the spend rows whose `at` lies in the period';
const CUSTOMERS = 'the number of opportunities of type new business whose last outcome lies in the period and is a win';
const over = (left: string, right: string): string => `${left.charAt(0).toUpperCase()}${left.slice(1)}, over ${right}. Null where the spend is of more than one currency.`;
const reached = (milestone: string): string => `the number of leads whose first entry ever into a stage of the milestone \`${milestone}\` lies in the period`;
const cohort = (milestone: string): string =>
  `the number of leads whose first entry ever into a stage of the milestone \`inquiry\` lies in the period and which entered one of the milestone \`${milestone}\` at or after it, before asOf`;
const REVENUE = 'the sum of the amounts of the opportunities whose last outcome lies in the period and is a win, and whose `firstTouchParty` is marketing';

export const costTheme: Theme = {
  title: 'Cost and return',
  intro: 'Spend is a row a civil day, so that a campaign over two months costs each its share. Kinds of spend are the words of the records: `media`, `events`, `content`, `agencies`, `salaries`, `tools`.',
  examples: [
    {
      metric: spendTotal,
      formula: `${SPEND.charAt(0).toUpperCase()}${SPEND.slice(1)} and before asOf; each currency by itself.`,
      facts: budgets,
      is: {
        ...sum(120_000, 6),
        groups: [
          { key: { 'row.kind': 'events' }, ...sum(10_000, 1) },
          { key: { 'row.kind': 'media' }, ...sum(40_000, 2) },
          { key: { 'row.kind': 'salaries' }, ...sum(40_000, 1) },
          { key: { 'row.kind': 'tools' }, ...sum(20_000, 1) },
          { key: { 'row.kind': null }, ...sum(10_000, 1) },
        ],
      },
    },
    {
      metric: budget,
      formula: 'The sum of the quota rows of the kind `budget` whose `at` lies in the period, days to come among them; each currency by itself.',
      facts: budgets,
      asOf: '05-15',
      is: sum(200_000, 2),
    },
    {
      metric: budgetSpent,
      formula: over(`${SPEND} and before asOf`, 'the sum of the quota rows of the kind `budget` whose `at` lies in the period'),
      facts: budgets,
      asOf: '05-15',
      is: number('0.4500'),
      says: 's1, s2 and s3: 900.00 EUR of 2,000.00 EUR.',
    },
    {
      metric: budgetSpentToDate,
      formula: over(`${SPEND} and before asOf`, 'the sum of the quota rows of the kind `budget` whose `at` lies in the period and before asOf'),
      facts: budgets,
      asOf: '05-15',
      is: number('0.9000'),
    },
    {
      metric: cacBlended,
      formula: over(`${SPEND}, less that of the kinds salaries and tools`, CUSTOMERS),
      facts,
      is: { ...money('150.00'), numerator: 15_000, denominator: 1 },
      says: 's1, s4, s5 and s6, of which nobody said the kind, over c1, c2, c3 and c4, whatever brought them. With salaries and tools it adds up to fully loaded.',
    },
    {
      metric: cacPaid,
      formula: over(`${SPEND} and whose kind is media`, `${CUSTOMERS}, of those whose \`firstTouchCampaign\` is the campaign of a spend row of the kind media before asOf`),
      facts,
      is: money('200.00'),
      says: 'c1 and c4 came by the spring campaign. The conference of c3 is an event, not media.',
    },
    {
      metric: cacFullyLoaded,
      formula: over(SPEND, CUSTOMERS),
      facts,
      is: {
        ...money('300.00'),
        groups: [
          { key: { 'row.kind': 'events' }, ...money('25.00') },
          { key: { 'row.kind': 'media' }, ...money('100.00') },
          { key: { 'row.kind': 'salaries' }, ...money('100.00') },
          { key: { 'row.kind': 'tools' }, ...money('50.00') },
          { key: { 'row.kind': null }, ...money('25.00') },
        ],
      },
      says: 'The kinds share their denominator, the four customers, and add up.',
    },
    { metric: cacMedia, formula: over(`${SPEND} and whose kind is media`, CUSTOMERS), facts, is: money('100.00') },
    { metric: cacSalaries, formula: over(`${SPEND} and whose kind is salaries`, CUSTOMERS), facts, is: money('100.00') },
    { metric: cacTools, formula: over(`${SPEND} and whose kind is tools`, CUSTOMERS), facts, is: money('50.00') },
    { metric: cacLagged, formula: over('the sum of the spend rows whose `at` lies in the period before', CUSTOMERS), facts, is: money('125.00'), says: 's7, over the same four.' },
    { metric: costPerLead, formula: over(SPEND, 'the number of leads whose `firstAt` lies in the period'), facts, is: money('240.00'), says: 'All but v5.' },
    { metric: costPerMql, formula: over(SPEND, reached('mql')), facts, is: money('300.00'), says: 'v1, v2, v3 and v5.' },
    { metric: costPerSal, formula: over(SPEND, reached('accepted')), facts, is: money('400.00'), says: 'v1, v2 and v5.' },
    { metric: costPerSql, formula: over(SPEND, reached('sql')), facts, is: money('600.00'), says: 'v1 and v5.' },
    { metric: costPerOpportunity, formula: over(SPEND, 'the number of opportunities whose `openedAt` lies in the period'), facts, is: money('400.00'), says: 'c1, c2 and c4.' },
    { metric: costPerMqlOfCohort, formula: over(SPEND, cohort('mql')), facts, is: money('400.00'), says: 'v5 inquired before: v1, v2 and v3.' },
    { metric: costPerSalOfCohort, formula: over(SPEND, cohort('accepted')), facts, is: money('600.00'), says: 'v1 and v2.' },
    { metric: costPerSqlOfCohort, formula: over(SPEND, cohort('sql')), facts, is: money('1200.00'), says: 'v1.' },
    { metric: costPerOpportunityOfCohort, formula: over(SPEND, cohort('opportunity')), facts, is: money('1200.00'), says: 'In this framework the milestone `opportunity` is the stage SQL.' },
    {
      metric: roasMetric,
      formula: over(REVENUE, SPEND),
      facts,
      is: number('2.0000'),
      says: 'c1, c3 and c4 make 2,400.00 EUR, over 1,200.00 EUR.',
    },
    { metric: romiOnRevenue, formula: `Of ${REVENUE}, what exceeds ${SPEND}, over that spend.`, facts, is: number('1.0000') },
    {
      metric: romiOnGrossMargin,
      formula: `Of ${REVENUE}, times the parameter \`gross_margin\`, what exceeds ${SPEND}, over that spend.`,
      facts,
      options: { parameters: { gross_margin: '0.7' } },
      is: number('0.4000'),
      says: '2,400.00 EUR × 0.7 = 1,680.00 EUR, which is 480.00 EUR more than 1,200.00 EUR.',
    },
    {
      metric: romiOnIncrementalMargin,
      formula: `Of ${REVENUE}, times the parameters \`incremental_share\` and \`gross_margin\`, what exceeds ${SPEND}, over that spend.`,
      facts,
      options: { parameters: { gross_margin: '0.7', incremental_share: '0.5' } },
      is: number('-0.3000'),
      says: 'One campaign: twice its cost, as much again, two fifths, or a loss. It depends on the basis.',
    },
  ],
};
