import {
  acv,
  averageDealMetric,
  averageDealWithoutZero,
  newCustomers,
  opportunitiesClosed,
  opportunitiesWon,
  revenueWon,
  salesCycleClosed,
  salesCycleWon,
  salesCycleWonMean,
  salesVelocityMetric,
  salesVelocityOfDecided,
  timeToWin,
} from 'revpact/metrics';
import { DAY } from '../../support/metric-facts.js';
import type { ShownFacts, Theme } from '../../support/worked-example.js';
import { count, money, sum } from './expected.js';

const facts: ShownFacts = {
  opportunities: [
    { opportunityId: 'r1', type: 'new_business', openedAt: '04-01', wonAt: '04-11', lostAt: null, amountMinor: 240_000, annualMinor: 120_000, currency: 'EUR' },
    { opportunityId: 'r2', type: 'new_business', openedAt: '04-01', wonAt: '05-01', lostAt: null, amountMinor: 60_000, annualMinor: 60_000, currency: 'EUR' },
    { opportunityId: 'r3', type: 'expansion', openedAt: '04-21', wonAt: '05-11', lostAt: null, amountMinor: 0, annualMinor: 0, currency: 'EUR' },
    { opportunityId: 'r4', type: 'new_business', openedAt: '05-01', wonAt: null, lostAt: '05-26', amountMinor: 50_000, annualMinor: 50_000, currency: 'EUR' },
    { opportunityId: 'r5', type: 'expansion', openedAt: '06-01', wonAt: null, lostAt: null, amountMinor: 100_000, annualMinor: null, currency: 'EUR' },
    { opportunityId: 'r6', type: 'renewal', openedAt: '03-01', wonAt: '04-10', lostAt: null, amountMinor: 30_000, annualMinor: null, currency: 'EUR' },
  ],
};

const by = (expansion: object | null, newBusiness: object, renewal: object | null): { readonly groups: readonly object[] } => ({
  groups: [
    ...(expansion === null ? [] : [{ key: { 'row.type': 'expansion' }, ...expansion }]),
    { key: { 'row.type': 'new_business' }, ...newBusiness },
    ...(renewal === null ? [] : [{ key: { 'row.type': 'renewal' }, ...renewal }]),
  ],
});
const WON = 'the opportunities whose last outcome before asOf (the later of `wonAt` and `lostAt`) lies in the period and is a win';
const COHORT = 'the opportunities whose `openedAt` lies in the period and whose amount and currency are known';

export const revenueTheme: Theme = {
  title: 'Revenue and sales cycle',
  intro: 'Deals as they closed: how many, worth what, after how long; each also by the type of opportunity.',
  examples: [
    {
      metric: opportunitiesClosed,
      formula: 'Opportunities whose last outcome before asOf (the later of `wonAt` and `lostAt`) lies in the period.',
      facts,
      is: { ...count(5), ...by(count(1), count(3), count(1)) },
      says: 'All but r5.',
    },
    { metric: opportunitiesWon, formula: `The number of ${WON}.`, facts, is: { ...count(4), ...by(count(1), count(2), count(1)) }, says: 'r1, r2, r3 and r6.' },
    { metric: newCustomers, formula: `The number of ${WON}, of the type new business.`, facts, is: count(2), says: 'r1 and r2.' },
    {
      metric: revenueWon,
      formula: `The sum of the amounts, as last recorded, of ${WON}; each currency by itself.`,
      facts,
      is: { ...sum(330_000, 4), ...by(sum(0, 1), sum(300_000, 2), sum(30_000, 1)) },
    },
    {
      metric: acv,
      formula: `The sum of the first-year values (\`annualMinor\`) over the number of ${WON}, of those whose first-year value and currency are known. Null where there is more than one currency.`,
      facts,
      is: { ...money('600.00'), ...by(money('0.00'), money('900.00'), null) },
      says: 'r1 runs for two years and counts with one; of r6 no first-year value is known, so that it is in neither sum nor number.',
    },
    {
      metric: averageDealMetric,
      formula: `The sum of the amounts over the number of ${WON}, of those whose amount and currency are known.`,
      facts,
      is: { ...money('825.00'), ...by(money('0.00'), money('1500.00'), money('300.00')) },
    },
    {
      metric: averageDealWithoutZero,
      formula: `The sum of the amounts over the number of ${WON}, of those whose amount is above zero and whose currency is known.`,
      facts,
      is: { ...money('1100.00'), ...by(null, money('1500.00'), money('300.00')) },
      says: 'r3 was given away.',
    },
    {
      metric: salesCycleWon,
      formula: 'The median, by nearest rank, of the time from `openedAt` to `wonAt` of the opportunities whose `wonAt` lies in the period; calendar time. One whose `openedAt` is not known is in no rank and is counted as open.',
      facts,
      is: { kind: 'percentile', ms: 20 * DAY, open: 0, ...by({ ms: 20 * DAY }, { ms: 10 * DAY }, { ms: 40 * DAY }) },
      says: '10, 20, 30 and 40 days: the second of four.',
    },
    {
      metric: salesCycleClosed,
      formula: 'The median, by nearest rank, of the time from `openedAt` to `wonAt`, or to `lostAt` where it was not won, of the opportunities whose last outcome lies in the period; calendar time. One whose `openedAt` is not known is in no rank and is counted as open.',
      facts,
      is: { kind: 'percentile', ms: 25 * DAY, open: 0 },
      says: '10, 20, 25, 30 and 40 days: the third of five.',
    },
    {
      metric: salesCycleWonMean,
      formula: 'The mean of the time from `openedAt` to `wonAt` of the opportunities whose `wonAt` lies in the period; calendar time.',
      facts,
      is: { kind: 'fraction', numerator: 100 * DAY, denominator: 4, value: String(25 * DAY) },
    },
    {
      metric: timeToWin,
      formula:
        'The median, by nearest rank, of the time from `openedAt` to `wonAt` over all opportunities whose `openedAt` lies in the period; those not won before asOf rank behind all that were, and a rank that falls on one of them gives no number but its lower bound.',
      facts,
      is: { kind: 'percentile', ms: 30 * DAY, open: 2, ...by({ ms: 20 * DAY, open: 1 }, { ms: 30 * DAY, open: 1 }, null) },
      says: '10, 20, 30 days and two that were not won: the third of five. Of the two expansions one was won: the first of two.',
    },
    {
      metric: salesVelocityMetric,
      formula: `All of ${COHORT}: their number × the share of them won before asOf × (the sum of the amounts of those won ÷ the number of those won) ÷ the mean time from \`openedAt\` to \`wonAt\` of those won; per 24 hours.`,
      facts,
      is: { ...money('150.00'), ...by(money('0.00'), money('150.00'), null) },
      says: '5 opportunities × 3/5 × 1,000.00 EUR ÷ 20 days.',
    },
    {
      metric: salesVelocityOfDecided,
      formula: `All of ${COHORT}: their number × the share won among those won or lost before asOf × (the sum of the amounts of those won ÷ the number of those won) ÷ the mean time from \`openedAt\` to \`wonAt\` of those won; per 24 hours.`,
      facts,
      is: { ...money('187.50'), ...by(money('0.00'), money('150.00'), null) },
      says: '5 opportunities × 3/4 × 1,000.00 EUR ÷ 20 days.',
    },
  ],
};
