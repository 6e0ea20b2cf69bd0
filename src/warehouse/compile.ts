import { unwrap } from '../kernel/result.js';
import { inapplicable, type Inapplicable } from '../metrics/applicable.js';
import { tableOf } from '../metrics/basis.js';
import type { MetricOptions } from '../metrics/candidate.js';
import { safeParseGroupBy } from '../metrics/group.js';
import { definitionHash, type MetricDefinition } from '../metrics/metric.js';
import { readsLead } from '../metrics/unit.js';
import { comment, integer, type Dialect } from './dialect.js';
import { figuresSql } from './figures-sql.js';
import { milestoneSql } from './milestone-sql.js';
import { rowSql } from './row-sql.js';
import type { SelectOptions } from './select.js';
import type { TablePath } from './tables.js';

/** What a metric is compiled for. */
export interface CompileOptions extends MetricOptions {
  /** Where the fact tables are; the engine's default place where it is left out. */
  readonly path?: TablePath;
}

/** A metric as one SQL statement, or why the framework has no such number. */
export type Compiled = { readonly applicable: true; readonly sql: string } | { readonly applicable: false; readonly reason: Inapplicable };

/**
 * A metric as one statement over the fact tables. It returns integers only, one row for each group (and currency), which
 * `decode` reads; `evaluate` gives the same integers from the same facts. Without `groupBy` it is the figure of all units.
 *
 * The statement is of SQL that engines read alike: common table expressions, `ROW_NUMBER`, `CASE`, `COUNT`, `MIN`, `MAX`,
 * joins on equality; no division, no floating point, no date functions, no percentile of the engine's own. Everything in
 * it that came from outside is a checked integer, a quoted name or quoted text. It connects to nothing.
 *
 * Throws a `RevpactError` for columns to group by that do not exist.
 */
export const compile = (definition: MetricDefinition, dialect: Dialect, options: CompileOptions): Compiled => {
  const groupBy = unwrap(safeParseGroupBy(definition, options.groupBy ?? []));
  const reason = inapplicable(definition, options.framework);
  if (reason !== null) return { applicable: false, reason };
  const { basis, measure } = definition;
  const { period, asOf, path = [] } = options;
  const scope = { dialect, rows: tableOf(basis), path, asOf };
  const selecting: SelectOptions = { ...options, groupBy, joinsLead: readsLead(definition, groupBy) };
  const candidates = basis.kind === 'milestone' ? milestoneSql(basis, scope, selecting) : rowSql(measure, basis, scope, selecting);
  const { ctes, select } = figuresSql(
    measure,
    groupBy.map((_, i) => `dim_${String(i + 1)}`),
    dialect,
  );
  // No cohort reaches beyond asOf.
  const within = `axis_at >= ${integer(period.start)} AND axis_at < ${integer(Math.min(period.end, asOf))}`;
  return {
    applicable: true,
    sql: [
      comment(`revpact metric ${definition.id} definition ${definitionHash(definition)}`),
      `WITH ${[...candidates, `cohort AS (SELECT * FROM candidate WHERE ${within})`, ...ctes].join(',\n')}`,
      select,
    ].join('\n'),
  };
};
