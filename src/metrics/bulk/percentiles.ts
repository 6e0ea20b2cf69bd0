import type { Issue } from '../../kernel/issue.js';
import type { Ratio } from '../../kernel/ratio.js';
import { fail, ok, type Result } from '../../kernel/result.js';
import { columnIssue } from './issues.js';
import { valuesAt } from './select.js';

/** The value at a rank of a column, and what it is of. */
export interface RankedValue {
  /** All rows, those without a value among them. */
  readonly n: number;
  /** Rows without a value: they rank after all that have one. */
  readonly open: number;
  /** Null where there are no rows, or the rank falls on one without a value. */
  readonly value: number | null;
  /** Where the rank falls on one without a value: the largest there is, which all of those rank behind. */
  readonly lowerBound: number | null;
}

/** The smallest place with at least numerator/denominator of n at or below it: 1 to n, 0 of none. Integers throughout. */
export const nearestRank = (numerator: number | string, denominator: number | string, n: number): number => {
  const [p, q] = [BigInt(numerator), BigInt(denominator)];
  return Number((p * BigInt(n) + q - 1n) / q);
};

/**
 * Exact percentiles of a column by nearest rank, with the rule of the metrics: what has no end yet ranks last, and a rank
 * that falls there is null with a lower bound. Takes about the time of looking through the column a few times; no sketch
 * is needed.
 *
 * @param values - Milliseconds or any finite number, in any order; `NaN` is a row without a value. Left as they are.
 * @param ranks - Above 0 and at most 1, such as 9 over 10.
 *
 * Issues: `metrics.not_a_rank`, `metrics.column_value` (the first infinite value).
 *
 * @example
 * ```ts
 * import { percentilesOf } from 'revpact/metrics';
 *
 * const waited = Float64Array.of(30, 10, NaN, 20);
 * const found = percentilesOf(waited, [{ numerator: 1, denominator: 2 }, { numerator: 9, denominator: 10 }]);
 * found.ok ? found.value.map(({ value, lowerBound }) => [value, lowerBound]) : [] // => [[20, null], [null, 30]]
 * ```
 */
export const percentilesOf = (values: Float64Array, ranks: readonly Ratio[]): Result<readonly RankedValue[]> => {
  const { unknown, infinite } = strangeIn(values);
  const issues = [...ranks.flatMap(rankIssues), ...(infinite === 0 ? [] : [infiniteIssue(values)])];
  return issues.length > 0 ? fail(issues) : ok(rankedOf(values, ranks, unknown));
};

/** Why a ratio is no rank. */
export const rankIssues = ({ numerator, denominator }: Ratio, i: number): readonly Issue[] => {
  const isRank = isWhole(numerator) && isWhole(denominator) && BigInt(numerator) > 0n && BigInt(numerator) <= BigInt(denominator);
  return isRank
    ? []
    : [
        columnIssue('not_a_rank', { numerator: String(numerator).slice(0, 40), denominator: String(denominator).slice(0, 40) }, [
          'ranks',
          i,
        ]),
      ];
};

const isWhole = (value: number | string): boolean => (typeof value === 'number' ? Number.isSafeInteger(value) : /^\d{1,100}$/.test(value));

const infiniteIssue = (values: Float64Array): Issue => {
  const row = values.findIndex((value) => Math.abs(value) === Infinity);
  return columnIssue('column_value', { column: 'values', row, value: values[row] ?? NaN, asked: 'finite numbers, or NaN' }, [
    'values',
    row,
  ]);
};

const strangeIn = (values: Float64Array): { readonly unknown: number; readonly infinite: number } => {
  let [unknown, infinite] = [0, 0];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? NaN;
    // Only of finite numbers is the difference with themselves 0.
    if (value - value === 0) continue;
    if (Number.isNaN(value)) unknown += 1;
    else infinite += 1;
  }
  return { unknown, infinite };
};

/** Of values that are known to be finite or NaN, and ranks that are ranks. */
const rankedOf = (values: Float64Array, ranks: readonly Ratio[], open: number): readonly RankedValue[] =>
  rankedAmong(open === 0 ? values : values.filter((value) => !Number.isNaN(value)), open, open, ranks);

/**
 * Percentiles of values that are all known, and so many rows beside them that have none.
 *
 * @param behind - How many of these rank, behind all values: all, or none.
 */
export const rankedAmong = (values: Float64Array, open: number, behind: number, ranks: readonly Ratio[]): readonly RankedValue[] => {
  const known = values.length;
  const places = ranks.map(({ numerator, denominator }) => nearestRank(numerator, denominator, known + behind));
  // The last known one bounds those that fall behind it.
  const found = valuesAt(
    values,
    places.map((place) => Math.min(place, known)),
  );
  return places.map((place, i) => {
    const value = known === 0 ? null : (found[i] ?? null);
    return { n: known + open, open, value: place <= known ? value : null, lowerBound: place <= known ? null : value };
  });
};
