import { describe, expect, test } from 'vitest';
import { leadsNeeded, pipelineCoverage, salesVelocity, winRate } from 'revpact/metrics';

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

  test.each([0.2, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '1e3', '', '0x10'])('%s is no exact quantity', (quantity) => {
    expect(() => winRate({ won: quantity, lost: 1 }, cents)).toThrow(RangeError);
  });
});
