import type { Issue, Path } from '../../kernel/issue.js';
import { metricsIssue } from '../issues.js';
import { columnKind, type ColumnKind, type FactKey } from './column.js';
import { columnIssues, columnOf, type ColumnRef } from './column-ref.js';
import { columnsOf, type Filter, type RelatedFilter } from './filter.js';

/** What is wrong with a condition on rows of a table: unknown columns, values that the column cannot hold. */
export const filterIssues = (filter: Filter, rows: FactKey, path: Path): readonly Issue[] => {
  const named = (ref: ColumnRef, needed: readonly ColumnKind[], name = 'column'): readonly Issue[] =>
    columnIssues(ref, rows, needed, [...path, name]);
  switch (filter.is) {
    case 'equals':
      return named(filter.column, [typeof filter.value === 'string' ? 'text' : typeof filter.value === 'boolean' ? 'boolean' : 'integer']);
    case 'one_of':
    case 'milestone':
      return named(filter.column, ['text']);
    case 'null':
    case 'not_null':
      return named(filter.column, ['text', 'integer', 'boolean', 'moment']);
    case 'at_least':
    case 'at_most':
      return named(filter.column, ['integer']);
    case 'past':
    case 'older_than':
    case 'newer_than':
    case 'in_period':
      return named(filter.column, ['moment']);
    case 'not_after':
      return [...named(filter.column, ['moment']), ...named(filter.other, ['moment'], 'other')];
    case 'any':
      return filter.of.flatMap((one, i) => filterIssues(one, rows, [...path, 'of', i]));
    case 'related':
      return relatedIssues(filter, rows, path);
  }
};

const relatedIssues = (filter: RelatedFilter, rows: FactKey, path: Path): readonly Issue[] => {
  const { table, on, where, at, after, before, atLeast, atMost } = filter;
  const wrong = (reason: string): Issue => metricsIssue('wrong_filter', { reason }, path);
  const issues: Issue[] = [
    ...on.flatMap(({ theirs, ours }, i) => [
      ...columnIssues(theirs, table, ['text', 'integer'], [...path, 'on', i, 'theirs']),
      ...columnIssues(ours, rows, ['text', 'integer'], [...path, 'on', i, 'ours']),
      ...(kindOf(theirs, table) === kindOf(ours, rows) ? [] : [wrong(`"${theirs}" and "${ours}" are of different kinds and never equal`)]),
    ]),
    ...where.flatMap((one, i) => [...filterIssues(one, table, [...path, 'where', i]), ...rowOnly(one, [...path, 'where', i])]),
    ...columnIssues(at, table, ['moment'], [...path, 'at']),
    ...(after === null ? [] : columnIssues(after.column, rows, ['moment'], [...path, 'after', 'column'])),
    ...(before === null ? [] : columnIssues(before.column, rows, ['moment'], [...path, 'before', 'column'])),
  ];
  if (atLeast === null && atMost === null) issues.push(wrong('related rows are counted against at least or at most so many'));
  if (atLeast !== null && atMost !== null && atLeast > atMost) issues.push(wrong('no number is at least more than it is at most'));
  return issues;
};

const kindOf = (ref: ColumnRef, rows: FactKey): ColumnKind | null => {
  const { table, name } = columnOf(ref, rows);
  return columnKind(table, name);
};

/** What is known of a unit's lead is not part of this: an issue for each column of a lead. */
export const rowOnly = (filter: Filter, path: Path): readonly Issue[] =>
  columnsOf(filter)
    .filter((ref) => ref.startsWith('lead.'))
    .map((ref) => metricsIssue('unusable_column', { column: ref, needed: 'a column of the row', found: 'a column of its lead' }, path));
