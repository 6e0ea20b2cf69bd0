import { fail, ISSUE_LIMIT, ok, type Result } from '../../kernel/result.js';
import type { Issue } from '../../kernel/issue.js';
import { columnIssue } from './issues.js';

/** Decimal numbers as columns: row i is `mantissa[i]` over ten to the power of `scale[i]`. Money in minor units has scale 0. */
export interface DecimalColumn {
  /** Safe integers; `NaN` is null. */
  readonly mantissa: Float64Array;
  /** Digits after the point: 0 to 18. */
  readonly scale: Uint8Array;
}

/** The most digits after the point, as in decimal text everywhere else. */
export const MOST_SCALE = 18;

/**
 * Decimal text as a column: digits, at most one point, no exponent. `'12.50'` is 1250 at scale 2; null stays null.
 *
 * Issues, the first thousand: `metrics.not_decimal` for text that is no decimal or has more than 18 digits after its point,
 * `metrics.beyond_safe_integers` for one whose digits are beyond 2^53, which no column of numbers holds exactly.
 *
 * @example
 * ```ts
 * import { decimalColumn } from 'revpact/metrics';
 *
 * const read = decimalColumn(['12.50', '-3', null]);
 * read.ok ? [[...read.value.mantissa], [...read.value.scale]] : [] // => [[1250, -3, NaN], [2, 0, 0]]
 * ```
 */
export const decimalColumn = (texts: readonly (string | null)[]): Result<DecimalColumn> => {
  const mantissa = new Float64Array(texts.length);
  const scale = new Uint8Array(texts.length);
  const issues: Issue[] = [];
  let issueCount = 0;
  for (let row = 0; row < texts.length; row += 1) {
    const text = texts[row] ?? null;
    const places = text === null ? 0 : placesOf(text);
    const read = text === null || places < 0 ? NaN : digitsOf(text);
    if (text !== null && (places < 0 || !Number.isSafeInteger(read))) {
      issueCount += 1;
      if (issues.length < ISSUE_LIMIT) {
        const params = { row, text: text.slice(0, 40) };
        issues.push(columnIssue(places < 0 ? 'not_decimal' : 'beyond_safe_integers', params, [row]));
      }
      continue;
    }
    mantissa[row] = read;
    scale[row] = places;
  }
  return issueCount > 0 ? fail(issues, issueCount) : ok({ mantissa, scale });
};

const MINUS = 45;
const POINT = 46;
const ZERO = 48;

/** Digits after the point; -1 where the text is no decimal. */
const placesOf = (text: string): number => {
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  let point = -1;
  for (let i = start; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === POINT && point < 0 && i > start) point = i;
    else if (code < ZERO || code > ZERO + 9) return -1;
  }
  if (text.length === start || point === text.length - 1) return -1;
  const places = point < 0 ? 0 : text.length - 1 - point;
  return places > MOST_SCALE ? -1 : places;
};

/** All digits as one number; unsafe where there are too many. */
const digitsOf = (text: string): number => {
  const isNegative = text.charCodeAt(0) === MINUS;
  let digits = 0;
  for (let i = isNegative ? 1 : 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code !== POINT) digits = digits * 10 + (code - ZERO);
  }
  return isNegative && digits > 0 ? -digits : digits;
};
