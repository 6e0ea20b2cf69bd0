import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { RevpactError, readWith } from 'revpact/kernel';
import { factsFrom, resolve, type Records } from 'revpact/lifecycle';
import { Quota, Spend, sirius2006 } from 'revpact/vocabulary';
import { perYear } from '../../src/lifecycle/facts/worth.js';
import { logOf, opens, sales, wins, type Line } from '../support/lead-log.js';

const rowsOf = (records: Records) => factsFrom(sirius2006, resolve([]), records).facts;
const eur = (minor: number) => ({ minor, currency: 'EUR' });
const media: Spend = { id: 's', from: '2026-03-28', to: '2026-03-30', amount: eur(1000), kind: 'media', channel: 'search', campaign: 'spring' };

describe('spend and quotas by civil day', () => {
  test('ten euros over three days, the clocks going forward on the second', () => {
    const { spend } = rowsOf({ spend: [media], zone: 'Europe/Berlin' });
    const what = { spendId: 's', kind: 'media', channel: 'search', campaign: 'spring', currency: 'EUR' };
    expect(spend).toEqual([
      { ...what, day: 1, at: Date.parse('2026-03-28T00:00+01:00'), amountMinor: 333 },
      { ...what, day: 2, at: Date.parse('2026-03-29T00:00+01:00'), amountMinor: 333 },
      { ...what, day: 3, at: Date.parse('2026-03-30T00:00+02:00'), amountMinor: 334 },
    ]);
  });

  test('a quota of a person over the working days of a week; what is not said is null', () => {
    const { quotas } = rowsOf({ quotas: [{ id: 'q', kind: 'mql', from: '2026-06-01', to: '2026-06-07', count: 12, weekdays: [1, 2, 3, 4, 5], party: 'sales', person: 'sam' }], zone: 'UTC' });
    // Cumulative: 2.4 → 2, 4.8 → 4, 7.2 → 7, 9.6 → 9, 12.
    expect(quotas.map(({ day, at, count }) => [day, new Date(at).toISOString().slice(0, 10), count])).toEqual([
      [1, '2026-06-01', 2],
      [2, '2026-06-02', 2],
      [3, '2026-06-03', 3],
      [4, '2026-06-04', 2],
      [5, '2026-06-05', 3],
    ]);
    expect(quotas[0]).toEqual({ quotaId: 'q', day: 1, at: Date.UTC(2026, 5, 1), kind: 'mql', party: 'sales', person: 'sam', count: 2, amountMinor: null, currency: null });
    const [money] = rowsOf({ quotas: [{ id: 'q', kind: 'revenue', from: '2026-06-01', to: '2026-06-01', amount: eur(5) }], zone: 'UTC' }).quotas;
    expect(money).toMatchObject({ party: null, person: null, count: null, amountMinor: 5, currency: 'EUR' });
  });

  test('money that came back is split towards zero as well', () => {
    const { spend } = rowsOf({ spend: [{ ...media, amount: eur(-1000) }], zone: 'UTC' });
    expect(spend.map(({ amountMinor }) => amountMinor)).toEqual([-333, -333, -334]);
  });

  test('all days add up to the whole, the first so many to their part of it, rounded towards zero; days begin where Temporal says', () => {
    const record = fc.record({
      minor: fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -50, max: 50 })),
      from: fc.date({ min: new Date('2009-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
      days: fc.integer({ min: 1, max: 3653 }),
      zone: fc.constantFrom('UTC', 'America/St_Johns', 'Pacific/Apia', 'Africa/Cairo', 'America/Sao_Paulo'),
    });
    fc.assert(
      fc.property(record, ({ minor, from, days, zone }) => {
        const first = Temporal.PlainDate.from(from.toISOString().slice(0, 10));
        const { spend } = rowsOf({ spend: [{ id: 's', from: first.toString(), to: first.add({ days: days - 1 }).toString(), amount: eur(minor) }], zone });
        expect(spend).toHaveLength(days);
        let sum = 0n;
        spend.forEach((row, i) => {
          sum += BigInt(row.amountMinor);
          expect(sum).toBe((BigInt(minor) * BigInt(i + 1)) / BigInt(days));
        });
        const some = days >> 1;
        expect(spend[some]?.at).toBe(first.add({ days: some }).toZonedDateTime(zone).epochMilliseconds);
      }),
      { numRuns: 60 },
    );
  });

  test.each<{ when: string; records: Records; code: string }>([
    { when: 'two of one id', records: { spend: [media, media], zone: 'UTC' }, code: 'lifecycle.duplicate_record' },
    { when: 'a zone that nobody knows', records: { spend: [media], zone: 'Mars/Olympus' }, code: 'lifecycle.unknown_zone' },
    { when: 'an end before the start', records: { spend: [{ ...media, to: '2026-03-27' }], zone: 'UTC' }, code: 'lifecycle.no_days' },
    { when: 'a thousand years', records: { spend: [{ ...media, from: '1900-01-01', to: '2199-12-31' }], zone: 'UTC' }, code: 'lifecycle.no_days' },
    { when: 'none of its weekdays', records: { quotas: [{ id: 'q', kind: 'mql', count: 1, from: '2026-06-06', to: '2026-06-07', weekdays: [1] }], zone: 'UTC' }, code: 'lifecycle.no_days' },
    {
      when: 'more days than a table takes',
      records: { spend: Array.from({ length: 300 }, (_, i) => ({ ...media, id: String(i), from: '2020-01-01', to: '2029-12-31' })), zone: 'UTC' },
      code: 'lifecycle.too_many_days',
    },
  ])('$when makes no rows: $code', ({ records, code }) => {
    let thrown: unknown = null;
    try {
      rowsOf(records);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(RevpactError);
    expect((thrown as RevpactError).issues.map((issue) => issue.code)).toEqual([code]);
  });

  test.each([
    { when: 'an end before the start', input: { to: '2026-03-27' }, path: 'to' },
    { when: 'eleven years', input: { to: '2037-03-27' }, path: 'to' },
    { when: 'a day that there is not', input: { to: '2026-02-30' }, path: 'to' },
  ])('the door of spend refuses $when', ({ input, path }) => {
    const read = readWith(Spend, { ...media, ...input });
    expect(read.ok ? [] : read.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });

  test.each([
    { when: 'neither a count nor an amount', input: {}, path: 'count' },
    { when: 'both', input: { count: 1, amount: eur(1) }, path: 'count' },
    { when: 'no such weekday among its days', input: { count: 1, from: '2026-06-06', to: '2026-06-07', weekdays: [1, 2] }, path: 'weekdays' },
    { when: 'an end before the start', input: { count: 1, to: '2026-05-01' }, path: 'to' },
  ])('the door of quotas refuses $when', ({ input, path }) => {
    const read = readWith(Quota, { id: 'q', kind: 'mql', from: '2026-06-01', to: '2026-06-30', ...input });
    expect(read.ok ? [] : read.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });
});

describe('what a deal is worth in a year', () => {
  const deal = (...lines: readonly Line[]) => factsFrom(sirius2006, logOf(...lines));

  test.each<{ when: string; lines: readonly Line[]; is: readonly [number | null, string | null, number | null] }>([
    { when: 'three years for 36,000', lines: [{ ...opens, amount: eur(3_600_000), termMonths: 36 }], is: [3_600_000, 'EUR', 1_200_000] },
    { when: 'stated, whatever the term says', lines: [{ ...opens, amount: eur(3_600_000), termMonths: 36, annual: eur(900_000) }], is: [3_600_000, 'EUR', 900_000] },
    { when: 'no term, nothing stated', lines: [{ ...opens, amount: eur(500) }], is: [500, 'EUR', null] },
    { when: 'the term comes later than the amount', lines: [{ ...opens, amount: eur(600) }, { ...wins, termMonths: 24 }], is: [600, 'EUR', 300] },
    { when: 'stated and no amount', lines: [{ ...opens, annual: eur(700) }], is: [null, 'EUR', 700] },
    { when: 'nothing known', lines: [opens], is: [null, null, null] },
    { when: 'a half of a cent, to the even one below', lines: [{ ...opens, amount: eur(3), termMonths: 8 }], is: [3, 'EUR', 4] },
    { when: 'a half of a cent, to the even one above', lines: [{ ...opens, amount: eur(5), termMonths: 8 }], is: [5, 'EUR', 8] },
  ])('$when', ({ lines, is }) => {
    const [row] = deal(...lines).facts.opportunities;
    expect([row?.amountMinor, row?.currency, row?.annualMinor]).toEqual(is);
  });

  test('a value in another currency than the amount is not known, and that is said', () => {
    const { facts, notices, noticeCount } = deal({ ...opens, amount: eur(100), annual: { minor: 90, currency: 'USD' } });
    expect(facts.opportunities[0]).toMatchObject({ amountMinor: 100, currency: 'EUR', annualMinor: null });
    expect([notices.map(({ code }) => code), noticeCount]).toEqual([['lifecycle.annual_of_other_currency'], 1]);
  });

  test('is exact for any amount and term, half to even', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 1200 }), (minor, months) => {
        const year = new (Decimal.clone({ precision: 60 }))(minor).times(12).div(months).toDecimalPlaces(0, Decimal.ROUND_HALF_EVEN);
        expect(perYear(minor, months)).toBe(year.abs().lte(Number.MAX_SAFE_INTEGER) ? year.toNumber() + 0 : null);
      }),
    );
  });
});

test('how sure a deal is, and what it looked like in between', () => {
  const { opportunities, opportunityStates } = factsFrom(
    sirius2006,
    logOf(
      { ...opens, amount: eur(100), probability: 20, forecast: 'pipeline', expectedClose: 90_000, stage: 'sql' },
      { type: 'opportunity_advanced', opportunityId: 'o1', probability: 60, forecast: 'commit', by: sales },
      { type: 'opportunity_advanced', opportunityId: 'o1', by: sales },
      { ...wins, amount: eur(80), stage: 'won' },
    ),
  ).facts;
  expect(opportunities[0]).toMatchObject({ probability: 60, forecast: 'commit', expectedCloseAt: 90_000, amountMinor: 80 });
  expect(opportunityStates.map((one) => [one.nth, one.from, one.until, one.status, one.stage, one.amountMinor, one.probability, one.forecast])).toEqual([
    [1, 1000, 2000, 'open', 'sql', 100, 20, 'pipeline'],
    [2, 2000, 4000, 'open', 'sql', 100, 60, 'commit'],
    [3, 4000, null, 'won', 'won', 80, 60, 'commit'],
  ]);
});
