import { fail, ok, type Result } from '../kernel/result.js';
import type { Issue } from '../kernel/issue.js';
import { tableOf } from './basis.js';
import { ColumnRef, columnIssues } from './column-ref.js';
import { readWith } from '../kernel/schema.js';
import type { MetricDefinition } from './metric.js';

/** The member of one group: the value of each column grouped by, `null` where it is not known. */
export type GroupKey = Readonly<Record<ColumnRef, string | null>>;

/**
 * Read the columns to group a metric by: text columns of its row or of the lead.
 *
 * Issues: `input.invalid`, `metrics.unknown_column`, `metrics.unusable_column`; all at once.
 */
export const safeParseGroupBy = (definition: MetricDefinition, input: readonly string[]): Result<readonly ColumnRef[]> => {
  const issues: Issue[] = input.flatMap((ref, i) => {
    const read = readWith(ColumnRef, ref, [i]);
    return read.ok ? columnIssues(ref, tableOf(definition.basis), ['text'], [i]) : read.issues;
  });
  return issues.length === 0 ? ok([...new Set(input)]) : fail(issues);
};

/** Groups in order of their members, by code units; `null` comes last. */
export const compareGroups = (a: readonly (string | null)[], b: readonly (string | null)[]): number => {
  for (let i = 0; i < a.length; i += 1) {
    const [x = null, y = null] = [a[i], b[i]];
    if (x === y) continue;
    if (x === null) return 1;
    return y === null || x < y ? -1 : 1;
  }
  return 0;
};

export const groupKey = (columns: readonly ColumnRef[], members: readonly (string | null)[]): GroupKey =>
  Object.fromEntries(columns.map((column, i) => [column, members[i] ?? null]));
