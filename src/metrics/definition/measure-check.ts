import type { Issue, Path } from '../../kernel/issue.js';
import { metricsIssue } from '../issues.js';
import { tableOf, type FactBasis } from './basis.js';
import { columnKind, type ColumnKind } from './column.js';
import { columnIssues, columnOf, type ColumnRef } from './column-ref.js';
import type { FactMeasure } from './measure.js';

/** What is wrong with a measure over a basis: columns that it cannot use, and what the two make no sense of together. */
export const measureIssues = (measure: FactMeasure, basis: FactBasis, path: Path): readonly Issue[] => {
  const wrong = (reason: string): Issue => metricsIssue('wrong_measure', { measure: measure.kind, reason }, path);
  const table = tableOf(basis);
  const milestone = basis.kind === 'milestone';
  const column = (ref: ColumnRef, needed: readonly ColumnKind[], ...at: Path): readonly Issue[] =>
    columnIssues(ref, table, needed, [...path, ...at]);
  const own = milestone && basis.cohort === 'own';
  const issues: Issue[] = own && measure.kind !== 'ratio' ? [wrong('does not date base and target apart')] : [];
  switch (measure.kind) {
    case 'count':
      return issues;
    case 'distinct':
      return [...issues, ...column(measure.column, ['text'], 'column')];
    case 'total':
      return [...issues, ...column(measure.column, ['integer'], 'column')];
    case 'share':
    case 'value_share':
      if (basis.target === null) issues.push(wrong('needs a target'));
      if (milestone && basis.cohort === 'target.at') issues.push(wrong('dated by its target is always whole'));
      if (measure.kind === 'share') return issues;
      if (milestone) return [...issues, wrong('adds up rows; a stage visit has no amount')];
      return [...issues, ...column(measure.amount, ['integer'], 'amount'), ...column(measure.currency, ['text'], 'currency')];
    case 'ratio':
      if (!own || basis.target === null || basis.window !== null) issues.push(wrong('needs a target, dates of its own and no window'));
      return issues;
    case 'percentile':
    case 'mean':
      return [...issues, ...spanIssues(measure, basis, path)];
    case 'sum':
      if (milestone) return [...issues, wrong('adds up rows; a stage visit has no amount')];
      return [
        ...issues,
        ...column(measure.amount, ['integer'], 'amount'),
        ...column(measure.currency, ['text'], 'currency'),
        ...(measure.weight === null ? [] : column(measure.weight, ['integer'], 'weight')),
      ];
  }
};

type Span = Extract<FactMeasure, { readonly kind: 'percentile' | 'mean' }>;

const spanIssues = ({ kind, from, to, plus }: Span, basis: FactBasis, path: Path): readonly Issue[] => {
  const wrong = (reason: string): Issue => metricsIssue('wrong_measure', { measure: kind, reason }, path);
  const table = tableOf(basis);
  const added = plus === null ? [] : columnIssues(plus, table, ['integer'], [...path, 'plus']);
  if (basis.kind === 'milestone') {
    if (from !== 'base.at' || to !== 'target.at') return [wrong(ENDS)];
    return basis.target === null || basis.window !== null ? [...added, wrong('needs a target and no window')] : added;
  }
  if (from === 'base.at' || to === 'target.at') return [wrong(ENDS)];
  const ends = [...from.map((ref, i) => [ref, 'from', i] as const), ...to.map((ref, i) => [ref, 'to', i] as const)];
  const issues = [...added, ...ends.flatMap(([ref, end, i]) => columnIssues(ref, table, ['integer', 'moment'], [...path, end, i]))];
  const kinds = new Set(ends.map(([ref]) => columnKind(table, columnOf(ref, table).name)));
  if (issues.length === 0 && kinds.size > 1)
    issues.push(wrong('runs between moments or between counts of open milliseconds, not from one to the other'));
  if (basis.target !== null) issues.push(wrong('of rows ends where its column says, and takes no target'));
  return issues;
};

const ENDS = 'runs from base.at to target.at, or between columns of a row';
