import type { FactBasis } from '../metrics/definition/basis.js';
import type { FactMeasure } from '../metrics/definition/measure.js';
import { cohortSql } from './cohort-sql.js';
import { asOfSql } from './expression.js';
import { figuresSql } from './figures-sql.js';
import { leadsSql } from './lead-sql.js';
import { milestoneSql } from './milestone-sql.js';
import { rateSql, type RateSteps } from './rate-sql.js';
import { relatedTables } from './related-sql.js';
import { rowSql } from './row-sql.js';
import type { Scope } from './scope.js';
import { unitSql } from './units-sql.js';

/** One figure as a statement: its common table expressions, and what it selects. */
export interface FigureSql {
  readonly ctes: readonly string[];
  readonly from: string;
  readonly by: readonly string[];
  readonly figures: Readonly<Record<string, string>>;
}

export const figureSql = (measure: FactMeasure, basis: FactBasis, rates: RateSteps, scope: Scope): FigureSql => {
  const { dialect, rows, groupBy } = scope;
  const unit = unitSql(measure, scope);
  const dims = groupBy.map((_, i) => `dim_${String(i + 1)}`);
  const { ctes, from, by, figures } = figuresSql(
    measure,
    dims,
    rateSql('unit_currency', 'axis_at', rates, dialect),
    basis.maturity === 'decided',
    dialect,
  );
  return {
    ctes: [
      asOfSql('seen', rows, scope),
      ...leadsSql(scope),
      ...relatedTables(scope),
      ...(basis.kind === 'milestone' ? milestoneSql(basis, unit, scope) : rowSql(basis, unit, scope)),
      cohortSql(basis, scope),
      ...ctes,
    ],
    from,
    by: [...dims, ...by],
    figures,
  };
};

/** A figure as text: `WITH … SELECT … FROM … GROUP BY …`. */
export const statementOf = ({ ctes, from, by, figures }: FigureSql): string =>
  [
    `WITH ${ctes.join(',\n')}`,
    `SELECT\n  ${[...by, ...Object.entries(figures).map(([name, expression]) => `${expression} AS ${name}`)].join(',\n  ')}`,
    `FROM ${from}`,
    ...(by.length === 0 ? [] : [`GROUP BY ${by.join(', ')}`]),
  ].join('\n');
