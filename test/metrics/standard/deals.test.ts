import { describe, expect, test } from 'vitest';
import {
  acv,
  averageDealMetric,
  cacBlended,
  cacFullyLoaded,
  cacLagged,
  cacPaid,
  closedWinRate,
  converted,
  costPerSal,
  coverageOfWhatIsLeft,
  createdWinRateMetric,
  evaluate,
  forecastCommit,
  influencedOpportunitiesRecentlyOfLead,
  maturedWinRate,
  meetingAcceptanceRate,
  narrowed,
  openOpportunities,
  openPipeline,
  opportunitiesWon,
  periodWinRate,
  quotaAttainmentMetric,
  quotaAttainmentToDate,
  revenueWon,
  romiOnGrossMargin,
  salesCycleClosed,
  salesCycleWon,
  salesVelocityMetric,
  showRateMetric,
  sourcedOpportunitiesBeforeSales,
  timeToWin,
  weightedPipelineMetric,
  winRateByValue,
  winRateOfFirstOutcome,
  type MetricDefinition,
  type MetricOptions,
} from 'revpact/metrics';
import { hubspot } from 'revpact/vocabulary';
import { at, DAY } from '../../support/metric-facts.js';
import { factsOf, optionsOf, type ShownFacts } from '../../support/worked-example.js';

/** Every row: when something is so, a metric comes out like this. */
interface Case {
  readonly when: string;
  readonly metric: MetricDefinition;
  readonly facts: ShownFacts;
  readonly asOf?: string;
  readonly options?: Partial<MetricOptions>;
  readonly is: object;
}

const deal = (differs: NonNullable<ShownFacts['opportunities']>[number]): NonNullable<ShownFacts['opportunities']>[number] => ({
  openedAt: '04-10',
  amountMinor: 10_000,
  currency: 'EUR',
  ...differs,
});

const check = ({ metric, facts, asOf, options, is }: Case): void => {
  const found = evaluate(metric, factsOf(facts), optionsOf({ ...(asOf === undefined ? {} : { asOf }), ...(options === undefined ? {} : { options }) }));
  expect(found).toMatchObject(is);
};

describe('figures that vendors publish', () => {
  const won = (n: number): NonNullable<ShownFacts['opportunities']> =>
    Array.from({ length: n }, () => deal({ openedAt: '04-01', wonAt: '05-01', amountMinor: 1_000_000 }));

  test.each<Case>([
    {
      when: 'nrev.ai: 50 opportunities × 10,000 × 20 % ÷ 30 days is 3,333.33 a day',
      metric: salesVelocityMetric,
      facts: { opportunities: [...won(10), ...Array.from({ length: 40 }, () => deal({ openedAt: '04-01' }))] },
      is: { value: '3333.33', currency: 'EUR', numerator: 1_000_000, denominator: 3 },
    },
    {
      when: 'Rekener: 18 of 25 demonstrations held is 72 %',
      metric: showRateMetric,
      facts: { meetings: Array.from({ length: 25 }, (_, i) => ({ startsAt: '05-04T10:00', heldAt: i < 18 ? '05-04T10:00' : null, noShowAt: i < 18 ? null : '05-04T11:00' })) },
      is: { numerator: 18, denominator: 25, value: '0.7200', open: 0 },
    },
    {
      when: 'Rekener: 235 of a quota of 250 is 94 %',
      metric: quotaAttainmentMetric,
      facts: { opportunities: [deal({ wonAt: '05-01', amountMinor: 23_500 })], quotas: [{ at: '04-01', kind: 'revenue', amountMinor: 25_000, currency: 'EUR' }] },
      is: { value: '0.9400', numerator: 47, denominator: 50 },
    },
  ])('$when', check);
});

describe('what has happened, and what has not', () => {
  test.each<Case>([
    { when: 'a meeting starts in the last moment of the period', metric: showRateMetric, facts: { meetings: [{ startsAt: '06-30T23:59' }] }, is: { denominator: 1, open: 1 } },
    { when: 'a meeting starts in the first moment after the period', metric: showRateMetric, facts: { meetings: [{ startsAt: '07-01' }] }, asOf: '08-01', is: { denominator: 0, value: null } },
    { when: 'a meeting is called off in the very moment it starts', metric: showRateMetric, facts: { meetings: [{ startsAt: '05-04', cancelledAt: '05-04' }] }, is: { numerator: 0, denominator: 1, open: 0 } },
    { when: 'a meeting is called off a minute before it starts', metric: showRateMetric, facts: { meetings: [{ startsAt: '05-04', cancelledAt: '05-03T23:59' }] }, is: { denominator: 0 } },
    { when: 'a meeting is called off, agreed on anew and held', metric: showRateMetric, facts: { meetings: [{ startsAt: '05-10', cancelledAt: '05-03', heldAt: '05-10' }] }, is: { numerator: 1, denominator: 1 } },
    { when: 'a meeting is called off, agreed on anew and missed', metric: showRateMetric, facts: { meetings: [{ startsAt: '05-10', cancelledAt: '05-03', noShowAt: '05-10' }] }, is: { numerator: 0, denominator: 1 } },
    { when: 'a meeting is missed, moved and called off in time', metric: showRateMetric, facts: { meetings: [{ startsAt: '05-10', noShowAt: '05-01', cancelledAt: '05-03' }] }, is: { denominator: 0 } },
    { when: 'a meeting is called off only after asOf', metric: showRateMetric, facts: { meetings: [{ startsAt: '05-04', cancelledAt: '05-03' }] }, asOf: '05-02', is: { denominator: 0 } },
    { when: 'a held meeting is accepted only after asOf', metric: meetingAcceptanceRate, facts: { meetings: [{ heldAt: '05-04', acceptedAt: '05-10' }] }, asOf: '05-05', is: { numerator: 0, denominator: 1, open: 1 } },
    { when: 'a deal is won at asOf, which is not before it', metric: opportunitiesWon, facts: { opportunities: [deal({ wonAt: '05-01' })] }, asOf: '05-01', is: { numerator: 0 } },
    { when: 'a deal is won a moment before asOf', metric: opportunitiesWon, facts: { opportunities: [deal({ wonAt: '04-30T23:59' })] }, asOf: '05-01', is: { numerator: 1 } },
    { when: 'a deal is exactly 90 days old', metric: maturedWinRate, facts: { opportunities: [deal({ openedAt: '04-02' })] }, is: { denominator: 1 } },
    { when: 'a deal is a minute short of 90 days', metric: maturedWinRate, facts: { opportunities: [deal({ openedAt: '04-02T00:01' })] }, is: { denominator: 0, value: null } },
    { when: 'a cohort has nothing but open deals', metric: createdWinRateMetric, facts: { opportunities: [deal({}), deal({})] }, is: { numerator: 0, denominator: 2, open: 2, value: '0.0000' } },
    {
      when: 'losses to no decision are left out by the reason of the exit that closed the deal',
      metric: narrowed(closedWinRate, [
        {
          is: 'related',
          table: 'exits',
          on: [{ theirs: 'row.event', ours: 'row.closedEvent' }],
          where: [{ column: 'row.reason', is: 'one_of', values: ['no_decision', 'duplicate'] }],
          at: 'row.at',
          after: null,
          before: null,
          atLeast: null,
          atMost: 0,
        },
      ]),
      facts: {
        opportunities: [
          deal({ wonAt: '05-01', closedEvent: 'won' }),
          deal({ lostAt: '05-02', closedEvent: 'to_a_competitor' }),
          deal({ lostAt: '05-03', closedEvent: 'to_nobody' }),
          deal({ lostAt: '05-04', closedEvent: 'not_told' }),
        ],
        exits: [
          { exit: 'lost', at: '05-02', event: 'to_a_competitor', reason: 'competitor' },
          { exit: 'lost', at: '05-03', event: 'to_nobody', reason: 'no_decision' },
        ],
      },
      is: { numerator: 1, denominator: 3 },
    },
    { when: 'nothing was closed', metric: closedWinRate, facts: { opportunities: [deal({})] }, is: { numerator: 0, denominator: 0, value: null } },
    {
      when: 'a touch lies exactly 90 days before the opening',
      metric: influencedOpportunitiesRecentlyOfLead,
      facts: { opportunities: [deal({ leadId: 'a', openedAt: '06-30' })], touches: [{ leadId: 'a', at: '04-01' }] },
      is: { numerator: 1, denominator: 1 },
    },
    {
      when: 'a touch lies 90 days and a minute before the opening',
      metric: influencedOpportunitiesRecentlyOfLead,
      facts: { opportunities: [deal({ leadId: 'a', openedAt: '06-30T00:01' })], touches: [{ leadId: 'a', at: '04-01' }] },
      is: { numerator: 0, denominator: 1 },
    },
    {
      when: 'a touch comes in the very moment of the opening, which is not before it',
      metric: influencedOpportunitiesRecentlyOfLead,
      facts: { opportunities: [deal({ leadId: 'a', openedAt: '06-30' })], touches: [{ leadId: 'a', at: '06-30' }] },
      is: { numerator: 0, denominator: 1 },
    },
    {
      when: 'many touches of one lead make one influenced deal',
      metric: influencedOpportunitiesRecentlyOfLead,
      facts: { opportunities: [deal({ leadId: 'a', openedAt: '06-30' })], touches: Array.from({ length: 50 }, () => ({ leadId: 'a', at: '06-01' })) },
      is: { numerator: 1, denominator: 1 },
    },
    {
      when: 'marketing and sales began in the same moment',
      metric: sourcedOpportunitiesBeforeSales,
      facts: { opportunities: [deal({ firstMarketingTouchAt: '04-01', firstSalesActivityAt: '04-01' })] },
      is: { numerator: 1 },
    },
    {
      when: 'nobody touched it at all',
      metric: sourcedOpportunitiesBeforeSales,
      facts: { opportunities: [deal({})] },
      is: { numerator: 0, denominator: 1, open: 0 },
    },
  ])('$when', check);
});

describe('a snapshot of May says in July what it said in May', () => {
  const states: ShownFacts = {
    opportunityStates: [
      { opportunityId: 'a', from: '04-01', status: 'open', amountMinor: 100, currency: 'EUR' },
      { opportunityId: 'a', from: '05-10', status: 'open', amountMinor: 300, currency: 'EUR' },
      { opportunityId: 'a', from: '06-10', status: 'lost', amountMinor: 300, currency: 'EUR' },
      { opportunityId: 'a', from: '07-10', status: 'open', amountMinor: 900, currency: 'EUR' },
    ],
  };
  const none = { sums: [] };
  test.each([
    { when: 'before it was opened', asOf: '04-01', is: none },
    { when: 'as first recorded', asOf: '05-10', is: { sums: [{ minor: 100 }] } },
    { when: 'a minute after it changed', asOf: '05-10T00:01', is: { sums: [{ minor: 300 }] } },
    { when: 'after it was lost', asOf: '06-10T00:01', is: none },
    { when: 'at the end of the period, though it was reopened since', asOf: '08-01', is: none },
  ])('$when', ({ asOf, is }) => {
    check({ when: '', metric: openPipeline, facts: states, asOf, is });
    check({ when: '', metric: openOpportunities, facts: states, asOf, is: { numerator: is.sums.length } });
  });
});

describe('reopened', () => {
  test.each<Case>([
    {
      when: 'facts that still tell of an earlier win: the later loss counts',
      metric: opportunitiesWon,
      facts: { opportunities: [deal({ wonAt: '05-01', lostAt: '05-20' })] },
      is: { numerator: 0 },
    },
    {
      when: 'first lost and then won is lost by the first outcome',
      metric: winRateOfFirstOutcome,
      facts: { opportunityStates: [{ opportunityId: 'a', from: '04-01', status: 'lost' }, { opportunityId: 'a', from: '05-01', status: 'won' }] },
      is: { numerator: 0, denominator: 1 },
    },
    {
      when: 'first closed before the period: its second outcome is no first one',
      metric: winRateOfFirstOutcome,
      facts: { opportunityStates: [{ opportunityId: 'a', from: '03-01', status: 'lost' }, { opportunityId: 'a', from: '05-01', status: 'won' }] },
      is: { denominator: 0, value: null },
    },
  ])('$when', check);
});

describe('money', () => {
  const two = [deal({ wonAt: '05-01', annualMinor: 10_000 }), deal({ wonAt: '05-01', annualMinor: 7_000, amountMinor: 7_000, currency: 'USD' })];
  const rates = [{ from: 'USD', to: 'EUR', since: '2026-01-01', rate: '0.5' }];
  const inEuro = { to: 'EUR', at: 'unit', rounding: 'half-even' } as const;

  test.each<Case>([
    { when: 'currencies are never mixed in a sum', metric: revenueWon, facts: { opportunities: two }, is: { sums: [{ currency: 'EUR', minor: 10_000, n: 1 }, { currency: 'USD', minor: 7_000, n: 1 }], converted: null } },
    { when: 'nor in an average', metric: averageDealMetric, facts: { opportunities: two }, is: { value: null, why: 'mixed_currencies' } },
    { when: 'nor in a first-year value', metric: acv, facts: { opportunities: two }, is: { value: null, why: 'mixed_currencies' } },
    { when: 'nor in a forecast', metric: forecastCommit, facts: { opportunities: two }, is: { value: null, why: 'mixed_currencies' } },
    { when: 'a win rate by value of two currencies has two shares and no value', metric: winRateByValue, facts: { opportunities: two }, is: { shares: [{ currency: 'EUR' }, { currency: 'USD' }], value: null } },
    {
      when: 'converted, an average is of one currency: (100.00 + 35.00) ÷ 2',
      metric: converted(averageDealMetric, inEuro),
      facts: { opportunities: two },
      options: { rates },
      is: { value: '67.50', currency: 'EUR', why: null },
    },
    { when: 'converted without the rate it has no value', metric: converted(averageDealMetric, inEuro), facts: { opportunities: two }, is: { value: null, why: 'no_rate' } },
    {
      when: 'converted, a win rate by value has one: 100.00 of 100.00 + 35.00',
      metric: converted(winRateByValue, inEuro),
      facts: { opportunities: [two[0] ?? deal({}), deal({ lostAt: '05-01', amountMinor: 7_000, currency: 'USD' })] },
      options: { rates },
      is: { converted: { currency: 'EUR' }, value: '0.7407' },
    },
    { when: 'spend in one currency and quota in another have no quotient', metric: quotaAttainmentMetric, facts: { opportunities: [deal({ wonAt: '05-01' })], quotas: [{ at: '04-01', kind: 'revenue', amountMinor: 1, currency: 'USD' }] }, is: { value: null, why: 'mixed_currencies' } },
    { when: 'amounts as large as numbers get add up exactly', metric: revenueWon, facts: { opportunities: [deal({ wonAt: '05-01', amountMinor: Number.MAX_SAFE_INTEGER }), deal({ wonAt: '05-01', amountMinor: Number.MAX_SAFE_INTEGER })] }, is: { sums: [{ currency: 'EUR', minor: '18014398509481982', n: 2 }] } },
    { when: 'an amount below zero is in no share of values and is said', metric: winRateByValue, facts: { opportunities: [deal({ wonAt: '05-01' }), deal({ lostAt: '05-01', amountMinor: -500 })] }, is: { shares: [{ numerator: 10_000, denominator: 10_000 }], belowZero: 1 } },
    { when: 'half a cent of weighted pipeline is not lost to floats', metric: weightedPipelineMetric, facts: { opportunityStates: [{ opportunityId: 'a', from: '04-01', status: 'open', amountMinor: 10, currency: 'EUR', probability: 30 }, { opportunityId: 'b', from: '04-01', status: 'open', amountMinor: 20, currency: 'EUR', probability: 35 }] }, is: { sums: [{ minor: 10, n: 2 }] } },
  ])('$when', check);
});

describe('division by nothing, and what nobody gave', () => {
  const spend = [{ spendId: 's', at: '04-10', amountMinor: 50_000 }];
  test.each<Case>([
    { when: 'no new customer: the cost of one is not known, and is not endless', metric: cacFullyLoaded, facts: { spend }, is: { value: null, why: 'zero_denominator' } },
    { when: 'no spend on record: each customer cost nothing', metric: cacFullyLoaded, facts: { opportunities: [deal({ wonAt: '05-01' })] }, is: { value: '0.00', why: null } },
    { when: 'nothing spent in the period before', metric: cacLagged, facts: { spend, opportunities: [deal({ wonAt: '05-01' })] }, is: { value: '0.00' } },
    { when: 'a customer without a first campaign came by none', metric: cacPaid, facts: { spend: [{ spendId: 's', at: '04-10', kind: 'media', campaign: null, amountMinor: 50_000 }], opportunities: [deal({ wonAt: '05-01' })] }, is: { value: null, why: 'zero_denominator' } },
    { when: 'nobody said the margin', metric: romiOnGrossMargin, facts: { spend, opportunities: [deal({ wonAt: '05-01', firstTouchParty: 'marketing' })] }, is: { value: null, why: 'no_parameter' } },
    { when: 'no opportunity was opened', metric: periodWinRate, facts: { opportunities: [deal({ openedAt: '03-01', wonAt: '05-01' })] }, is: { value: null, why: 'zero_denominator' } },
    { when: 'more was won than opened', metric: periodWinRate, facts: { opportunities: [deal({ openedAt: '03-01', wonAt: '05-01' }), deal({ wonAt: '05-01' })] }, is: { value: '2.0000' } },
    { when: 'the quota is met to the cent: nothing is left to cover', metric: coverageOfWhatIsLeft, facts: { opportunities: [deal({ wonAt: '05-01' })], quotas: [{ at: '04-01', kind: 'revenue', amountMinor: 10_000, currency: 'EUR' }] }, is: { value: null, why: 'zero_denominator' } },
    { when: 'the quota is exceeded: what is left is below zero', metric: coverageOfWhatIsLeft, facts: { opportunities: [deal({ wonAt: '05-01' })], opportunityStates: [{ opportunityId: 'b', from: '04-01', status: 'open', amountMinor: 5_000, currency: 'EUR', expectedCloseAt: '06-01' }], quotas: [{ at: '04-01', kind: 'revenue', amountMinor: 9_000, currency: 'EUR' }] }, is: { value: '-5.00' } },
    { when: 'no day of the quota has begun', metric: quotaAttainmentToDate, facts: { opportunities: [deal({ openedAt: '03-01', wonAt: '04-01' })], quotas: [{ at: '06-01', kind: 'revenue', amountMinor: 9_000, currency: 'EUR' }] }, asOf: '04-02', is: { value: null, why: 'zero_denominator' } },
    { when: 'no deal was won: velocity has no cycle to divide by', metric: salesVelocityMetric, facts: { opportunities: [deal({})] }, is: { value: null, why: 'zero_denominator' } },
    { when: 'every deal was won in the moment it was opened', metric: salesVelocityMetric, facts: { opportunities: [deal({ wonAt: '04-10' })] }, is: { value: null, why: 'zero_denominator' } },
    { when: 'less than half were won: no median, only its lower bound', metric: timeToWin, facts: { opportunities: [deal({ wonAt: '04-20' }), deal({}), deal({})] }, is: { ms: null, open: 2, lowerBound: 10 * DAY } },
    { when: 'won before it was opened is in no rank, and said', metric: salesCycleWon, facts: { opportunities: [deal({ openedAt: '05-02', wonAt: '05-01' }), deal({ openedAt: '05-01', wonAt: '05-03' })] }, is: { ms: 2 * DAY, reversed: 1 } },
    { when: 'nobody recorded when most of the deals were opened: they did not take forever', metric: salesCycleWon, facts: { opportunities: [deal({ openedAt: '05-01', wonAt: '05-03' }), deal({ openedAt: null, wonAt: '05-03' }), deal({ openedAt: null, wonAt: '05-04' })] }, is: { ms: 2 * DAY, open: 2 } },
    { when: 'nor those that were lost', metric: salesCycleClosed, facts: { opportunities: [deal({ openedAt: '05-01', wonAt: '05-03' }), deal({ openedAt: null, lostAt: '05-03' }), deal({ openedAt: null, lostAt: '05-04' })] }, is: { ms: 2 * DAY, open: 2 } },
    { when: 'spend of a kind with a name of its own is spend', metric: cacBlended, facts: { spend: [{ spendId: 's', at: '04-10', kind: 'podcasts', amountMinor: 50_000 }], opportunities: [deal({ wonAt: '05-01' })] }, is: { value: '500.00' } },
    { when: 'the framework knows no acceptance', metric: costPerSal, facts: { spend }, options: { framework: hubspot }, is: { applicable: false, reason: { code: 'milestone_not_mapped', milestone: 'accepted' } } },
  ])('$when', check);
});

test('spend of the period before is asked of the period before, across the year too', () => {
  const period = { label: '2026-Q1', start: at('01-01'), end: at('04-01'), zone: 'UTC' };
  const rows = factsOf({
    spend: [
      { spendId: 's', at: Date.UTC(2025, 9, 1), amountMinor: 4_000 },
      { spendId: 's', at: Date.UTC(2025, 11, 31, 23, 59), amountMinor: 1_000 },
      { spendId: 't', at: Date.UTC(2025, 8, 30), amountMinor: 70_000 },
      { spendId: 't', at: '01-01', amountMinor: 9_000 },
    ],
    opportunities: [deal({ openedAt: '01-01', wonAt: '02-01' })],
  });
  expect(evaluate(cacLagged, rows, optionsOf({ options: { period } }))).toMatchObject({ value: '50.00', inputs: { spend: { sums: [{ minor: 5_000, n: 2 }] } } });
});
