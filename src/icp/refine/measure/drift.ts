import { RevpactError } from '../../../kernel/issue.js';
import { refineIssue } from '../issues.js';
import { checkCounts } from './given.js';

/** Below 0.10 nothing to see, from 0.10 to 0.25 look, above it nothing is used without being looked at. By convention. */
export type DriftVerdict = 'ok' | 'look' | 'stop';

/** How far the spread of values has moved. */
export interface Drift {
  /** Population stability index: the sum of all parts. */
  readonly psi: number;
  readonly verdict: DriftVerdict;
  /**
   * What chance alone stays below 95 times of 100 with so many rows (their index over 1/n + 1/m is near a chi-square with one
   * degree of freedom less than there are cells: Yurdakul 2018). An index below it may be nothing but few rows.
   */
  readonly chance: number;
  readonly cells: readonly { readonly before: number; readonly now: number; readonly part: number }[];
}

const LOOK = 0.1;
const STOP = 0.25;
/** An empty cell counts as half a row: an index without end would say no more than "stop". */
const EMPTY = 0.5;
/** Of the standard normal distribution. */
const UPPER_95 = 1.6448536269514722;

/** The 95 % point of chi-square after Wilson and Hilferty (1931): within a few per cent from one degree of freedom on. */
const chiSquare95 = (degrees: number): number => {
  if (degrees === 0) return 0;
  const spread = 2 / (9 * degrees);
  return degrees * (1 - spread + UPPER_95 * Math.sqrt(spread)) ** 3;
};

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/**
 * The population stability index Σ (now − before) · ln(now ÷ before) over shares of rows in the same cells: bins of an
 * attribute, or parts of a score ({@link scoreCuts}, {@link countsBetween}). A cell that is empty on one side counts as half a
 * row there; one that is empty on both is passed over. Null where either side has no rows at all.
 *
 * @param before - Rows in each cell when it was agreed or fitted.
 * @param now - Rows in each cell now.
 * @example
 * ```ts
 * import { drift } from 'revpact/icp/refine';
 *
 * // 0.2 · ln(0.7 ÷ 0.5) − 0.2 · ln(0.3 ÷ 0.5)
 * drift([500, 500], [700, 300])?.psi.toFixed(4) // => '0.1695'
 * drift([500, 500], [700, 300])?.verdict // => 'look'
 * ```
 */
export const drift = (before: readonly number[], now: readonly number[]): Drift | null => {
  if (before.length !== now.length) {
    throw new RevpactError([refineIssue('unequal_lengths', { what: 'now', length: now.length, with: 'cells', expected: before.length }, ['now'])]);
  }
  checkCounts('before', before);
  checkCounts('now', now);
  const allBefore = total(before);
  const allNow = total(now);
  if (allBefore === 0 || allNow === 0) return null;
  const cells = before.map((rows, i) => {
    const rowsNow = now[i] ?? 0;
    const then = (rows === 0 ? EMPTY : rows) / allBefore;
    const share = (rowsNow === 0 ? EMPTY : rowsNow) / allNow;
    return { before: rows, now: rowsNow, part: rows === 0 && rowsNow === 0 ? 0 : (share - then) * Math.log(share / then) };
  });
  const psi = cells.reduce((sum, { part }) => sum + part, 0);
  const used = cells.filter((cell) => cell.before > 0 || cell.now > 0).length;
  const chance = chiSquare95(used - 1) * (1 / allBefore + 1 / allNow);
  return { psi, verdict: psi > STOP ? 'stop' : psi >= LOOK ? 'look' : 'ok', chance, cells };
};
