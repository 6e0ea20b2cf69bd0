import type { Instant } from '../../kernel/instant.js';
import { fail, ok, type Result } from '../../kernel/result.js';
import type { TargetFilter } from '../filter/filter.js';
import { judgesOf } from '../score/judge.js';
import type { AccountColumns } from './account-columns.js';
import { conditionsAsked, contactCounts } from './asked.js';
import { cellIssues, columnIssues } from './check-columns.js';
import { accountSources } from './contact-counts.js';
import { planOf } from './plan.js';
import { emptyScores, settler, type ColumnScores } from './settle.js';
import { BLOCK } from './sources.js';

/**
 * Score many accounts at once, from typed columns: the same integers as `score` gives for each. What one account's reasons
 * are, `scorer` says of it: see `accountAt`.
 *
 * Every different word and list is asked once, of numbers every stretch between two thresholds; a row costs a look at its cells.
 *
 * Issues: `icp.missing_column` for an attribute that criteria in force ask and nobody filled in (one that is not known of
 * any account is a column that says so), `icp.bad_column` for one of another length or kind, or with a cell that is none.
 *
 * @example
 * ```ts
 * import { scoreColumns } from 'revpact/icp';
 *
 * const when = { is: 'range', attribute: 'employees', from: '50' } as const;
 * const size = { id: 'size', title: 'Big enough?', missing: 'neutral', role: 'weighted', when, points: 30 } as const;
 * const filter = { id: 'core', title: 'Core market', criteria: [size], tiers: [{ id: 'A', atLeast: 30 }] };
 * const employees = { kind: 'number', values: Float64Array.of(250, 3, NaN) } as const;
 * const scored = scoreColumns(filter, { rows: 3, ids: ['a1', 'a2', 'a3'], account: { employees } }, { asOf: 0 });
 * scored.ok ? [scored.value.points, scored.value.max, scored.value.tier] : [] // => [Int32Array.of(30, 0, 0), Int32Array.of(30, 30, 0), Int8Array.of(0, -1, -1)]
 * ```
 */
export const scoreColumns = (filter: TargetFilter, columns: AccountColumns, { asOf }: { readonly asOf: Instant }): Result<ColumnScores> => {
  const judges = judgesOf(filter.criteria, asOf);
  const conditions = judges.flatMap(({ criterion }) => conditionsAsked(criterion));
  const issues = columnIssues(conditions, columns);
  if (issues.length > 0) return fail(issues);
  // Contacts are counted before the accounts are read.
  const strange = conditions.some((condition) => contactCounts(condition).length > 0) ? cellIssues(conditions, columns) : [];
  if (strange.length > 0) return fail(strange);

  const { rows } = columns;
  const plan = planOf(judges, accountSources(conditions, columns));
  const scores = emptyScores(rows, judges.reduce((sum, { most }) => sum + most, 0));
  const settle = settler(filter.tiers, plan, scores);
  const sums = Array.from({ length: plan.layout.lanes }, () => new Int32Array(BLOCK));
  let fine = true;
  for (let start = 0; start < rows; start += BLOCK) {
    const length = Math.min(BLOCK, rows - start);
    for (const lane of sums) lane.fill(0);
    for (const step of plan.steps) fine = step(start, length, sums) && fine;
    settle(start, length, sums);
  }
  return fine ? ok(scores) : fail(cellIssues(conditions, columns));
};
