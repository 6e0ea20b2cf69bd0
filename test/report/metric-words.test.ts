import { describe, expect, test } from 'vitest';
import type { MetricResult } from 'revpact/metrics';
import { review } from 'revpact/pact';
import { reviewDocument, toMarkdown } from 'revpact/report';
import { metricBasis, metricValue, type ReadAs } from '../../src/report/metric-words.js';
import { targetText } from '../../src/report/sections/numbers.js';
import { acme, life } from '../support/pact.js';
import { Q2 } from '../support/metric-facts.js';

const HOUR = 3_600_000;
const plain: ReadAs = { currency: null, time: null };
const result = (more: object): MetricResult =>
  ({ metric: 'm', title: 'M', definitionHash: '', unit: 'lead', period: Q2, asOf: Q2.end, knownBy: null, records: null, applicable: true, groups: [], ...more }) as unknown as MetricResult;

const percentile = (more: object): MetricResult => result({ measure: 'percentile', kind: 'percentile', unit: 'clock', n: 3, open: 0, reversed: 0, ms: null, lowerBound: null, ...more });
const shares = (more: object): MetricResult =>
  result({
    measure: 'value_share',
    kind: 'value_share',
    shares: [
      { currency: 'EUR', numerator: 25_00, denominator: 100_00, n: 2 },
      { currency: 'USD', numerator: 1_00, denominator: 2_00, n: 1 },
    ],
    converted: null,
    withoutRate: [],
    unknown: 0,
    belowZero: 0,
    open: 0,
    value: null,
    ...more,
  });
const sums = (more: object): MetricResult =>
  result({ measure: 'sum', kind: 'sum', sums: [{ currency: 'EUR', minor: 1_234_50, n: 2 }, { currency: 'JPY', minor: 500, n: 1 }], converted: null, withoutRate: [], unknown: 0, open: 0, ...more });
const formula = (more: object): MetricResult => result({ measure: 'formula', kind: 'formula', unit: 'period', numerator: 7, denominator: 2, value: '3.50', currency: null, why: null, inputs: {}, ...more });

describe('a number as people read it, whatever kind it is', () => {
  test.each<{ readonly when: string; readonly of: MetricResult; readonly as?: Partial<ReadAs>; readonly reads: string; readonly from: string }>([
    { when: 'a count', of: result({ measure: 'count', kind: 'fraction', numerator: 12_345, denominator: 1, open: 0, unknown: 0, value: '12345' }), reads: '12,345', from: '' },
    { when: 'a total with unknowns', of: result({ measure: 'total', kind: 'fraction', numerator: 5, denominator: 1, open: 0, unknown: 2, value: '5' }), reads: '5', from: '2 without a value' },
    { when: 'a share', of: result({ measure: 'share', kind: 'fraction', numerator: 1, denominator: 3, open: 1, unknown: 0, value: '0.3333' }), reads: '33.3 %', from: '1 of 3, 1 still open' },
    { when: 'a share of nothing', of: result({ measure: 'share', kind: 'fraction', numerator: 0, denominator: 0, open: 0, unknown: 0, value: null }), reads: '–', from: '0 of 0' },
    { when: 'a mean in days', of: result({ measure: 'mean', kind: 'fraction', numerator: 75 * HOUR, denominator: 3, open: 0, unknown: 1, value: '90000000' }), as: { time: 'calendar' }, reads: '1 d 1 h', from: '3 leads, 1 ended before they began' },
    { when: 'a rank of working time', of: percentile({ ms: 25 * HOUR }), as: { time: 'working' }, reads: '25 h', from: '3 clocks' },
    { when: 'the same of all hours', of: percentile({ ms: 25 * HOUR }), as: { time: 'calendar' }, reads: '1 d 1 h', from: '3 clocks' },
    { when: 'a rank on one that is open', of: percentile({ open: 1, lowerBound: HOUR }), as: { time: 'working' }, reads: 'over 1 h', from: '3 clocks, 1 without an end yet' },
    { when: 'a percentile that nobody answered is over no time', of: percentile({ open: 3 }), as: { time: 'working' }, reads: 'none yet', from: '3 clocks, 3 without an end yet' },
    { when: 'a percentile of none', of: percentile({ n: 0, reversed: 1 }), reads: '–', from: '0 clocks, 1 ended before they began' },
    { when: 'one delivery', of: percentile({ n: 1, ms: HOUR, unit: 'delivery' }), reads: '1 h', from: '1 delivery' },
    { when: 'shares by currency', of: shares({}), reads: '25.0 % of EUR, 50.0 % of USD', from: '25 EUR of 100 EUR, 1 USD of 2 USD' },
    { when: 'the share that is looked at', of: shares({ unknown: 1, belowZero: 2 }), as: { currency: 'USD' }, reads: '50.0 %', from: '25 EUR of 100 EUR, 1 USD of 2 USD, 1 without an amount, 2 below zero' },
    { when: 'one of a currency that nothing is in', of: shares({}), as: { currency: 'JPY' }, reads: '–', from: '25 EUR of 100 EUR, 1 USD of 2 USD' },
    { when: 'converted', of: shares({ converted: { currency: 'EUR', numerator: 2, denominator: 5 } }), reads: '40.0 %', from: '25 EUR of 100 EUR, 1 USD of 2 USD' },
    { when: 'sums', of: sums({ unknown: 1 }), reads: '1,234.50 EUR + 500 JPY', from: '2 with 1,234.50 EUR, 1 with 500 JPY, 1 without an amount' },
    { when: 'the sum that is looked at', of: sums({}), as: { currency: 'USD' }, reads: '0 USD', from: '2 with 1,234.50 EUR, 1 with 500 JPY' },
    { when: 'converted sums', of: sums({ converted: { currency: 'EUR', minor: 1_237_00, numerator: 123_700, denominator: 1 } }), reads: '1,237 EUR', from: '2 with 1,234.50 EUR, 1 with 500 JPY' },
    { when: 'a rate is missing', of: sums({ withoutRate: ['JPY'] }), reads: '1,234.50 EUR + 500 JPY', from: '2 with 1,234.50 EUR, 1 with 500 JPY, 1 currency without a rate (JPY)' },
    {
      when: 'a formula with its inputs',
      of: formula({ inputs: { open_pipeline: { kind: 'sum', sums: [{ currency: 'EUR', minor: 700_00, n: 3 }], converted: null, withoutRate: [], unknown: 0, open: 0 }, deals: { kind: 'fraction', numerator: 2, denominator: 1, open: 0, unknown: 0, value: '2' } } }),
      reads: '3.50',
      from: 'open pipeline: 700 EUR; deals: 2',
    },
    { when: 'a formula of money', of: formula({ numerator: 1_234_567, denominator: 10, currency: 'EUR', value: '1234.57' }), reads: '1,234.57 EUR', from: '' },
    { when: 'a formula of time', of: formula({ numerator: 3 * HOUR, denominator: 2, value: '5400000' }), as: { time: 'calendar' }, reads: '1 h 30 min', from: '' },
    { when: 'a formula without a value', of: formula({ numerator: 0, denominator: 0, value: null, why: 'zero_denominator' }), reads: '–', from: '' },
    { when: 'no such milestone', of: result({ measure: 'count', kind: 'inapplicable', applicable: false, reason: {} }), reads: 'not applicable', from: '' },
  ])('$when: $reads', ({ of, as, reads, from }) => {
    expect(metricValue(of, { ...plain, ...as })).toBe(reads);
    expect(metricBasis(of)).toBe(from);
  });
});

test('a mean that a formula is made of is a time, not milliseconds over a number', () => {
  const cycle = { kind: 'fraction', numerator: 75 * HOUR, denominator: 3, open: 0, unknown: 0, value: '90000000' };
  expect(metricBasis(formula({ inputs: { cycle } }), { cycle: 'calendar' })).toBe('cycle: 1 d 1 h on average');
  expect(metricBasis(formula({ inputs: { cycle: { ...cycle, denominator: 0, value: null } } }), { cycle: 'calendar' })).toBe('cycle: –');
});

test.each([
  { target: '120', unit: 'minutes', time: 'working', reads: 'at most 120 working minutes' },
  { target: '1', unit: 'hours', time: 'calendar', reads: 'at most 1 hour' },
  { target: '86400000', unit: undefined, time: 'calendar', reads: 'at most 86,400,000 milliseconds' },
  { target: '1200', unit: undefined, time: null, reads: 'at most 1,200' },
] as const)('a target: $reads', ({ target, unit, time, reads }) => {
  const looked = { metric: 'm', direction: 'lower', target, ...(unit === undefined ? {} : { unit }) } as const;
  expect(targetText(looked, { result: percentile({ ms: HOUR }), time })).toBe(reads);
});

test('a trend that was asked for and has one period says so', () => {
  const made = review([acme()], { events: [] }, { period: '2025-Q3', asOf: '2025-10-01T12:00:00Z', trend: { periods: 2, look: 'now' } });
  expect(toMarkdown(reviewDocument(made))).toContain('No earlier period of its kind lies under the pact.');
});

test('a review prints the goal, the numbers over time, both sides, and when each is looked at next', () => {
  const events = ['X', 'Y'].flatMap((lead, i) =>
    life(
      lead,
      { type: 'qualified', at: `2026-0${String(i + 3)}-10T12:00:00Z`, by: 'marketing', stage: 'mql', source: 'webinar' },
      { type: 'handed_off', at: `2026-0${String(i + 3)}-10T13:00:00Z`, by: 'marketing', handOff: 'mql_to_sdr', to: 'sales_development', toPerson: 'sdr_ben', fields: [] },
    ),
  );
  const made = review([acme()], { events }, { period: '2026-04', asOf: '2026-04-20T12:00:00Z', trend: { periods: 2, look: 'equally_early' } });
  const text = toMarkdown(reviewDocument(made));
  for (const said of [
    '## Scorecard over time',
    'Each period as early as the last one is looked at now',
    '| 2026-03 (running) | 2026-04 (running) |',
    '## Shared goal',
    'At least one MQL in six becomes an SQL. For this Marketing, Sales development and Sales answer equally, from 2026-01-01 to 2026-06-30',
    '🟡 behind',
    'at least 16.7 %',
    '## Both sides of each hand-off',
    'The leads of Marketing as Sales development found them:',
    'The follow-up of Sales development as the leads of Marketing met it',
    '| webinar | 1 | 0 | 0 | 1 | 0 | – | – |',
    // 20 April 2026 is a Monday; the last check of the week is behind.
    '| 2026-04-27 |',
    '| none yet |',
  ])
    expect(text).toContain(said);
  expect(text).not.toContain('over 0 min');
});
