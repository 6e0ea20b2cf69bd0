import type { Instant } from '../kernel/instant.js';
import { toWhole } from '../kernel/ratio.js';
import type { FactMeasure } from '../metrics/definition/measure.js';
import type { Input } from '../metrics/engine/inputs.js';
import { segmentOf, type MoneyPart, type RateTable } from '../metrics/engine/money.js';
import { sumTally, valueShareTally } from '../metrics/engine/money-tally.js';
import type { FactTally, FractionTally, PercentileTally } from '../metrics/engine/tally.js';
import { countOf, countsOf, safe, sumOf, textOf, wholeOf, type SqlRow } from './sql-row.js';

/**
 * The integers of one figure from its rows.
 *
 * @param own - Those of the group itself.
 * @param whole - Those of the whole that it is a part of: the same, but where it is grouped by what was reached.
 */
export const tallied = ({ measure, options, rates }: Input, own: readonly SqlRow[], whole: readonly SqlRow[]): FactTally => {
  const table = rates();
  const last = options.period.end - 1;
  const open = countsOf(whole, 'metric_open');
  const fraction = (numerator: bigint, denominator: bigint, unknown: number): FractionTally => ({
    kind: 'fraction',
    numerator: toWhole(numerator),
    denominator: toWhole(denominator),
    open,
    unknown,
  });
  switch (measure.kind) {
    case 'count':
      return fraction(sumOf(own, 'metric_num'), 1n, 0);
    case 'distinct':
    case 'total':
      return fraction(sumOf(own, 'metric_num'), 1n, countsOf(own, 'metric_unknown'));
    case 'share':
    case 'ratio':
      return fraction(sumOf(own, 'metric_num'), sumOf(whole, 'metric_den'), 0);
    case 'mean':
      return fraction(sumOf(own, 'metric_num'), sumOf(whole, 'metric_den'), countsOf(own, 'metric_reversed'));
    case 'percentile':
      return percentile(own, open);
    case 'value_share':
      return valueShareTally(
        [...whole.flatMap((row) => part(row, measure.convert, table, last, { denominator: 'metric_den' })), ...own.flatMap((row) => part(row, measure.convert, table, last, { numerator: 'metric_num' }))],
        { unknown: countsOf(whole, 'metric_unknown'), belowZero: countsOf(whole, 'metric_below'), open },
        table,
      );
    case 'sum':
      return sumTally(
        measure,
        own.flatMap((row) => part(row, measure.convert, table, last, { numerator: 'metric_minor', n: 'metric_n' })),
        { unknown: countsOf(own, 'metric_unknown'), open },
        table,
      );
  }
};

/** A percentile is one row for each group; no row at all is a percentile of nothing. */
const percentile = ([row = {}]: readonly SqlRow[], open: number): PercentileTally => {
  const number = (name: string): number | null => {
    const value = wholeOf(row, name);
    return value === null ? null : safe(value, name);
  };
  const ms = number('metric_ms');
  return { kind: 'percentile', n: countOf(row, 'metric_n'), open, reversed: countOf(row, 'metric_reversed'), ms, lowerBound: ms === null ? number('metric_longest') : null };
};

type Convert = Extract<FactMeasure, { readonly kind: 'sum' | 'value_share' }>['convert'];

interface Taken {
  readonly numerator?: string;
  readonly denominator?: string;
  readonly n?: string;
}

/** Money of one currency under one rate; nothing where no unit has an amount in it. */
const part = (row: SqlRow, convert: Convert, table: RateTable | null, last: Instant, taken: Taken): readonly MoneyPart[] => {
  const currency = textOf(row, 'metric_currency');
  if (currency === null || countOf(row, 'metric_n') === 0) return [];
  return [
    {
      currency,
      segment: table === null || convert === null ? -1 : convert.at === 'unit' ? countOf(row, 'metric_rate') - 1 : segmentOf(table, currency, last),
      numerator: taken.numerator === undefined ? 0n : (wholeOf(row, taken.numerator) ?? 0n),
      denominator: taken.denominator === undefined ? 0n : (wholeOf(row, taken.denominator) ?? 0n),
      n: taken.denominator === undefined && taken.n === undefined ? 0 : countOf(row, 'metric_n'),
    },
  ];
};
