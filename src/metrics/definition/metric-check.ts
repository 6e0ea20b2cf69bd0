import type { Issue, Path } from '../../kernel/issue.js';
import { metricsIssue } from '../issues.js';
import { tableOf, type FactBasis, type MilestoneBasis, type RowsBasis } from './basis.js';
import { FACT_READINGS } from './column.js';
import { columnIssues, columnOf, type GroupRef } from './column-ref.js';
import { dimensionIssues, formulaDimensionIssues } from './dimension.js';
import { filterIssues, rowOnly } from './filter-check.js';
import type { FormulaBasis, FormulaMeasure } from './formula.js';
import { stepIssues } from './formula-check.js';
import type { FactMeasure } from './measure.js';
import { measureIssues } from './measure-check.js';

interface Checked {
  readonly unit: string;
  readonly measure: FactMeasure | FormulaMeasure;
  readonly basis: FactBasis | FormulaBasis;
  readonly dimensions: readonly GroupRef[];
}

/** What a definition's shape cannot say: columns that exist and fit, a measure that fits its basis, operands that exist. */
export const definitionIssues = ({ unit, measure, basis, dimensions }: Checked): readonly Issue[] => {
  if (basis.kind === 'formula') {
    if (measure.kind !== 'formula')
      return [metricsIssue('wrong_measure', { measure: measure.kind, reason: 'is made of facts, not of a formula' }, ['measure'])];
    return [
      ...(unit === 'period' ? [] : [metricsIssue('wrong_unit', { unit, expected: 'period' }, ['unit'])]),
      ...Object.entries(basis.inputs).flatMap(([name, input]) =>
        figureIssues(input.unit, input.measure, input.basis, ['basis', 'inputs', name]),
      ),
      ...stepIssues(measure, basis),
      ...formulaDimensionIssues(dimensions, basis, ['dimensions']),
    ];
  }
  if (measure.kind === 'formula')
    return [metricsIssue('wrong_measure', { measure: 'formula', reason: 'is made of named inputs' }, ['measure'])];
  return [
    ...figureIssues(unit, measure, basis, []),
    ...dimensions.flatMap((ref, i) => dimensionIssues(ref, basis, measure, ['dimensions', i])),
  ];
};

const figureIssues = (unit: string, measure: FactMeasure, basis: FactBasis, path: Path): readonly Issue[] => {
  const expected = unitOf(basis);
  return [
    ...(unit === expected ? [] : [metricsIssue('wrong_unit', { unit, expected }, [...path, 'unit'])]),
    ...basisIssues(basis, [...path, 'basis']),
    ...measureIssues(measure, basis, [...path, 'measure']),
  ];
};

const unitOf = (basis: FactBasis): string =>
  basis.kind === 'milestone' && basis.base.pick !== 'every' ? basis.of : FACT_READINGS[tableOf(basis)].unit;

const basisIssues = (basis: FactBasis, path: Path): readonly Issue[] => {
  const where = basis.where.flatMap((filter, i) => filterIssues(filter, tableOf(basis), [...path, 'where', i]));
  return basis.kind === 'milestone' ? [...where, ...milestoneIssues(basis, path)] : [...where, ...rowsIssues(basis, path)];
};

const milestoneIssues = ({ target, window, cohort, order, tie, maturity }: MilestoneBasis, path: Path): readonly Issue[] => {
  const wrong = (reason: string): Issue => metricsIssue('wrong_basis', { reason }, path);
  const issues: Issue[] = [];
  if (target === null && window !== null) issues.push(wrong('a window leads to a target'));
  if (target === null && cohort !== 'base.at') issues.push(wrong('without a target there is no date but that of the base'));
  if (cohort === 'own' && (order !== 'at_or_after' || tie !== 'log_order' || maturity !== 'flag'))
    issues.push(wrong('dated apart and unlinked, base and target have no order, no tie and no age'));
  return issues;
};

const rowsIssues = ({ table, date, settled, target, pick, standing, ahead }: RowsBasis, path: Path): readonly Issue[] => {
  const wrong = (reason: string): Issue => metricsIssue('wrong_basis', { reason }, path);
  const moments = (refs: readonly string[], ...at: Path): readonly Issue[] =>
    refs.flatMap((ref, i) => columnIssues(ref, table, ['moment'], [...path, ...at, i]));
  const issues: Issue[] = [...moments(date, 'date'), ...moments(settled, 'settled')];
  if (standing !== null) issues.push(...moments(standing.until, 'standing', 'until'));
  if (pick !== null) {
    issues.push(...pick.per.flatMap((ref, i) => columnIssues(ref, table, ['text', 'integer'], [...path, 'pick', 'per', i])));
    issues.push(
      ...pick.among.flatMap((one, i) => [
        ...filterIssues(one, table, [...path, 'pick', 'among', i]),
        ...rowOnly(one, [...path, 'pick', 'among', i]),
      ]),
    );
  }
  if (target?.is === 'met') {
    issues.push(
      ...target.all.flatMap((one, i) => [
        ...filterIssues(one, table, [...path, 'target', 'all', i]),
        ...rowOnly(one, [...path, 'target', 'all', i]),
      ]),
    );
  }
  if (target?.is === 'latest') issues.push(...columnIssues(target.column, table, ['moment'], [...path, 'target', 'column']));
  if (target === null && settled.length > 0) issues.push(wrong('without a target nothing is open that could be settled'));
  if (ahead && standing !== null) issues.push(wrong('what is only planned does not stand yet'));
  if (ahead && !date.some((ref) => FACT_READINGS[table].planned.includes(columnOf(ref, table).name)))
    issues.push(wrong('none of its dates is planned'));
  return issues;
};
