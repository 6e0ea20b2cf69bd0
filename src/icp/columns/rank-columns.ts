import { byText, groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import { ok, type Result } from '../../kernel/result.js';
import type { TargetFilter } from '../filter/filter.js';
import type { OutReason } from '../list/target-list.js';
import { scorer } from '../score/score.js';
import { accountAt } from './account-at.js';
import type { AccountColumns } from './account-columns.js';
import { scoreColumns } from './score-columns.js';
import { DISQUALIFIED, MISSING, UNDECIDED, type ColumnScores } from './settle.js';

/** Why a row is not on a ranked list, as columns number it. */
export const OUT_REASONS = [
  'disqualified',
  'must_have_missing',
  'undecided',
  'below_tiers',
  'over_capacity',
  'duplicate',
] as const satisfies readonly OutReason[];

/** What stands in `out` of a row that is on the list. */
export const LISTED = 255;

/** A ranked list of many accounts. */
export interface RankedColumns {
  readonly scores: ColumnScores;
  /** The rows on the list, best first. */
  readonly in: Int32Array;
  /** Of each row: 1 for the best; 0 where it is not on the list. */
  readonly rank: Int32Array;
  /** Of each row: why it is not on the list, as its place in `OUT_REASONS`; 255 where it is. */
  readonly out: Uint8Array;
}

/**
 * Score and rank many accounts at once: the same ranks and reasons as `buildTargetList` gives for the same accounts, with
 * the contacts of the columns. Issues: those of {@link scoreColumns}.
 *
 * @param capacity - How many accounts can be worked; no limit where absent. Throws a `RangeError` on what is no whole number.
 * @example
 * ```ts
 * import { OUT_REASONS, rankColumns } from 'revpact/icp';
 *
 * const when = { is: 'range', attribute: 'employees', from: '50' } as const;
 * const size = { id: 'size', title: 'Big enough?', missing: 'zero', role: 'weighted', when, points: 30 } as const;
 * const filter = { id: 'core', title: 'Core market', criteria: [size], tiers: [{ id: 'A', atLeast: 30 }] };
 * const employees = { kind: 'number', values: Float64Array.of(3, 250, 90) } as const;
 * const ranked = rankColumns(filter, { rows: 3, ids: ['a1', 'a3', 'a2'], account: { employees } }, { asOf: 0 });
 * ranked.ok ? ranked.value.rank : [] // => Int32Array.of(0, 2, 1)
 * ranked.ok ? OUT_REASONS[ranked.value.out[0] ?? 0] : '' // => 'below_tiers'
 * ```
 */
export const rankColumns = (
  filter: TargetFilter,
  columns: AccountColumns,
  { asOf, capacity = Infinity }: { readonly asOf: Instant; readonly capacity?: number },
): Result<RankedColumns> => {
  if (!(capacity >= 0 && (Number.isInteger(capacity) || capacity === Infinity)))
    throw new RangeError('capacity is a whole number of accounts');
  const scored = scoreColumns(filter, columns, { asOf });
  if (!scored.ok) return scored;
  const scores = scored.value;
  const out = outReasons(scores);
  for (const row of duplicates(filter, columns, asOf)) out[row] = OUT_REASONS.indexOf('duplicate');
  const ranked = inOrder(scores, out, columns.ids);
  for (const row of ranked.subarray(Math.min(capacity, ranked.length))) out[row] = OUT_REASONS.indexOf('over_capacity');
  const listed = ranked.slice(0, Math.min(capacity, ranked.length));
  const rank = new Int32Array(scores.rows);
  listed.forEach((row, i) => (rank[row] = i + 1));
  return ok({ scores, in: listed, rank, out });
};

const outReasons = ({ tier, against }: ColumnScores): Uint8Array =>
  Uint8Array.from(tier, (place, row) => {
    if (place >= 0) return LISTED;
    const own = against[row] ?? 0;
    if ((own & DISQUALIFIED) > 0) return OUT_REASONS.indexOf('disqualified');
    if ((own & MISSING) > 0) return OUT_REASONS.indexOf('must_have_missing');
    return OUT_REASONS.indexOf(own === UNDECIDED ? 'undecided' : 'below_tiers');
  });

/** The rows besides an account's own: where rows of one id are not the same in every reason, none of them is known to be the account. */
const duplicates = (filter: TargetFilter, { ids, ...columns }: AccountColumns, asOf: Instant): readonly number[] => {
  if (new Set(ids).size === ids.length) return [];
  const at = accountAt({ ids, ...columns });
  const scoreOf = scorer(filter, asOf);
  const textOf = (row: number): string => {
    const { account, whom } = at(row);
    return JSON.stringify([whom.contact?.id ?? null, scoreOf(account, whom)]);
  };
  const byId = groupBy([...ids.keys()], (row) => ids[row]);
  return [...byId.values()].flatMap((rows) => {
    const [first, ...more] = rows;
    if (more.length === 0) return [];
    const text = textOf(first);
    return more.every((row) => textOf(row) === text) ? more : rows;
  });
};

/** Rows that may be listed, best first. Accounts that stand alike are many, ways to stand are few: those are compared. */
const inOrder = ({ tier, points, max }: ColumnScores, out: Uint8Array, ids: readonly string[]): Int32Array => {
  const rows = Int32Array.from(out.keys()).filter((row) => out[row] === LISTED);
  const standings = new Map<number, number[]>();
  for (const row of rows) {
    // Points and the most of them are less than 2^21 either way.
    const standing = ((tier[row] ?? 0) * 2 ** 22 + (points[row] ?? 0) + 2 ** 21) * 2 ** 21 + (max[row] ?? 0);
    const alike = standings.get(standing);
    if (alike === undefined) standings.set(standing, [row]);
    else alike.push(row);
  }
  const best = (a: number, b: number): number =>
    (tier[a] ?? 0) - (tier[b] ?? 0) || share(b, a) - share(a, b) || (points[b] ?? 0) - (points[a] ?? 0);
  const share = (a: number, b: number): number => (points[a] ?? 0) * Math.max(1, max[b] ?? 0);
  const groups = [...standings.values()].sort(([a = 0], [b = 0]) => best(a, b));
  let filled = 0;
  for (const alike of groups) {
    rows.set(alike.sort((a, b) => byText(ids[a] ?? '', ids[b] ?? '')), filled);
    filled += alike.length;
  }
  return rows;
};
