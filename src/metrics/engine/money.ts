import { dateOf } from '../../kernel/date.js';
import { ratioOf, toWhole, type Whole } from '../../kernel/ratio.js';
import { RevpactError } from '../../kernel/issue.js';
import { byText } from '../../kernel/group.js';
import { offsetReader, startOfDay, type ZoneId } from '../../kernel/zone.js';
import type { Instant } from '../../kernel/instant.js';
import { minorDigits } from '../../vocabulary/money.js';
import type { Period } from '../../vocabulary/period.js';
import type { Rate } from '../../vocabulary/rate.js';
import { metricsIssue } from '../issues.js';
import { plus, rational, times, ZERO, type Rational } from '../rational.js';

/** What currencies are worth in one of them, from a moment on. */
export interface RateTable {
  readonly to: string;
  /** By currency, in order of time: minor units of `to` for one minor unit of it. */
  readonly rates: ReadonlyMap<string, readonly { readonly since: Instant; readonly per: Rational }[]>;
}

/**
 * The rates of a currency, by the days of a zone. Never inverted and never chained. Throws a `RevpactError` with
 * `metrics.conflicting_rates` where two different ones begin on the same day.
 */
export const rateTable = (rates: readonly Rate[], to: string, zone: ZoneId): RateTable => {
  const table = new Map<string, Map<string, { readonly since: Instant; readonly per: Rational }>>();
  const offsetAt = offsetReader(zone);
  // Each day begins once, however many currencies have a rate of it.
  const begun = new Map<string, Instant>();
  for (const { from, to: into, since, rate } of rates) {
    if (into !== to || from === to) continue;
    const { numerator, denominator } = ratioOf(rate);
    const places = minorDigits(to) - minorDigits(from);
    const shift = 10n ** BigInt(Math.abs(places));
    const per = rational(BigInt(numerator) * (places > 0 ? shift : 1n), BigInt(denominator) * (places < 0 ? shift : 1n));
    const days = table.get(from) ?? new Map<string, { readonly since: Instant; readonly per: Rational }>();
    table.set(from, days);
    const same = days.get(since);
    if (same === undefined) {
      const start = begun.get(since) ?? startOfDay(zone, dateOf(since), offsetAt);
      begun.set(since, start);
      days.set(since, { since: start, per });
    } else if (same.per.numerator !== per.numerator || same.per.denominator !== per.denominator)
      throw new RevpactError([metricsIssue('conflicting_rates', { from, to, since })]);
  }
  return { to, rates: new Map(Array.from(table, ([from, days]) => [from, [...days.values()].sort((a, b) => a.since - b.since)])) };
};

/** Which rate of a currency applies at a moment: its place among them, or -1 where none does. The currency itself needs none. */
export const segmentOf = ({ to, rates }: RateTable, currency: string, at: Instant): number => {
  if (currency === to) return 0;
  const list = rates.get(currency) ?? [];
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle]?.since ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** The moment whose rates hold for a whole period: on its last day. */
export const fixedRateAt = ({ end }: Period): Instant => end - 1;

const rateOf = ({ to, rates }: RateTable, currency: string, segment: number): Rational | null =>
  currency === to ? ONE : (rates.get(currency)?.[segment]?.per ?? null);

const ONE = rational(1n, 1n);

/** Money of one currency under one rate, added up exactly. In a sum, `numerator` alone counts. */
export interface MoneyPart {
  readonly currency: string;
  /** See {@link segmentOf}; -1 where nothing is converted or no rate applies. */
  readonly segment: number;
  /** Minor units, times percent where they are weighted. */
  readonly numerator: bigint;
  /** Minor units of the whole that a share is over. */
  readonly denominator: bigint;
  readonly n: number;
}

/** Parts by currency, in order. */
export const byCurrency = (parts: readonly MoneyPart[]): readonly MoneyPart[] => {
  const sums = new Map<string, MoneyPart>();
  for (const { currency, numerator, denominator, n } of parts) {
    const so = sums.get(currency);
    sums.set(currency, {
      currency,
      segment: -1,
      numerator: (so?.numerator ?? 0n) + numerator,
      denominator: (so?.denominator ?? 0n) + denominator,
      n: (so?.n ?? 0) + n,
    });
  }
  return [...sums.values()].sort((a, b) => byText(a.currency, b.currency));
};

/** All parts in one currency, exactly, and the currencies that had no rate. */
export const convertedTotal = (
  parts: readonly MoneyPart[],
  table: RateTable,
): { readonly numerator: Rational; readonly denominator: Rational; readonly withoutRate: readonly string[] } => {
  let [numerator, denominator] = [ZERO, ZERO];
  const without = new Set<string>();
  for (const part of parts) {
    const rate = rateOf(table, part.currency, part.segment);
    if (rate === null) without.add(part.currency);
    else {
      numerator = plus(numerator, times(rational(part.numerator, 1n), rate));
      denominator = plus(denominator, times(rational(part.denominator, 1n), rate));
    }
  }
  return { numerator, denominator, withoutRate: [...without].sort(byText) };
};

/** How a fraction is cut to a whole number. */
export type WholeRounding = 'half-even' | 'half-up' | 'down' | 'up' | 'floor' | 'ceil';

/** The whole number nearest to a fraction, by a rule; `half-up` and `up` lead away from zero, as `toDecimal` has it. */
export const roundWhole = ({ numerator, denominator }: Rational, rounding: WholeRounding): Whole => {
  const negative = numerator < 0n;
  const absolute = negative ? -numerator : numerator;
  const [whole, rest] = [absolute / denominator, absolute % denominator];
  if (rest === 0n) return toWhole(negative ? -whole : whole);
  const twice = 2n * rest;
  const away =
    rounding === 'up' ||
    (rounding === 'ceil' && !negative) ||
    (rounding === 'floor' && negative) ||
    (rounding === 'half-up' && twice >= denominator) ||
    (rounding === 'half-even' && (twice > denominator || (twice === denominator && whole % 2n === 1n)));
  const found = away ? whole + 1n : whole;
  return toWhole(negative ? -found : found);
};
