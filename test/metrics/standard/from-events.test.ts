import { expect, test } from 'vitest';
import { factsFrom, resolve } from 'revpact/lifecycle';
import {
  acv,
  averageDealMetric,
  budgetSpent,
  cacFullyLoaded,
  cacPaid,
  closedWinRate,
  costPerLead,
  costPerMql,
  createdWinRateMetric,
  evaluate,
  forecastCommit,
  forecastOpenPipeline,
  influencedPipelineBeforeCreationOfAccount,
  influencedPipelineBeforeCreationOfLead,
  meetingAcceptanceRate,
  meetingsSet,
  openPipeline,
  pipelineCreated,
  quotaAttainmentMetric,
  revenueWon,
  roasMetric,
  salesCycleWon,
  salesVelocityMetric,
  showRateMetric,
  sourcedOpportunitiesBeforeSales,
  sourcedOpportunitiesByFirstTouch,
  sourcedOpportunitiesByLead,
  spendTotal,
  weightedPipelineMetric,
  winRateOfFirstOutcome,
  type MetricDefinition,
} from 'revpact/metrics';
import { Event, sirius2006 } from 'revpact/vocabulary';
import { at, DAY } from '../../support/metric-facts.js';
import { optionsOf } from '../../support/worked-example.js';

const marketing = { party: 'marketing', kind: 'human' } as const;
const sdr = { party: 'sales_development', person: 'sam', kind: 'human' } as const;
const sales = { party: 'sales', person: 'rae', kind: 'human' } as const;

let nth = 0;
const event = (day: string, leadId: string, accountId: string, by: object, what: object): Event =>
  Event.parse({ id: `e${String((nth += 1))}`, at: new Date(at(day)).toISOString(), leadId, accountId, by, ...what });
const eur = (minor: number): object => ({ minor, currency: 'EUR' });

/** A quarter in the life of three leads of two accounts, as a log tells it. */
const LOG = [
  event('04-01', 'ann', 'acme', marketing, { type: 'inquiry', source: 'web', campaign: 'spring' }),
  event('04-02', 'bob', 'acme', sdr, { type: 'inquiry', source: 'list' }),
  event('04-03', 'ann', 'acme', marketing, { type: 'qualified', stage: 'mql' }),
  event('04-04', 'ann', 'acme', sdr, { type: 'meeting_booked', meetingId: 'm1', startsAt: new Date(at('04-08')).toISOString() }),
  event('04-05', 'ann', 'acme', sdr, { type: 'meeting_rescheduled', meetingId: 'm1', startsAt: new Date(at('04-09')).toISOString() }),
  event('04-09', 'ann', 'acme', sdr, { type: 'meeting_held', meetingId: 'm1' }),
  event('04-10', 'ann', 'acme', sales, { type: 'meeting_accepted', meetingId: 'm1' }),
  event('04-10', 'ann', 'acme', sales, { type: 'opportunity_opened', opportunityId: 'o1', amount: eur(100_000), termMonths: 24, probability: 20, forecast: 'pipeline', expectedClose: new Date(at('05-15')).toISOString() }),
  event('04-12', 'bob', 'acme', sdr, { type: 'attempt', channel: 'phone' }),
  event('04-15', 'bob', 'acme', marketing, { type: 'touch', channel: 'email' }),
  event('04-20', 'bob', 'acme', sales, { type: 'opportunity_opened', opportunityId: 'o2', amount: eur(40_000), probability: 50, forecast: 'best_case', expectedClose: new Date(at('06-20')).toISOString() }),
  event('05-01', 'ann', 'acme', sales, { type: 'opportunity_lost', opportunityId: 'o1' }),
  event('05-04', 'cem', 'beta', sales, { type: 'inquiry' }),
  event('05-05', 'cem', 'beta', sdr, { type: 'meeting_booked', meetingId: 'm2', startsAt: new Date(at('05-08')).toISOString() }),
  event('05-06', 'cem', 'beta', sdr, { type: 'meeting_cancelled', meetingId: 'm2' }),
  event('05-10', 'ann', 'acme', sales, { type: 'opportunity_advanced', opportunityId: 'o1', amount: eur(120_000), probability: 90, forecast: 'commit', expectedClose: new Date(at('06-10')).toISOString() }),
  event('05-20', 'cem', 'beta', sales, { type: 'opportunity_opened', opportunityId: 'o3', amount: eur(20_000), probability: 90, forecast: 'commit', expectedClose: new Date(at('06-25')).toISOString() }),
  event('06-09', 'ann', 'acme', sales, { type: 'opportunity_won', opportunityId: 'o1' }),
];

const { facts } = factsFrom(sirius2006, resolve(LOG), {
  spend: [
    { id: 'spring', from: '2026-03-01', to: '2026-04-30', amount: { minor: 6_100, currency: 'EUR' }, kind: 'media', campaign: 'spring' },
    { id: 'pay', from: '2026-04-01', to: '2026-06-30', amount: { minor: 9_100, currency: 'EUR' }, kind: 'salaries' },
  ],
  quotas: [
    { id: 'r', kind: 'revenue', from: '2026-04-01', to: '2026-06-30', amount: { minor: 200_000, currency: 'EUR' } },
    { id: 'b', kind: 'budget', from: '2026-01-01', to: '2026-12-31', amount: { minor: 36_500, currency: 'EUR' } },
  ],
  zone: 'UTC',
});

test.each<{ readonly metric: MetricDefinition; readonly because: string; readonly is: object; readonly asOf?: string }>([
  { metric: meetingsSet, because: 'm1, moved once, and m2', is: { numerator: 2 } },
  { metric: showRateMetric, because: 'm2 was called off before', is: { numerator: 1, denominator: 1 } },
  { metric: meetingAcceptanceRate, because: 'sales accepted m1', is: { numerator: 1, denominator: 1 } },
  { metric: pipelineCreated, because: 'as last recorded: 1,200.00, 400.00 and 200.00', is: { sums: [{ minor: 180_000, n: 3 }] } },
  { metric: sourcedOpportunitiesByLead, because: 'ann came in through marketing, bob and cem did not', is: { numerator: 1, denominator: 3 } },
  { metric: sourcedOpportunitiesByFirstTouch, because: 'the first at acme, for both its deals, was ann, by marketing', is: { numerator: 2, denominator: 3 } },
  { metric: sourcedOpportunitiesBeforeSales, because: 'marketing had ann on 1 April; the first booking at acme came on 4 April', is: { numerator: 2, denominator: 3 } },
  { metric: influencedPipelineBeforeCreationOfLead, because: 'o1 by the inquiry of ann, o2 by the mail to bob', is: { shares: [{ numerator: 160_000, denominator: 180_000 }] } },
  { metric: influencedPipelineBeforeCreationOfAccount, because: 'both of acme', is: { shares: [{ numerator: 160_000, denominator: 180_000 }] } },
  { metric: closedWinRate, because: 'o1, lost and won: the last outcome', is: { numerator: 1, denominator: 1 } },
  { metric: winRateOfFirstOutcome, because: 'o1 was first lost', is: { numerator: 0, denominator: 1 } },
  { metric: createdWinRateMetric, because: 'o2 and o3 are open', is: { numerator: 1, denominator: 3, open: 2 } },
  { metric: revenueWon, because: 'o1', is: { sums: [{ minor: 120_000, n: 1 }] } },
  { metric: averageDealMetric, because: 'o1', is: { value: '1200.00' } },
  { metric: acv, because: '1,200.00 × 12 ÷ 24 months', is: { value: '600.00' } },
  { metric: salesCycleWon, because: '10 April to 9 June', is: { ms: 60 * DAY } },
  { metric: salesVelocityMetric, because: '3 × 1/3 × 1,200.00 ÷ 60 days', is: { value: '20.00', currency: 'EUR' } },
  { metric: openPipeline, because: 'o2 and o3', is: { sums: [{ minor: 60_000, n: 2 }] } },
  { metric: openPipeline, because: 'on 5 May o1 was lost and o3 not yet opened', asOf: '05-05', is: { sums: [{ minor: 40_000, n: 1 }] } },
  { metric: openPipeline, because: 'on 15 May o1 had been reopened, at 1,200.00', asOf: '05-15', is: { sums: [{ minor: 160_000, n: 2 }] } },
  { metric: openPipeline, because: 'on 15 April o1 stood at 1,000.00', asOf: '04-15', is: { sums: [{ minor: 100_000, n: 1 }] } },
  { metric: weightedPipelineMetric, because: 'half of 400.00 and nine tenths of 200.00', is: { sums: [{ minor: 38_000, n: 2 }] } },
  { metric: forecastOpenPipeline, because: 'o2 and o3 are due in the quarter', is: { sums: [{ minor: 60_000, n: 2 }] } },
  { metric: forecastCommit, because: 'o1 won, o3 in commit', is: { value: '1400.00' } },
  { metric: quotaAttainmentMetric, because: '1,200.00 of 2,000.00', is: { value: '0.6000' } },
  { metric: spendTotal, because: '30 of 61 days of the campaign at 1.00 a day, and 91.00 of pay', is: { sums: [{ minor: 12_100 }] } },
  { metric: budgetSpent, because: '121.00 over 91 days at 1.00 a day', is: { value: '1.3297' } },
  { metric: cacFullyLoaded, because: '121.00 for one customer', is: { value: '121.00' } },
  { metric: cacPaid, because: '30.00 of media in the quarter; acme first came by its campaign', is: { value: '30.00' } },
  { metric: costPerLead, because: 'ann, bob and cem', is: { value: '40.33' } },
  { metric: costPerMql, because: 'marketing qualified ann alone', is: { value: '121.00' } },
  { metric: roasMetric, because: '1,200.00 over 121.00', is: { value: '9.9174' } },
])('$metric.id from the log: $because', ({ metric, is, asOf }) => {
  expect(evaluate(metric, facts, optionsOf({ ...(asOf === undefined ? {} : { asOf }) }))).toMatchObject(is);
});
