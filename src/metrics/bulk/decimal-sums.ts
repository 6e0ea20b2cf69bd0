import type { Issue } from '../../kernel/issue.js';
import { toWhole, type Ratio } from '../../kernel/ratio.js';
import { fail, ok, type Result } from '../../kernel/result.js';
import { MOST_SCALE, type DecimalColumn } from './decimal-column.js';
import { columnIssue } from './issues.js';

/** To which group each row belongs, such as its currency, channel or owner. */
export interface GroupColumn {
  /** From 0 to below `groups`. */
  readonly group: Uint8Array | Uint16Array | Uint32Array;
  readonly groups: number;
}

/** An exact sum, and of how many rows it is. */
export interface DecimalSum extends Ratio {
  /** Rows with a value. */
  readonly n: number;
  /** Rows without one: in no sum. */
  readonly unknown: number;
}

/** More groups than this would take more memory than any column. */
const MOST_GROUPS = 1_000_000;

/**
 * Exact sums of decimals of mixed scales, by group: no rounding whatever the amounts, at about the cost of adding floats.
 * Each scale is added up by itself in whole numbers that stay below 2^53, and the scales meet once at the end. The
 * denominator is ten to the power of the largest scale in the group; the sum of no rows is 0.
 *
 * Issues: `metrics.column_length`, `metrics.column_value` (the first row of each column), `metrics.too_many_groups`.
 *
 * @example
 * ```ts
 * import { sumDecimals } from 'revpact/metrics';
 *
 * const amounts = { mantissa: Float64Array.of(10, 25, 1, NaN), scale: Uint8Array.of(1, 2, 0, 0) }; // 1.0, 0.25, 1, unknown
 * const summed = sumDecimals(amounts, { group: Uint8Array.of(0, 0, 1, 1), groups: 2 });
 * summed.ok ? summed.value[0] : null // => { numerator: 125, denominator: 100, n: 2, unknown: 0 }
 * ```
 */
export const sumDecimals = (amounts: DecimalColumn, by: GroupColumn | null = null): Result<readonly DecimalSum[]> => {
  const { group, groups } = by ?? { group: new Uint8Array(amounts.mantissa.length), groups: 1 };
  const span = spanOf(amounts);
  const issues = [...shapeIssues(amounts, group, groups), ...valueIssues(amounts, span)];
  return issues.length > 0 ? fail(issues) : summed(amounts, group, groups, span);
};

interface Span {
  /** Of the mantissas, sign aside; infinite where one is no safe integer. */
  readonly most: number;
  readonly scales: number;
  /** All are whole numbers of 32 bits, none is unknown. */
  readonly areSmall: boolean;
}

/** Amounts in minor units mostly are whole numbers of 32 bits: that is the cheapest question, and settles all others. */
const spanOf = ({ mantissa, scale }: DecimalColumn): Span => {
  let [largest, others] = [0, 0];
  for (let row = 0; row < scale.length; row += 1) {
    const value = mantissa[row] ?? NaN;
    const places = scale[row] ?? 0;
    if ((value | 0) !== value) others += 1;
    if (places > largest) largest = places;
  }
  return { most: others === 0 ? 2 ** 31 : mostOf(mantissa), scales: largest + 1, areSmall: others === 0 };
};

const mostOf = (mantissa: Float64Array): number => {
  let [most, parts] = [0, 0];
  for (let row = 0; row < mantissa.length; row += 1) {
    const size = Math.abs(mantissa[row] ?? NaN);
    // NaN is not above anything, and neither is its difference with itself.
    if (size > most) most = size;
    if (size - Math.floor(size) > 0) parts += 1;
  }
  return parts === 0 && most <= Number.MAX_SAFE_INTEGER ? most : Infinity;
};

const shapeIssues = ({ mantissa, scale }: DecimalColumn, group: GroupColumn['group'], groups: number): readonly Issue[] => [
  ...Object.entries({ scale, group }).flatMap(([column, { length }]) =>
    length === mantissa.length ? [] : [columnIssue('column_length', { column, length, rows: mantissa.length }, [column])],
  ),
  ...(Number.isInteger(groups) && groups >= 0 && groups <= MOST_GROUPS
    ? []
    : [columnIssue('too_many_groups', { groups, most: MOST_GROUPS }, ['groups'])]),
];

const valueIssues = ({ mantissa, scale }: DecimalColumn, { most, scales }: Span): readonly Issue[] => {
  const issues: Issue[] = [];
  if (most === Infinity) {
    const row = mantissa.findIndex((value) => !Number.isNaN(value) && !Number.isSafeInteger(value));
    issues.push(
      columnIssue('column_value', { column: 'mantissa', row, value: mantissa[row] ?? NaN, asked: 'safe integers, or NaN' }, [
        'mantissa',
        row,
      ]),
    );
  }
  if (scales > MOST_SCALE + 1) {
    const row = scale.findIndex((value) => value > MOST_SCALE);
    issues.push(
      columnIssue('column_value', { column: 'scale', row, value: scale[row] ?? NaN, asked: `0 to ${String(MOST_SCALE)}` }, ['scale', row]),
    );
  }
  return issues;
};

/** Where a number is split, so that sums of both parts stay whole: 2^26 rows of 27 bits fit in 53. */
const HALF = 2 ** 26;
const ROWS_AT_ONCE = 2 ** 26;

const summed = (
  amounts: DecimalColumn,
  group: GroupColumn['group'],
  groups: number,
  { most, scales, areSmall }: Span,
): Result<readonly DecimalSum[]> => {
  const rows = amounts.mantissa.length;
  // A lane for each scale of each group, and one for its rows without a value.
  const lanes = scales + 1;
  const counts = new Uint32Array(groups * lanes);
  const totals = new Array<bigint>(groups * lanes).fill(0n);
  for (let from = 0; from < rows; from += ROWS_AT_ONCE) {
    const to = Math.min(rows, from + ROWS_AT_ONCE);
    const low = new Float64Array(groups * lanes);
    if (areSmall && most * (to - from) <= Number.MAX_SAFE_INTEGER) addSmall({ ...amounts, group, lanes, from, to }, counts, low);
    else if (most * (to - from) <= Number.MAX_SAFE_INTEGER) addWhole({ ...amounts, group, lanes, from, to }, counts, low);
    else {
      const high = new Float64Array(groups * lanes);
      addHalves({ ...amounts, group, lanes, from, to }, counts, low, high);
      fold(totals, high, BigInt(HALF));
    }
    fold(totals, low, 1n);
  }
  // A code beyond the groups has no lane, so that its row is in no count.
  if (counts.reduce((all, count) => all + count, 0) < rows) return fail([groupIssue(group, groups)]);
  return ok(
    Array.from({ length: groups }, (_, whose) =>
      together(counts.subarray(whose * lanes, (whose + 1) * lanes), totals.slice(whose * lanes, (whose + 1) * lanes)),
    ),
  );
};

/** Some rows, and how many lanes each group has. */
interface Rows extends DecimalColumn {
  readonly group: GroupColumn['group'];
  readonly lanes: number;
  readonly from: number;
  readonly to: number;
}

const addSmall = ({ mantissa, scale, group, lanes, from, to }: Rows, counts: Uint32Array, low: Float64Array): void => {
  for (let row = from; row < to; row += 1) {
    const lane = (group[row] ?? 0) * lanes + (scale[row] ?? 0);
    counts[lane] = (counts[lane] ?? 0) + 1;
    low[lane] = (low[lane] ?? 0) + (mantissa[row] ?? NaN);
  }
};

const addWhole = ({ mantissa, scale, group, lanes, from, to }: Rows, counts: Uint32Array, low: Float64Array): void => {
  const unknown = lanes - 1;
  for (let row = from; row < to; row += 1) {
    const value = mantissa[row] ?? NaN;
    const lane = (group[row] ?? 0) * lanes + (Number.isNaN(value) ? unknown : (scale[row] ?? 0));
    counts[lane] = (counts[lane] ?? 0) + 1;
    low[lane] = (low[lane] ?? 0) + value;
  }
};

const addHalves = ({ mantissa, scale, group, lanes, from, to }: Rows, counts: Uint32Array, low: Float64Array, high: Float64Array): void => {
  const unknown = lanes - 1;
  for (let row = from; row < to; row += 1) {
    const value = mantissa[row] ?? NaN;
    const lane = (group[row] ?? 0) * lanes + (Number.isNaN(value) ? unknown : (scale[row] ?? 0));
    const upper = Math.floor(value / HALF);
    counts[lane] = (counts[lane] ?? 0) + 1;
    high[lane] = (high[lane] ?? 0) + upper;
    low[lane] = (low[lane] ?? 0) + (value - upper * HALF);
  }
};

const groupIssue = (group: GroupColumn['group'], groups: number): Issue => {
  const row = group.findIndex((value) => value >= groups);
  return columnIssue('column_value', { column: 'group', row, value: group[row] ?? NaN, asked: `0 to ${String(groups - 1)}` }, [
    'group',
    row,
  ]);
};

const fold = (totals: bigint[], lanes: Float64Array, times: bigint): void => {
  lanes.forEach((sum, lane) => {
    // The lane of unknown values holds NaN.
    if (!Number.isNaN(sum) && sum !== 0) totals[lane] = (totals[lane] ?? 0n) + BigInt(sum) * times;
  });
};

/** The lanes of one group as one fraction. */
const together = (counts: Uint32Array, totals: readonly bigint[]): DecimalSum => {
  let [sum, n, places] = [0n, 0, 0];
  const unknown = counts[counts.length - 1] ?? 0;
  for (let scale = 0; scale + 1 < counts.length; scale += 1) {
    if (counts[scale] === 0) continue;
    n += counts[scale] ?? 0;
    sum = sum * 10n ** BigInt(scale - places) + (totals[scale] ?? 0n);
    places = scale;
  }
  return { numerator: toWhole(sum), denominator: toWhole(10n ** BigInt(places)), n, unknown };
};
