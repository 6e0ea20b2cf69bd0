import { unwrap } from '../kernel/result.js';
import { tableOf } from '../metrics/definition/basis.js';
import { definitionHash, isFormula, type MetricDefinition } from '../metrics/definition/metric.js';
import { inapplicable, type Inapplicable } from '../metrics/engine/applicable.js';
import type { MetricOptions } from '../metrics/engine/candidate.js';
import { safeParseGroupBy } from '../metrics/engine/group.js';
import { inputsOf, type Input } from '../metrics/engine/inputs.js';
import { readsLead } from '../metrics/engine/unit.js';
import { comment, type Dialect } from './dialect.js';
import { figureSql, statementOf, type FigureSql } from './figure-sql.js';
import { formulaSql } from './formula-sql.js';
import { stepsFor } from './rate-sql.js';
import type { TablePath } from './tables.js';

/** What a metric is compiled for. */
export interface CompileOptions extends MetricOptions {
  /** Where the fact tables are; the engine's default place where it is left out. */
  readonly path?: TablePath;
}

/** A metric as one SQL statement, or why the framework has no such number. */
export type Compiled = { readonly applicable: true; readonly sql: string } | { readonly applicable: false; readonly reason: Inapplicable };

/**
 * A metric as one statement over the fact tables. It returns integers only, one row for each group (and currency, and
 * input of a formula), which `decode` reads; `tallyOf` gives the same integers from the same facts. Without `groupBy` it is
 * the figure of all units.
 *
 * The statement is of SQL that engines read alike: common table expressions, `ROW_NUMBER`, `CASE`, `COUNT`, `MIN`, `MAX`,
 * `SUM` of a wide integer, joins on equality; no division, no floating point, no date functions, no percentile of the
 * engine's own. Money is added up by currency and rate, and multiplied by `decode`. Everything in it that came from outside
 * is a checked integer, a quoted name or quoted text. It connects to nothing.
 *
 * Throws a `RevpactError` for columns to group by that do not exist, for rates that cannot be read, and where an input of a
 * formula asks for an earlier period than is known.
 */
export const compile = (definition: MetricDefinition, dialect: Dialect, options: CompileOptions): Compiled => {
  const groupBy = unwrap(safeParseGroupBy(definition, options.groupBy ?? []));
  const reason = inapplicable(definition, options.framework);
  if (reason !== null) return { applicable: false, reason };
  const figures = inputsOf(definition, groupBy, options).map((input) => [input.name, figureOf(input, dialect, options.path ?? [])] as const);
  const sql = isFormula(definition) ? formulaSql(new Map(figures), dialect) : figures.map(([, figure]) => statementOf(figure)).join('');
  return { applicable: true, sql: `${comment(`revpact metric ${definition.id} definition ${definitionHash(definition)}`)}\n${sql}` };
};

const figureOf = ({ measure, basis, groupBy, options }: Input, dialect: Dialect, path: TablePath): FigureSql => {
  const { framework, period, asOf } = options;
  const filters = [...basis.where, ...(basis.kind === 'rows' && basis.target?.is === 'met' ? basis.target.all : [])];
  return figureSql(measure, basis, stepsFor(measure, options), {
    dialect,
    rows: tableOf(basis),
    path,
    framework,
    period,
    asOf,
    groupBy,
    joinsLead: readsLead({ measure, basis }, groupBy),
    related: filters.filter((filter) => filter.is === 'related'),
  });
};
