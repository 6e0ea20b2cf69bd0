import { describe, expect, test } from 'vitest';
import { costPerMql, seenIn, STANDARD_METRICS, type MetricDefinition, type MetricResult, type Reading } from 'revpact/metrics';
import { Q2 } from '../support/metric-facts.js';

const [some] = STANDARD_METRICS;
if (some === undefined) throw new Error('no metric ships');

/** A definition that measures so: what else it says is not asked here. */
const measuring = (measure: object): MetricDefinition => ({ ...some, measure }) as unknown as MetricDefinition;
const head = { metric: 'm', title: 'M', definitionHash: '', unit: 'lead', period: Q2, asOf: Q2.end, knownBy: null, records: null, applicable: true, groups: [] };
const figure = (kind: string, more: object): MetricResult => ({ ...head, measure: kind, kind, ...more }) as unknown as MetricResult;

const HOUR = 3_600_000;
const share = (currency: string, numerator: number, denominator: number, n: number) => ({ currency, numerator, denominator, n });

describe('each kind of number in the unit of its thresholds', () => {
  test.each<{ readonly when: string; readonly measure: object; readonly result: object; readonly reading: Reading; readonly is: string | readonly [number, number] }>([
    { when: 'a mean of nine hours over two', measure: { kind: 'mean' }, result: { kind: 'fraction', numerator: 9 * HOUR, denominator: 2, open: 0, unknown: 0, value: '16200000' }, reading: { unit: 'hours' }, is: [9, 2] },
    { when: 'a mean of too few', measure: { kind: 'mean' }, result: { kind: 'fraction', numerator: HOUR, denominator: 2, open: 0, unknown: 0, value: '1800000' }, reading: { minimumSample: 3 }, is: 'sample_too_small' },
    { when: 'a count of two of a sample of three', measure: { kind: 'count' }, result: { kind: 'fraction', numerator: 2, denominator: 1, open: 0, unknown: 0, value: '2' }, reading: { minimumSample: 3 }, is: 'sample_too_small' },
    { when: 'three days', measure: { kind: 'percentile' }, result: { kind: 'percentile', n: 1, open: 0, reversed: 0, ms: 72 * HOUR, lowerBound: null }, reading: { unit: 'days' }, is: [3, 1] },
    { when: 'nobody has come to an end', measure: { kind: 'percentile' }, result: { kind: 'percentile', n: 2, open: 2, reversed: 0, ms: null, lowerBound: null }, reading: {}, is: 'rank_is_open' },
    { when: 'open ones left out of the ranks, and no others', measure: { kind: 'percentile', unended: 'left_out' }, result: { kind: 'percentile', n: 2, open: 2, reversed: 0, ms: null, lowerBound: null }, reading: {}, is: 'no_value' },
    { when: 'nobody at all', measure: { kind: 'percentile' }, result: { kind: 'percentile', n: 0, open: 0, reversed: 1, ms: null, lowerBound: null }, reading: {}, is: 'no_value' },
    { when: 'a share of the only currency', measure: { kind: 'value_share' }, result: { kind: 'value_share', shares: [share('EUR', 1, 4, 9)], converted: null, withoutRate: [], unknown: 0, belowZero: 0, open: 0, value: '0.25' }, reading: {}, is: [1, 4] },
    { when: 'two currencies, none asked for', measure: { kind: 'value_share' }, result: { kind: 'value_share', shares: [share('EUR', 1, 4, 9), share('USD', 1, 2, 9)], converted: null, withoutRate: [], unknown: 0, belowZero: 0, open: 0, value: null }, reading: {}, is: 'mixed_currencies' },
    { when: 'two currencies, one asked for', measure: { kind: 'value_share' }, result: { kind: 'value_share', shares: [share('EUR', 1, 4, 9), share('USD', 1, 2, 9)], converted: null, withoutRate: [], unknown: 0, belowZero: 0, open: 0, value: null }, reading: { currency: 'USD' }, is: [1, 2] },
    { when: 'one asked for of too few', measure: { kind: 'value_share' }, result: { kind: 'value_share', shares: [share('EUR', 1, 4, 9), share('USD', 1, 2, 2)], converted: null, withoutRate: [], unknown: 0, belowZero: 0, open: 0, value: null }, reading: { currency: 'USD', minimumSample: 3 }, is: 'sample_too_small' },
    { when: 'both in one', measure: { kind: 'value_share' }, result: { kind: 'value_share', shares: [share('EUR', 1, 4, 9), share('USD', 1, 2, 9)], converted: { currency: 'EUR', numerator: 2, denominator: 5 }, withoutRate: [], unknown: 0, belowZero: 0, open: 0, value: '0.40' }, reading: { minimumSample: 18 }, is: [2, 5] },
    { when: 'a rate is missing', measure: { kind: 'value_share' }, result: { kind: 'value_share', shares: [share('EUR', 1, 4, 9), share('USD', 1, 2, 9)], converted: null, withoutRate: ['USD'], unknown: 0, belowZero: 0, open: 0, value: null }, reading: {}, is: 'no_rate' },
    { when: 'a share of amounts of nothing', measure: { kind: 'value_share' }, result: { kind: 'value_share', shares: [share('EUR', 0, 0, 9)], converted: null, withoutRate: [], unknown: 0, belowZero: 0, open: 0, value: null }, reading: {}, is: 'no_value' },
    { when: 'a sum converted: 12.34', measure: { kind: 'sum' }, result: { kind: 'sum', sums: [], converted: { currency: 'EUR', minor: 1234, numerator: 1234, denominator: 1 }, withoutRate: [], unknown: 0, open: 0 }, reading: { currency: 'EUR' }, is: [617, 50] },
    { when: 'a sum of which a rate is missing is no number', measure: { kind: 'sum' }, result: { kind: 'sum', sums: [{ currency: 'USD', minor: 5, n: 1 }], converted: null, withoutRate: ['USD'], unknown: 0, open: 0 }, reading: { currency: 'EUR' }, is: 'no_rate' },
    { when: 'a sum converted into another currency than is looked at', measure: { kind: 'sum' }, result: { kind: 'sum', sums: [], converted: { currency: 'EUR', minor: 1, numerator: 1, denominator: 1 }, withoutRate: [], unknown: 0, open: 0 }, reading: { currency: 'USD' }, is: 'other_currency' },
    { when: 'yen have no minor units', measure: { kind: 'sum' }, result: { kind: 'sum', sums: [{ currency: 'JPY', minor: 5, n: 1 }], converted: null, withoutRate: [], unknown: 0, open: 0 }, reading: { currency: 'JPY' }, is: [5, 1] },
    { when: 'a formula’s number', measure: { kind: 'formula', of: 'number' }, result: { kind: 'formula', numerator: 7, denominator: 2, value: '3.50', currency: null, why: null, inputs: {} }, reading: {}, is: [7, 2] },
    { when: 'a formula’s money: 100.50', measure: { kind: 'formula', of: 'money' }, result: { kind: 'formula', numerator: 10_050, denominator: 1, value: '100.50', currency: 'EUR', why: null, inputs: {} }, reading: { currency: 'EUR' }, is: [201, 2] },
    { when: 'money of another currency', measure: { kind: 'formula', of: 'money' }, result: { kind: 'formula', numerator: 10_050, denominator: 1, value: '100.50', currency: 'USD', why: null, inputs: {} }, reading: { currency: 'EUR' }, is: 'other_currency' },
    { when: 'a formula’s time', measure: { kind: 'formula', of: 'duration' }, result: { kind: 'formula', numerator: 3 * HOUR, denominator: 2, value: '5400000', currency: null, why: null, inputs: {} }, reading: { unit: 'minutes' }, is: [90, 1] },
    { when: 'a division by nothing', measure: { kind: 'formula', of: 'number' }, result: { kind: 'formula', numerator: 0, denominator: 1, value: null, currency: null, why: 'zero_denominator', inputs: {} }, reading: {}, is: 'no_value' },
    { when: 'a parameter that nobody gave', measure: { kind: 'formula', of: 'number' }, result: { kind: 'formula', numerator: 0, denominator: 1, value: null, currency: null, why: 'no_parameter', inputs: {} }, reading: {}, is: 'no_parameter' },
  ])('$when', ({ measure, result, reading, is }) => {
    const seen = seenIn(reading, measuring(measure), figure('', result));
    if (typeof seen === 'string' || typeof is === 'string') expect(seen).toBe(is);
    else expect(BigInt(seen.numerator) * BigInt(is[1])).toBe(BigInt(seen.denominator) * BigInt(is[0]));
  });

  const { spend } = costPerMql.basis.inputs;
  const ofTwoKinds: MetricDefinition = { ...costPerMql, basis: { ...costPerMql.basis, inputs: { media: spend, salaries: spend } } };

  test.each([
    { when: 'no spend on record is not nothing spent', of: costPerMql, spent: { spend: [] }, is: 'not_recorded' },
    { when: 'a day on which nothing was spent', of: costPerMql, spent: { spend: [{ currency: 'EUR', minor: 0, n: 1 }] }, is: [0, 1] },
    { when: 'one kind of spend is enough', of: ofTwoKinds, spent: { media: [{ currency: 'EUR', minor: 0, n: 1 }], salaries: [] }, is: [0, 1] },
    { when: 'none of any kind', of: ofTwoKinds, spent: { media: [], salaries: [] }, is: 'not_recorded' },
  ] as const)('$when', ({ of, spent, is }) => {
    const inputs = Object.fromEntries(Object.entries(spent).map(([name, sums]) => [name, { kind: 'sum', sums, converted: null, withoutRate: [], unknown: 0, open: 0 }]));
    const seen = seenIn({ currency: 'EUR' }, of, figure('', { kind: 'formula', numerator: 0, denominator: 1, value: '0.00', currency: null, why: null, inputs }));
    if (typeof seen === 'string' || typeof is === 'string') expect(seen).toBe(is);
    else expect([BigInt(seen.numerator), BigInt(seen.denominator)]).toEqual([BigInt(is[0]), BigInt(is[1])]);
  });

  test('a formula is of too few where one of its inputs is', () => {
    const input = (kind: string) => ({ unit: 'lead', measure: { kind }, basis: some.basis, shift: 0 });
    const definition = { ...measuring({ kind: 'formula', of: 'number' }), basis: { kind: 'formula', inputs: { won: input('count'), all: input('count'), planned: input('total') } } } as unknown as MetricDefinition;
    const one = (numerator: number) => ({ kind: 'fraction', numerator, denominator: 1, open: 0, unknown: 0, value: String(numerator) });
    const made = (won: number) => figure('formula', { kind: 'formula', numerator: won, denominator: 9, value: '0.5', currency: null, why: null, inputs: { won: one(won), all: one(9), planned: one(1) } });
    expect(seenIn({ minimumSample: 5 }, definition, made(4))).toBe('sample_too_small');
    expect(seenIn({ minimumSample: 5 }, definition, made(5))).toEqual({ numerator: 5, denominator: 9 });
  });
});
