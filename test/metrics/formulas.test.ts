import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  annualContractValue,
  averageDeal,
  costPer,
  createdWinRate,
  customerAcquisitionCost,
  leadVelocity,
  leadsNeeded,
  mqlsNeeded,
  paybackMonths,
  pipelineCoverage,
  pipelineNeeded,
  quotaAttainment,
  requiredCoverage,
  revenueReturn,
  roas,
  romi,
  salesVelocity,
  shareOf,
  showRate,
  valueOfMql,
  volumesNeeded,
  weightedPipeline,
  winRate,
} from 'revpact/metrics';

const cents = { digits: 2, rounding: 'half-even' } as const;

describe('plain formulas', () => {
  test('win rate: 3 won and 7 lost are 30 %; nothing closed is not known', () => {
    expect(winRate({ won: 3, lost: 7 }, cents)).toBe('0.30');
    expect(winRate({ won: 0, lost: 7 }, cents)).toBe('0.00');
    expect(winRate({ won: 0, lost: 0 }, cents)).toBeNull();
    expect(winRate({ won: 2, lost: 1 }, { digits: 3, rounding: 'up' })).toBe('0.667');
  });

  test('win rate by value, where decimals would lose a cent', () => {
    expect(winRate({ won: '0.10', lost: '0.20' }, { digits: 20, rounding: 'down' })).toBe('0.33333333333333333333');
  });

  test.each([
    // nrev.ai/glossary/sales-pipeline-velocity-formula
    { when: '50 deals of 10,000 at 20 % in 30 days', opportunities: 50, averageDeal: 10_000, rate: '0.20', cycle: 30, is: '3333.33' },
    { when: 'nothing in the pipeline', opportunities: 0, averageDeal: 10_000, rate: '0.20', cycle: 30, is: '0.00' },
    { when: 'a cycle of no days', opportunities: 50, averageDeal: 10_000, rate: '0.20', cycle: 0, is: null },
    { when: 'amounts beyond 2^53', opportunities: 1, averageDeal: '9007199254740993.01', rate: 1, cycle: 1, is: '9007199254740993.01' },
  ])('sales velocity: $when', ({ opportunities, averageDeal, rate, cycle, is }) => {
    expect(salesVelocity({ opportunities, averageDeal, winRate: rate, cycle }, cents)).toBe(is);
  });

  test('pipeline coverage is of what is left of the quota; a quota reached needs none', () => {
    expect(pipelineCoverage({ open: 600_000, quota: 250_000, won: 50_000 }, cents)).toBe('3.00');
    expect(pipelineCoverage({ open: 600_000, quota: 250_000, won: 0 }, cents)).toBe('2.40');
    expect(pipelineCoverage({ open: 600_000, quota: 250_000, won: 250_000 }, cents)).toBeNull();
    expect(pipelineCoverage({ open: 600_000, quota: 250_000, won: 300_000 }, cents)).toBeNull();
  });

  test.each([
    // theweinbaumgroup.com, calculating SLAs in dollar value: an MQL is worth 160,000 × 1 % = 1,600.
    { when: 'a million at 1,600 a lead', revenue: 1_000_000, averageDeal: 160_000, rates: ['0.01'], is: 625 },
    // Roberge: 100 leads → 50 connects → 30 discovery calls → 15 demos → 5 customers.
    { when: '50 customers at 5 of 100 leads', revenue: 50, averageDeal: 1, rates: ['0.5', '0.6', '0.5', '0.333333333333333333'], is: 1001 },
    { when: 'nothing to be earned', revenue: 0, averageDeal: 10, rates: ['0.5'], is: 0 },
    { when: 'one more than divides evenly', revenue: 11, averageDeal: 10, rates: [1], is: 2 },
    { when: 'a rate of nothing', revenue: 10, averageDeal: 10, rates: ['0.5', 0], is: null },
    { when: 'a deal of nothing', revenue: 10, averageDeal: 0, rates: [], is: null },
  ])('leads needed: $when', ({ revenue, averageDeal, rates, is }) => {
    expect(leadsNeeded({ revenue, averageDeal, rates })).toBe(is);
  });

  test.each([
    // Varicent, created win rate: 3 won, 7 lost and 90 open of 100 are 3 % of created and 30 % of closed.
    { when: '3 of 100 created', is: createdWinRate({ won: 3, created: 100 }, cents), reads: '0.03' },
    // Rekener, cohort conversion: 12 of 100 leads of March.
    { when: '12 of 100', is: shareOf({ part: 12, whole: 100 }, cents), reads: '0.12' },
    { when: 'nothing of nothing', is: shareOf({ part: 0, whole: 0 }, cents), reads: null },
    // Rekener, demo complete rate.
    { when: '18 demos of 25', is: showRate({ held: 18, scheduled: 25, cancelled: 0 }, cents), reads: '0.72' },
    { when: '18 of 25, one cancelled in time', is: showRate({ held: 18, scheduled: 25, cancelled: 1 }, cents), reads: '0.75' },
    { when: 'all cancelled', is: showRate({ held: 0, scheduled: 3, cancelled: 3 }, cents), reads: null },
    // Rekener, lead velocity rate: 120 after 100.
    { when: '120 after 100', is: leadVelocity({ now: 120, before: 100 }, cents), reads: '0.20' },
    { when: '80 after 100', is: leadVelocity({ now: 80, before: 100 }, cents), reads: '-0.20' },
    { when: '80 after none', is: leadVelocity({ now: 80, before: 0 }, cents), reads: null },
    // Rekener, quota attainment.
    { when: '235 of 250', is: quotaAttainment({ bookings: 235, quota: 250 }, cents), reads: '0.94' },
    { when: 'more than was asked for', is: quotaAttainment({ bookings: 300, quota: 250 }, cents), reads: '1.20' },
    { when: 'no quota', is: quotaAttainment({ bookings: 300, quota: 0 }, cents), reads: null },
    { when: 'one in four needs four times', is: requiredCoverage({ winRate: '0.25' }, cents), reads: '4.00' },
    { when: 'one in three needs three times', is: requiredCoverage({ winRate: { numerator: 1, denominator: 3 } }, cents), reads: '3.00' },
    { when: 'nothing won needs no number', is: requiredCoverage({ winRate: 0 }, cents), reads: null },
    { when: 'a quota reached needs no pipeline', is: pipelineNeeded({ quota: 10, won: 11, winRate: '0.5' }, cents), reads: '0.00' },
    { when: '200 left at one in three', is: pipelineNeeded({ quota: 250, won: 50, winRate: { numerator: 1, denominator: 3 } }, cents), reads: '600.00' },
    { when: '8 customers for 100,000', is: customerAcquisitionCost({ spend: 100_000, customers: 8 }, cents), reads: '12500.00' },
    { when: 'no customers', is: customerAcquisitionCost({ spend: 100_000, customers: 0 }, cents), reads: null },
    { when: '3 leads for 100', is: costPer({ spend: 100, count: 3 }, cents), reads: '33.33' },
    { when: 'a month that earns nothing', is: paybackMonths({ cost: 10, monthlyRevenue: 5, grossMargin: 0 }, cents), reads: null },
    { when: '300 of margin for 100', is: romi({ grossMargin: 300, spend: 100 }, cents), reads: '2.00' },
    { when: 'half of it came back', is: romi({ grossMargin: 50, spend: 100 }, cents), reads: '-0.50' },
    { when: 'a loss on top', is: romi({ grossMargin: -50, spend: 100 }, cents), reads: '-1.50' },
    { when: 'without spend', is: romi({ grossMargin: 50, spend: 0 }, cents), reads: null },
    { when: 'revenue of 300 for 100, net', is: revenueReturn({ revenue: 300, spend: 100 }, cents), reads: '2.00' },
    { when: 'revenue of 300 for 100', is: roas({ revenue: 300, spend: 100 }, cents), reads: '3.00' },
    // theweinbaumgroup.com: 160,000 × 1 %.
    { when: 'an MQL of 160,000 at 1 %', is: valueOfMql({ averageDeal: 160_000, rate: '0.01' }, cents), reads: '1600.00' },
    { when: 'three deals of 100', is: averageDeal({ value: 100, count: 3 }, cents), reads: '33.33' },
    { when: 'three years for 100', is: annualContractValue({ value: 100, months: 36 }, cents), reads: '33.33' },
    { when: 'no term', is: annualContractValue({ value: 100, months: 0 }, cents), reads: null },
    { when: 'no deals weigh nothing', is: weightedPipeline([], cents), reads: '0.00' },
    { when: 'thirds and tenths', is: weightedPipeline([{ amount: { numerator: 100, denominator: 3 }, probability: 50 }, { amount: '0.1', probability: '33.3' }], cents), reads: '16.70' },
  ])('$when: $reads', ({ is, reads }) => {
    expect(is).toBe(reads);
  });

  test('Roberge’s rep: 100 leads, 50 connects, 30 calls, 15 demos, 5 customers', () => {
    const third = { numerator: 1, denominator: 3 };
    const steps = [
      { name: 'lead', rate: '0.5' },
      { name: 'connect', rate: '0.6' },
      { name: 'call', rate: '0.5' },
      { name: 'demo', rate: third },
    ];
    expect(volumesNeeded({ revenue: 5, averageDeal: 1, steps })).toEqual(
      [['lead', 100], ['connect', 50], ['call', 30], ['demo', 15], ['customer', 5]].map(([name, needed]) => ({ name, needed })),
    );
    expect(volumesNeeded({ revenue: 5, averageDeal: 1, steps: [{ name: 'lead', rate: 0 }] })).toEqual([
      { name: 'lead', needed: null },
      { name: 'customer', needed: 5 },
    ]);
    expect(leadsNeeded({ revenue: 50, averageDeal: 1, rates: ['0.5', '0.6', '0.5', third] })).toBe(1000);
  });

  test('each step is rounded up from the exact number, not from the rounded one after it', () => {
    // 1.5 customers need 3 leads at one in two; two customers would need four.
    expect(volumesNeeded({ revenue: 15, averageDeal: 10, steps: [{ name: 'lead', rate: '0.5' }] }).map(({ needed }) => needed)).toEqual([3, 2]);
  });

  test('marketing’s 40 % of two million at 1,600 each', () => {
    expect(mqlsNeeded({ quota: 2_000_000, share: '0.4', valueOfMql: 1_600 })).toBe(500);
    expect(mqlsNeeded({ quota: 2_000_000, share: '0.4', valueOfMql: 0 })).toBeNull();
  });

  test('amounts far beyond floats are exact, and a hundred thousand deals are added at once', () => {
    const sixty = `1${'0'.repeat(59)}`;
    const most = { numerator: sixty, denominator: 1 };
    expect(winRate({ won: { numerator: `${sixty}1`, denominator: 10 }, lost: most }, { digits: 30, rounding: 'up' })).toBe('0.500000000000000000000000000001');
    expect(weightedPipeline([{ amount: most, probability: 100 }, { amount: '-0.01', probability: 100 }], cents)).toBe(`${'9'.repeat(59)}.99`);
    const cent = Array.from({ length: 100_000 }, () => ({ amount: '0.01', probability: '12.5' }));
    expect(weightedPipeline(cent, cents)).toBe('125.00');
  });

  test.each([0.2, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '1e3', '', '0x10', '9'.repeat(60), { numerator: 1, denominator: 0 }, { numerator: 0.5, denominator: 1 }, { numerator: '', denominator: 1 }, null as never])(
    '%s is no exact quantity',
    (quantity) => {
      expect(() => winRate({ won: quantity, lost: 1 }, cents)).toThrow(RangeError);
    },
  );

  test.each([
    { when: 'fewer than none won', of: () => winRate({ won: -1, lost: 2 }, cents), says: 'won is below zero' },
    { when: 'the sign below the line', of: () => winRate({ won: { numerator: 1, denominator: -2 }, lost: 2 }, cents), says: 'won is below zero' },
    { when: 'a win rate of twenty', of: () => requiredCoverage({ winRate: 20 }, cents), says: 'written as 0.20' },
    { when: 'a rate of twenty', of: () => leadsNeeded({ revenue: 1, averageDeal: 1, rates: [20] }), says: 'written as 0.20' },
    { when: 'a part above its whole', of: () => shareOf({ part: 3, whole: 2 }, cents), says: 'above its whole' },
    { when: 'more cancelled than scheduled', of: () => showRate({ held: 0, scheduled: 1, cancelled: 2 }, cents), says: 'below zero' },
    { when: 'a probability of 101', of: () => weightedPipeline([{ amount: 1, probability: 101 }], cents), says: 'above 100' },
    { when: 'minus one day of a cycle', of: () => salesVelocity({ opportunities: 1, averageDeal: 1, winRate: 1, cycle: -1 }, cents), says: 'below zero' },
    { when: 'places beyond thirty', of: () => winRate({ won: 1, lost: 1 }, { digits: 31, rounding: 'down' }), says: 'digits' },
    { when: 'a rounding that nobody knows', of: () => winRate({ won: 1, lost: 1 }, { digits: 2, rounding: 'bankers' as never }), says: 'no such rounding: bankers' },
  ])('refused: $when', ({ of, says }) => {
    expect(of).toThrow(says);
  });
});

describe('laws', () => {
  const whole = fc.integer({ min: 1, max: 10 ** 12 });
  const rate = fc.integer({ min: 1, max: 100 }).map((hundredths) => ({ numerator: hundredths, denominator: 100 }));

  test('leads needed are as many as it takes, and one less is too few', () => {
    fc.assert(
      fc.property(whole, whole, fc.array(rate, { maxLength: 5 }), (revenue, averageDeal, rates) => {
        const leads = BigInt(leadsNeeded({ revenue, averageDeal, rates }) ?? -1);
        /** leads × deal × rates ≥ revenue, without a fraction. */
        const earns = (n: bigint): boolean => rates.reduce((sum, one) => sum * BigInt(one.numerator), n * BigInt(averageDeal)) >= BigInt(revenue) * 100n ** BigInt(rates.length);
        expect([earns(leads), earns(leads - 1n)]).toEqual([true, false]);
      }),
    );
  });

  test('the first step needs as many as leads are needed, the last as many customers as the goal', () => {
    fc.assert(
      fc.property(whole, whole, fc.array(rate, { minLength: 1, maxLength: 5 }), (revenue, averageDeal, rates) => {
        const volumes = volumesNeeded({ revenue, averageDeal, steps: rates.map((one, i) => ({ name: String(i), rate: one })) });
        expect(volumes[0]?.needed).toBe(leadsNeeded({ revenue, averageDeal, rates }));
        expect(volumes.at(-1)?.needed).toBe(leadsNeeded({ revenue, averageDeal, rates: [] }));
      }),
    );
  });

  test('weighted pipeline is the same in any order and over any split, to the last of thirty places', () => {
    const thirty = { digits: 30, rounding: 'down' } as const;
    const deal = fc.record({ minor: fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), probability: fc.integer({ min: 0, max: 100 }) });
    fc.assert(
      fc.property(fc.array(deal, { maxLength: 20 }), (deals) => {
        const written = deals.map(({ minor, probability }) => ({ amount: { numerator: minor, denominator: 100 }, probability }));
        const sum = deals.reduce((all, { minor, probability }) => all + BigInt(minor) * BigInt(probability), 0n);
        const sign = sum < 0n ? '-' : '';
        const digits = (sum < 0n ? -sum : sum).toString().padStart(5, '0');
        const expected = `${sign}${digits.slice(0, -4)}.${digits.slice(-4)}${'0'.repeat(26)}`;
        expect(weightedPipeline(written, thirty)).toBe(expected);
        expect(weightedPipeline([...written].reverse(), thirty)).toBe(expected);
      }),
    );
  });

  test('coverage meets what is required exactly where the pipeline at its win rate closes the quota', () => {
    fc.assert(
      fc.property(whole, whole, rate, (open, quota, won) => {
        const needed = pipelineNeeded({ quota, won: 0, winRate: won }, { digits: 0, rounding: 'up' });
        const enough = BigInt(open) * BigInt(won.numerator) >= BigInt(quota) * 100n;
        expect(BigInt(open) >= BigInt(needed ?? 0)).toBe(enough);
      }),
    );
  });
});
