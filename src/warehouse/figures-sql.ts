import type { Measure } from '../metrics/measure.js';
import { integer, type Dialect } from './dialect.js';

/** What a measure makes of the cohort: further common table expressions, and the final select. */
export interface FiguresSql {
  readonly ctes: readonly string[];
  readonly select: string;
}

/** Integers only, by group; `decode` reads these names. No name is one of a fact column. */
export const figuresSql = (measure: Measure, dims: readonly string[], dialect: Dialect): FiguresSql => {
  switch (measure.kind) {
    case 'count':
    case 'share':
    case 'ratio':
      return { ctes: [], select: grouped([...COUNTS, 'COUNT(CASE WHEN in_den = 1 THEN 1 END) AS metric_den'], dims, 'cohort') };
    case 'percentile': {
      const within = dims.length === 0 ? '' : `PARTITION BY ${dims.join(', ')} `;
      const place = `ROW_NUMBER() OVER (${within}ORDER BY CASE WHEN unit_value IS NULL THEN 1 ELSE 0 END, unit_value) AS place`;
      const units = `COUNT(*) OVER (${within}) AS units`;
      const reaches = `place * ${integer(measure.rank.denominator)} >= ${integer(measure.rank.numerator)} * units`;
      const figures = [
        'COUNT(*) AS metric_n',
        'COUNT(CASE WHEN unit_value IS NULL THEN 1 END) AS metric_open',
        `MIN(CASE WHEN ${reaches} THEN unit_value END) AS metric_ms`,
        'MAX(unit_value) AS metric_longest',
      ];
      return {
        ctes: [`ranked AS (SELECT ${[...dims, 'unit_value', place, units].join(', ')} FROM cohort)`],
        select: grouped(figures, dims, 'ranked'),
      };
    }
    case 'sum': {
      const currency = 'CASE WHEN in_num = 1 AND unit_value IS NOT NULL THEN unit_currency END AS metric_currency';
      const minor = `${dialect.wideSum('CASE WHEN metric_currency IS NOT NULL THEN unit_value END')} AS metric_minor`;
      return {
        ctes: [`priced AS (SELECT ${[...dims, 'unit_value', 'in_num', 'pending', currency].join(', ')} FROM cohort)`],
        select: grouped([...COUNTS, minor], [...dims, 'metric_currency'], 'priced'),
      };
    }
  }
};

const COUNTS = ['COUNT(CASE WHEN in_num = 1 THEN 1 END) AS metric_num', 'COUNT(CASE WHEN pending = 1 THEN 1 END) AS metric_open'] as const;

const grouped = (figures: readonly string[], by: readonly string[], from: string): string =>
  [`SELECT\n  ${[...by, ...figures].join(',\n  ')}`, `FROM ${from}`, ...(by.length === 0 ? [] : [`GROUP BY ${by.join(', ')}`])].join('\n');
