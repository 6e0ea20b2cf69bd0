import type { Issue, Path } from '../kernel/issue.js';
import { tableOf, type Basis } from './basis.js';
import { FACT_READINGS, type FactKey } from './column.js';
import { columnIssues } from './column-ref.js';
import { columnsOf, filterIssues, type Filter } from './filter.js';
import { metricsIssue } from './issues.js';
import type { Measure } from './measure.js';

interface Checked {
  readonly unit: string;
  readonly measure: Measure;
  readonly basis: Basis;
}

/** What a definition's shape cannot say: columns that exist and fit, and a measure that fits its basis. */
export const definitionIssues = ({ unit, measure, basis }: Checked): readonly Issue[] => {
  const expected = unitOf(basis);
  return [
    ...(unit === expected ? [] : [metricsIssue('wrong_unit', { unit, expected }, ['unit'])]),
    ...basisIssues(basis),
    ...measureIssues(measure, basis),
  ];
};

const unitOf = (basis: Basis): string =>
  basis.kind === 'milestone' && basis.base.pick !== 'every' ? 'lead' : FACT_READINGS[tableOf(basis)].unit;

const basisIssues = (basis: Basis): readonly Issue[] => {
  const table = tableOf(basis);
  const where = basis.where.flatMap((filter, i) => filterIssues(filter, table, ['basis', 'where', i]));
  if (basis.kind === 'milestone') return where;
  const { target } = basis;
  return [
    ...where,
    ...basis.date.flatMap((ref, i) => columnIssues(ref, table, ['moment'], ['basis', 'date', i])),
    ...basis.settled.flatMap((ref, i) => columnIssues(ref, table, ['moment'], ['basis', 'settled', i])),
    ...(target === null
      ? []
      : target.is === 'met'
        ? target.all.flatMap((filter, i) => targetIssues(filter, table, ['basis', 'target', 'all', i]))
        : columnIssues(target.column, table, ['moment'], ['basis', 'target', 'column'])),
  ];
};

/** Whether a target is met is the row's own doing: what is known of its lead is not part of it. */
const targetIssues = (filter: Filter, table: FactKey, path: Path): readonly Issue[] => [
  ...filterIssues(filter, table, path),
  ...columnsOf(filter)
    .filter((ref) => ref.startsWith('lead.'))
    .map((ref) => metricsIssue('unusable_column', { column: ref, needed: 'a column of the row', found: 'a column of its lead' }, path)),
];

const measureIssues = (measure: Measure, basis: Basis): readonly Issue[] => {
  const wrong = (reason: string): Issue => metricsIssue('wrong_measure', { measure: measure.kind, reason }, ['measure']);
  const table = tableOf(basis);
  const own = basis.kind === 'milestone' && basis.cohort === 'own';
  const issues: Issue[] = own && measure.kind !== 'ratio' ? [wrong('does not date base and target apart')] : [];
  if (basis.kind === 'milestone' && basis.cohort === 'target.at' && basis.target === null)
    issues.push(wrong('dated by its target needs one'));
  switch (measure.kind) {
    case 'count':
      return issues;
    case 'share':
      if (basis.target === null) issues.push(wrong('needs a target'));
      if (basis.kind === 'milestone' && basis.cohort === 'target.at') issues.push(wrong('dated by its target is always whole'));
      return issues;
    case 'ratio':
      if (!own || basis.target === null || basis.window !== null) issues.push(wrong('needs a target, dates of its own and no window'));
      return issues;
    case 'percentile': {
      const milestone = basis.kind === 'milestone';
      const ends = milestone
        ? measure.from === 'base.at' && measure.to === 'target.at'
        : measure.from !== 'base.at' && measure.to !== 'target.at';
      if (!ends) return [...issues, wrong('runs from base.at to target.at, or between two columns of a row')];
      if (milestone && (basis.target === null || basis.window !== null)) issues.push(wrong('needs a target and no window'));
      if (!milestone && basis.target !== null) issues.push(wrong('of rows ends where its column says, and takes no target'));
      if (milestone) return issues;
      return [
        ...issues,
        ...columnIssues(measure.from, table, ['integer', 'moment'], ['measure', 'from']),
        ...columnIssues(measure.to, table, ['integer', 'moment'], ['measure', 'to']),
      ];
    }
    case 'sum':
      if (basis.kind === 'milestone') return [...issues, wrong('adds up rows; a stage visit has no amount')];
      return [
        ...issues,
        ...columnIssues(measure.amount, table, ['integer'], ['measure', 'amount']),
        ...columnIssues(measure.currency, table, ['text'], ['measure', 'currency']),
      ];
  }
};
