import { compareRatios, ratioOf, type Ratio, type Whole } from '../../kernel/ratio.js';
import { minorDigits } from '../../vocabulary/money.js';
import type { MetricDefinition } from '../definition/metric.js';
import type { Figure, FormulaFigure, MetricResult, ValueShareFigure } from '../engine/result.js';
import type { SumTally } from '../engine/tally.js';
import { DURATION_UNITS, type LookedAt } from './looked-at.js';

/**
 * Why a number bears no judgement.
 *
 * - `not_applicable`: the framework does not know the milestone.
 * - `no_value`: nothing to divide, or nothing to rank.
 * - `rank_is_open`: the rank falls on one that has no end yet.
 * - `not_recorded`: a formula over spend or quotas, of which none is on record for its period: that is not nothing spent.
 * - `sample_too_small`: fewer units than were asked for.
 * - `no_rate`: an amount has no rate into the currency.
 * - `mixed_currencies`: several currencies, and none was asked for.
 * - `other_currency`: the result is money of another currency than was asked for.
 * - `no_parameter`: a formula asks for what nobody gave.
 * - `too_large`: a formula's numbers have more digits than are computed.
 */
export type NoFlag =
  | 'not_applicable'
  | 'no_value'
  | 'rank_is_open'
  | 'not_recorded'
  | 'sample_too_small'
  | 'no_rate'
  | 'mixed_currencies'
  | 'other_currency'
  | 'no_parameter'
  | 'too_large';

/** In which unit a number is read, and of how many cases it must be. */
export type Reading = Pick<LookedAt, 'unit' | 'currency' | 'minimumSample'>;

/** The exact value in the unit of its thresholds, or why it cannot be judged. */
export const seenIn = (reading: Reading, definition: MetricDefinition, result: MetricResult): Ratio | NoFlag =>
  result.kind === 'inapplicable' ? 'not_applicable' : seenFigure(reading, definition, result);

/** The same of a part of a result. */
export const seenFigure = (reading: Reading, definition: MetricDefinition, figure: Figure): Ratio | NoFlag => {
  const value = valueIn(reading, figure, definition.measure);
  if (typeof value === 'string') return value;
  if (lacksRecords(figure, definition)) return 'not_recorded';
  return reading.minimumSample !== undefined && tooFew(figure, definition, reading.minimumSample, reading.currency)
    ? 'sample_too_small'
    : value;
};

/** Whether a value reaches a threshold, which may lie on it, in the direction that is better. */
export const reaches = (seen: Ratio, target: Ratio, direction: LookedAt['direction']): boolean =>
  compareRatios(seen, target) * (direction === 'higher' ? 1 : -1) >= 0;

/** Decimal text as what a value is compared with. */
export const thresholdOf = (text: string): Ratio => ratioOf(text);

const valueIn = (reading: Reading, figure: Figure, measure: MetricDefinition['measure']): Ratio | NoFlag => {
  switch (figure.kind) {
    case 'fraction':
      if (figure.value === null) return 'no_value';
      return measure.kind === 'mean' ? inUnit(reading, figure) : figure;
    case 'value_share':
      return shareIn(reading, figure);
    case 'percentile':
      if (figure.ms !== null) return inUnit(reading, { numerator: figure.ms, denominator: 1 });
      // Open ones that are left out of the ranks leave nothing that one could fall on.
      return figure.open > 0 && !(measure.kind === 'percentile' && measure.unended === 'left_out') ? 'rank_is_open' : 'no_value';
    case 'sum':
      return sumIn(reading, figure);
    case 'formula':
      return formulaIn(reading, figure);
  }
};

const inUnit = ({ unit }: Reading, { numerator, denominator }: Ratio): Ratio =>
  unit === undefined
    ? { numerator, denominator }
    : { numerator, denominator: (BigInt(denominator) * BigInt(DURATION_UNITS[unit])).toString() };

const inMajor = ({ numerator, denominator }: Ratio, currency: string): Ratio => ({
  numerator,
  denominator: (BigInt(denominator) * 10n ** BigInt(minorDigits(currency))).toString(),
});

const shareIn = ({ currency }: Reading, { shares, converted, withoutRate }: ValueShareFigure): Ratio | NoFlag => {
  const own = currency === undefined ? (shares.length === 1 ? shares[0] : undefined) : shares.find((share) => share.currency === currency);
  const share = converted !== null && (currency === undefined || converted.currency === currency) ? converted : own;
  if (share !== undefined) return BigInt(share.denominator) === 0n ? 'no_value' : share;
  return withoutRate.length > 0 ? 'no_rate' : currency === undefined && shares.length > 1 ? 'mixed_currencies' : 'no_value';
};

/** A sum in a currency that no unit has is 0 of it; converted into it, all of them. */
const sumIn = ({ currency = '' }: Reading, { sums, converted, withoutRate }: SumTally): Ratio | NoFlag => {
  if (converted !== null && converted.currency === currency) return inMajor(converted, currency);
  if (withoutRate.length > 0) return 'no_rate';
  if (converted !== null) return 'other_currency';
  return inMajor({ numerator: sums.find((sum) => sum.currency === currency)?.minor ?? 0, denominator: 1 }, currency);
};

const formulaIn = (reading: Reading, { value, numerator, denominator, currency, why }: FormulaFigure): Ratio | NoFlag => {
  if (why !== null) return why === 'zero_denominator' ? 'no_value' : why;
  if (value === null) return 'no_value';
  const exact = { numerator, denominator };
  if (reading.currency === undefined) return inUnit(reading, exact);
  if (currency === null && BigInt(numerator) === 0n) return exact;
  return currency === reading.currency ? inMajor(exact, currency) : 'other_currency';
};

/** Whether a formula adds up days of spend, or of quotas, and has not one of any kind that it asks for. */
const lacksRecords = (figure: Figure, { basis }: Pick<MetricDefinition, 'basis'>): boolean =>
  figure.kind === 'formula' &&
  basis.kind === 'formula' &&
  (['spend', 'quotas'] as const).some((table) => {
    const sums = Object.entries(basis.inputs).flatMap(([name, input]) => {
      const of = figure.inputs[name];
      return input.basis.kind === 'rows' && input.basis.table === table && of?.kind === 'sum' ? [of.sums.length] : [];
    });
    return sums.length > 0 && sums.every((currencies) => currencies === 0);
  });

/** Whether a figure is of fewer units than were asked for; a formula's, where one of its inputs is. */
const tooFew = (
  figure: Figure,
  { measure, basis }: Pick<MetricDefinition, 'measure' | 'basis'>,
  least: number,
  currency: string | undefined,
): boolean => {
  const few = (sample: Whole): boolean => BigInt(sample) < BigInt(least);
  const inAll = (parts: readonly { readonly currency: string; readonly n: number }[], one: string | undefined): number =>
    parts.reduce((sum, part) => (one === undefined || part.currency === one ? sum + part.n : sum), 0);
  switch (figure.kind) {
    case 'fraction':
      // A total is of nobody knows how many.
      if (measure.kind === 'total') return false;
      return few(measure.kind === 'count' || measure.kind === 'distinct' ? figure.numerator : figure.denominator);
    case 'value_share':
      return few(inAll(figure.shares, figure.converted === null ? currency : undefined));
    case 'percentile':
      return few(figure.n);
    case 'sum':
      return few(inAll(figure.sums, figure.converted === null ? currency : undefined));
    case 'formula':
      return (
        basis.kind === 'formula' &&
        Object.entries(basis.inputs).some(([name, input]) => {
          const of = figure.inputs[name];
          return of !== undefined && tooFew(of, input, least, undefined);
        })
      );
  }
};
