import { fail, ok, type Result } from '../../kernel/result.js';
import type { Issue } from '../../kernel/issue.js';
import type { Instant } from '../../kernel/instant.js';
import { readWith } from '../../kernel/schema.js';
import { GroupRef } from '../definition/column-ref.js';
import { dimensionIssues, formulaDimensionIssues, isOfTarget, targetColumn } from '../definition/dimension.js';
import { isFormula, type MetricDefinition } from '../definition/metric.js';
import { unitText } from './as-of.js';
import type { Unit } from './candidate.js';
import type { FactSource, TableSource } from './source.js';

/** The member of one group: the value of each column grouped by, `null` where it is not known. */
export type GroupKey = Readonly<Record<GroupRef, string | null>>;

/**
 * Read the columns to group a metric by: text columns of its row, of the lead or (`target.`) of what was reached. A column
 * of a formula must be one of some input; an input that lacks it is taken whole over it.
 *
 * Issues: `input.invalid`, `metrics.unknown_column`, `metrics.unusable_column`; all at once.
 */
export const safeParseGroupBy = (definition: MetricDefinition, input: readonly string[]): Result<readonly GroupRef[]> => {
  const unread: readonly Issue[] = input.flatMap((ref, i) => {
    const read = readWith(GroupRef, ref, [i]);
    return read.ok ? [] : read.issues;
  });
  const issues = isFormula(definition)
    ? [...unread, ...(unread.length === 0 ? formulaDimensionIssues(input, definition.basis, []) : [])]
    : input.flatMap((ref, i) => [
        ...unread.filter(({ path }) => path[0] === i),
        ...(unread.some(({ path }) => path[0] === i) ? [] : dimensionIssues(ref, definition.basis, definition.measure, [i])),
      ]);
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

export const groupKey = (columns: readonly GroupRef[], members: readonly (string | null)[]): GroupKey =>
  Object.fromEntries(columns.map((column, i) => [column, members[i] ?? null]));

/** The members of units by some columns, each combination under one number. */
export interface Grouping {
  readonly of: (unit: Unit) => number;
  readonly members: (group: number) => readonly (string | null)[];
}

/** How units fall into groups. No columns make one group of all. */
export const groupingOf = (refs: readonly GroupRef[], source: FactSource, rows: TableSource, asOf: Instant): Grouping => {
  const columns = refs.map((ref) => {
    const ofTarget = isOfTarget(ref);
    const { words, read } = unitText(source, ofTarget ? targetColumn(ref) : ref, rows, asOf);
    // One more than the word's position, so that 0 is "not known".
    const code = ofTarget
      ? ({ targetRow, lead }: Unit): number => (targetRow < 0 ? 0 : read(targetRow, lead) + 1)
      : ({ row, lead }: Unit): number => read(row, lead) + 1;
    return { words, code };
  });
  const steps = columns.map(() => new Map<number, number>());
  const members: (readonly (string | null)[])[] = [];
  const last = columns.length - 1;
  return {
    of: (unit) => {
      let group = 0;
      for (let i = 0; i <= last; i += 1) {
        const [column, step] = [columns[i], steps[i]];
        if (column === undefined || step === undefined) continue;
        const at = group * SPREAD + column.code(unit);
        let next = step.get(at);
        if (next === undefined) {
          next = step.size;
          step.set(at, next);
          if (i === last) members[next] = columns.map(({ words, code }) => words[code(unit) - 1] ?? null);
        }
        group = next;
      }
      return group;
    },
    members: (group) => members[group] ?? [],
  };
};

/** Above the number of words that a column can have, so that a number and a code make one number below 2^53. */
const SPREAD = 67_108_864;
