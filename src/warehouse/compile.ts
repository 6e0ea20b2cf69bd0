import { unwrap } from '../kernel/result.js';
import { inapplicable, type Inapplicable } from '../metrics/applicable.js';
import { tableOf } from '../metrics/basis.js';
import type { MetricOptions } from '../metrics/candidate.js';
import { safeParseGroupBy } from '../metrics/group.js';
import type { Measure } from '../metrics/measure.js';
import { definitionHash, type MetricDefinition } from '../metrics/metric.js';
import { readsLead } from '../metrics/unit.js';
import { comment, integer, type Dialect } from './dialect.js';
import { milestoneSql } from './milestone-sql.js';
import { rowSql } from './row-sql.js';
import type { SelectOptions } from './select.js';
import type { TablePath } from './tables.js';

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
  const scope = { dialect, rows: tableOf(basis), asOf: options.asOf };
  const selecting: SelectOptions = { ...options, groupBy, joinsLead: readsLead(definition, groupBy) };
  const candidates = basis.kind === 'milestone' ? milestoneSql(basis, scope, selecting) : rowSql(measure, basis, scope, selecting);
  const dims = groupBy.map((_, i) => `dim_${String(i + 1)}`);
  const { start, end } = options.period;
  return {
    applicable: true,
    sql: [
      comment(`revpact metric ${definition.id} definition ${definitionHash(definition)}`),
      `WITH ${candidates},`,
      `cohort AS (SELECT * FROM candidate WHERE axis_at >= ${integer(start)} AND axis_at < ${integer(end)})`,
      ...figures(measure, dims, dialect),
    ].join('\n'),
  };
};

const figures = (measure: Measure, dims: readonly string[], dialect: Dialect): readonly string[] => {
  switch (measure.kind) {
    case 'count':
    case 'share':
    case 'ratio':
      return grouped(
        [
          `COUNT(CASE WHEN in_num = 1 THEN 1 END) AS metric_num`,
          `COUNT(CASE WHEN in_den = 1 THEN 1 END) AS metric_den`,
          `COUNT(CASE WHEN pending = 1 THEN 1 END) AS metric_open`,
        ],
        dims,
        'cohort',
      );
    case 'percentile': {
      const within = dims.length === 0 ? '' : `PARTITION BY ${dims.join(', ')} `;
      const rank = `place * ${integer(measure.rank.denominator)} >= ${integer(measure.rank.numerator)} * units`;
      const place = `ROW_NUMBER() OVER (${within}ORDER BY CASE WHEN unit_value IS NULL THEN 1 ELSE 0 END, unit_value) AS place`;
      return [
        `, ranked AS (SELECT ${[...dims, 'unit_value', place].join(', ')}, COUNT(*) OVER (${within}) AS units FROM cohort)`,
        ...grouped(
          [
            `COUNT(*) AS metric_n`,
            `COUNT(CASE WHEN unit_value IS NULL THEN 1 END) AS metric_open`,
            `MIN(CASE WHEN ${rank} THEN unit_value END) AS metric_ms`,
            `MAX(unit_value) AS metric_longest`,
          ],
          dims,
          'ranked',
        ),
      ];
    }
    case 'sum': {
      const priced = 'CASE WHEN in_num = 1 AND unit_value IS NOT NULL THEN unit_currency END AS metric_currency';
      return [
        `, priced AS (SELECT ${[...dims, 'unit_value', 'in_num', 'pending', priced].join(', ')} FROM cohort)`,
        ...grouped(
          [
            `metric_currency`,
            `${dialect.wideSum('CASE WHEN metric_currency IS NOT NULL THEN unit_value END')} AS metric_minor`,
            `COUNT(CASE WHEN in_num = 1 THEN 1 END) AS metric_n`,
            `COUNT(CASE WHEN pending = 1 THEN 1 END) AS metric_open`,
          ],
          dims,
          'priced',
          ['metric_currency'],
        ),
      ];
    }
  }
};

const grouped = (figures: readonly string[], dims: readonly string[], from: string, also: readonly string[] = []): readonly string[] => {
  const by = [...dims, ...also];
  return [`SELECT ${[...dims, ...figures].join(', ')}`, `FROM ${from}`, ...(by.length === 0 ? [] : [`GROUP BY ${by.join(', ')}`])];
};
