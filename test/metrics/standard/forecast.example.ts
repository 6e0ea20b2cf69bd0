import {
  coverageOfFullQuota,
  coverageOfWhatIsLeft,
  forecastBestCase,
  forecastBestCaseOnly,
  forecastCommit,
  forecastCommitOnly,
  forecastMostLikely,
  forecastMostLikelyOnly,
  forecastOpenPipeline,
  forecastPipelineOnly,
  openOpportunities,
  openPipeline,
  pipelineClosing,
  quotaAttainmentMetric,
  quotaAttainmentToDate,
  requiredCoverageMetric,
  revenueQuota,
  weightedPipelineClosing,
  weightedPipelineMetric,
} from 'revpact/metrics';
import type { ShownFacts, Theme } from '../../support/worked-example.js';
import { count, money, number, sum } from './expected.js';

const asOf = '05-15';

const facts: ShownFacts = {
  opportunityStates: [
    { opportunityId: 'f1', from: '04-01', status: 'open', amountMinor: 10_000, currency: 'EUR', probability: 20, forecast: 'pipeline', expectedCloseAt: '06-15' },
    { opportunityId: 'f1', from: '05-01', status: 'open', amountMinor: 20_000, currency: 'EUR', probability: 50, forecast: 'best_case', expectedCloseAt: '06-15' },
    { opportunityId: 'f2', from: '04-10', status: 'open', amountMinor: 40_000, currency: 'EUR', probability: 90, forecast: 'commit', expectedCloseAt: '06-20' },
    { opportunityId: 'f3', from: '04-12', status: 'open', amountMinor: 30_000, currency: 'EUR', probability: 60, forecast: 'most_likely', expectedCloseAt: '06-25' },
    { opportunityId: 'f4', from: '04-20', status: 'open', amountMinor: 50_000, currency: 'EUR', probability: 10, forecast: 'pipeline', expectedCloseAt: '09-01' },
    { opportunityId: 'f5', from: '04-22', status: 'open', amountMinor: 70_000, currency: 'EUR', probability: 80, forecast: 'omitted', expectedCloseAt: '06-01' },
    { opportunityId: 'f6', from: '03-01', status: 'open', amountMinor: 25_000, currency: 'EUR', probability: 50, forecast: 'commit', expectedCloseAt: '04-30' },
    { opportunityId: 'f6', from: '04-30', status: 'won', amountMinor: 25_000, currency: 'EUR', probability: 100, forecast: 'closed', expectedCloseAt: '04-30' },
    { opportunityId: 'f7', from: '05-02', status: 'open', amountMinor: null, currency: null, probability: 30, forecast: null, expectedCloseAt: null },
    { opportunityId: 'f8', from: '05-20', status: 'open', amountMinor: 90_000, currency: 'EUR', probability: 90, forecast: 'commit', expectedCloseAt: '06-10' },
    { opportunityId: 'f9', from: '05-03', status: 'open', amountMinor: 10_000, currency: 'EUR', probability: null, forecast: 'pipeline', expectedCloseAt: '06-28' },
    { opportunityId: 'f10', from: '02-01', status: 'open', amountMinor: 50_000, currency: 'EUR', probability: 10, forecast: 'pipeline', expectedCloseAt: '05-01' },
    { opportunityId: 'f10', from: '05-05', status: 'lost', amountMinor: 50_000, currency: 'EUR', probability: 0, forecast: 'omitted', expectedCloseAt: '05-01' },
  ],
  opportunities: [
    { opportunityId: 'f1', openedAt: '04-01', wonAt: null, lostAt: null, amountMinor: 20_000, currency: 'EUR' },
    { opportunityId: 'f2', openedAt: '04-10', wonAt: null, lostAt: null, amountMinor: 40_000, currency: 'EUR' },
    { opportunityId: 'f3', openedAt: '04-12', wonAt: null, lostAt: null, amountMinor: 30_000, currency: 'EUR' },
    { opportunityId: 'f4', openedAt: '04-20', wonAt: null, lostAt: null, amountMinor: 50_000, currency: 'EUR' },
    { opportunityId: 'f5', openedAt: '04-22', wonAt: null, lostAt: null, amountMinor: 70_000, currency: 'EUR' },
    { opportunityId: 'f6', openedAt: '03-01', wonAt: '04-30', lostAt: null, amountMinor: 25_000, currency: 'EUR' },
    { opportunityId: 'f7', openedAt: '05-02', wonAt: null, lostAt: null, amountMinor: null, currency: null },
    { opportunityId: 'f8', openedAt: '05-20', wonAt: null, lostAt: null, amountMinor: 90_000, currency: 'EUR' },
    { opportunityId: 'f9', openedAt: '05-03', wonAt: null, lostAt: null, amountMinor: 10_000, currency: 'EUR' },
    { opportunityId: 'f10', openedAt: '02-01', wonAt: null, lostAt: '05-05', amountMinor: 50_000, currency: 'EUR' },
  ],
  quotas: [
    { quotaId: 'q', at: '04-01', kind: 'revenue', amountMinor: 100_000, currency: 'EUR' },
    { quotaId: 'q', at: '06-01', kind: 'revenue', amountMinor: 100_000, currency: 'EUR' },
    { quotaId: 'b', at: '04-01', kind: 'budget', amountMinor: 500_000, currency: 'EUR' },
  ],
};

const STANDING = 'the states of opportunities that stand at the end of the period (or as of asOf, where that is earlier: `from` before it, `until` not) with status open';
const CLOSING = `${STANDING} and an \`expectedCloseAt\` in the period`;
const WON = 'the sum of the amounts of the opportunities whose last outcome lies in the period and is a win';
const QUOTA = 'the sum of the quota rows of the kind `revenue` whose `at` lies in the period';
const only = (category: string): string => `The sum of the amounts of ${CLOSING}, of the forecast category ${category}; each currency by itself.`;
const rollUp = (categories: string): string => `${WON.charAt(0).toUpperCase()}${WON.slice(1)}, and of ${CLOSING}, of the forecast categories ${categories}. Null where there is more than one currency.`;

export const forecastTheme: Theme = {
  title: 'Pipeline, quota and forecast',
  intro: 'What stands open is told by the states of each opportunity, so that a snapshot of May says in July what it said in May.',
  examples: [
    {
      metric: openOpportunities,
      formula: `The number of ${STANDING}.`,
      facts,
      asOf,
      is: count(7),
      says: 'f1 to f5, f7 and f9: f6 was won, f10 lost, and f8 is opened only later.',
    },
    {
      metric: openPipeline,
      formula: `The sum of the amounts of ${STANDING}; each currency by itself. One without an amount or currency is counted as not known.`,
      facts,
      asOf,
      is: sum(220_000, 6, 1),
      says: 'f1 counts as it stood since 1 May. Of f7 nobody knows what it is worth.',
    },
    {
      metric: pipelineClosing,
      formula: `The sum of the amounts of ${CLOSING}; each currency by itself.`,
      facts,
      asOf,
      is: sum(170_000, 5),
      says: 'f4 is expected in September, f7 nobody knows when.',
    },
    { metric: revenueQuota, formula: `${QUOTA.charAt(0).toUpperCase()}${QUOTA.slice(1)}, days to come among them; each currency by itself.`, facts, asOf, is: sum(200_000, 2) },
    { metric: quotaAttainmentMetric, formula: `${WON.charAt(0).toUpperCase()}${WON.slice(1)}, over ${QUOTA}.`, facts, asOf, is: number('0.1250'), says: '250.00 EUR of 2,000.00 EUR.' },
    { metric: quotaAttainmentToDate, formula: `${WON.charAt(0).toUpperCase()}${WON.slice(1)}, over ${QUOTA} and before asOf.`, facts, asOf, is: number('0.2500') },
    {
      metric: coverageOfWhatIsLeft,
      formula: `The sum of the amounts of ${CLOSING}, over (${QUOTA}, less ${WON}).`,
      facts,
      asOf,
      is: { ...number('0.97'), numerator: 34, denominator: 35 },
      says: '1,700.00 EUR over 1,750.00 EUR.',
    },
    { metric: coverageOfFullQuota, formula: `The sum of the amounts of ${CLOSING}, over ${QUOTA}.`, facts, asOf, is: number('0.85') },
    {
      metric: requiredCoverageMetric,
      formula: `The sum of the amounts of the opportunities whose last outcome lies in the period, over that of the ones won.`,
      facts,
      asOf,
      is: number('3.00'),
      says: 'f6 was won and f10 lost: 750.00 EUR closed for 250.00 EUR won.',
    },
    {
      metric: weightedPipelineMetric,
      formula: `The sum of amount × probability ÷ 100 over ${STANDING}, whose forecast category is pipeline, best case, most likely, commit or not known; each currency by itself. One without an amount, currency or probability is counted as not known.`,
      facts,
      asOf,
      is: sum(69_000, 4, 2),
      says: 'f1 100.00, f2 360.00, f3 180.00 and f4 50.00 EUR. f5 is omitted; of f7 the amount is not known, of f9 the probability.',
    },
    {
      metric: weightedPipelineClosing,
      formula: `The sum of amount × probability ÷ 100 over ${CLOSING}, whose forecast category is pipeline, best case, most likely, commit or not known; each currency by itself.`,
      facts,
      asOf,
      is: sum(64_000, 3, 1),
    },
    { metric: forecastPipelineOnly, formula: only('pipeline'), facts, asOf, is: sum(10_000, 1), says: 'f9; f4 is expected outside the period, and f1 has moved on.' },
    { metric: forecastBestCaseOnly, formula: only('best case'), facts, asOf, is: sum(20_000, 1) },
    { metric: forecastMostLikelyOnly, formula: only('most likely'), facts, asOf, is: sum(30_000, 1) },
    { metric: forecastCommitOnly, formula: only('commit'), facts, asOf, is: sum(40_000, 1) },
    {
      metric: forecastOpenPipeline,
      formula: `The sum of the amounts of ${CLOSING}, of the forecast categories pipeline, best case, most likely and commit; each currency by itself.`,
      facts,
      asOf,
      is: sum(100_000, 4),
    },
    { metric: forecastBestCase, formula: rollUp('best case, most likely and commit'), facts, asOf, is: money('1150.00'), says: '250.00 EUR won, and f1, f2 and f3.' },
    { metric: forecastMostLikely, formula: rollUp('most likely and commit'), facts, asOf, is: money('950.00') },
    { metric: forecastCommit, formula: rollUp('commit').replace('categories', 'category'), facts, asOf, is: money('650.00') },
  ],
};
