import type { FactMeasure } from '../metrics/definition/measure.js';
import { integer, type Dialect } from './dialect.js';

/** What a measure makes of the cohort: further common table expressions, and what is selected from the last of them. */
export interface FiguresSql {
  readonly ctes: readonly string[];
  readonly from: string;
  /** Grouped by these, beside the groups asked for. */
  readonly by: readonly string[];
  /** Whole numbers by name; `decode` reads these names, none of which is a fact column. */
  readonly figures: Readonly<Record<string, string>>;
}

const IN_BASE = 'COUNT(CASE WHEN in_den = 1 THEN 1 END)';
const REACHED = 'COUNT(CASE WHEN in_num = 1 THEN 1 END)';
const OPEN = 'COUNT(CASE WHEN pending = 1 THEN 1 END)';

/** It has an end, and not before its start. */
const ENDED = 'unit_value >= 0';
const SPANS = {
  metric_open: 'COUNT(CASE WHEN unit_value IS NULL THEN 1 END)',
  metric_reversed: 'COUNT(CASE WHEN unit_value < 0 THEN 1 END)',
};

/**
 * Integers only, one row for each group, and for each currency where there are any.
 *
 * @param rate - Which rate applies to a unit, by its `unit_currency` and `axis_at`.
 * @param decided - Whether those without an end are left out, and only counted apart.
 */
export const figuresSql = (measure: FactMeasure, dims: readonly string[], rate: string, decided: boolean, { wide }: Dialect): FiguresSql => {
  const sum = (expression: string): string => `SUM(${wide(expression)})`;
  switch (measure.kind) {
    case 'count':
    case 'share':
    case 'ratio':
      return { ctes: [], from: 'cohort', by: [], figures: { metric_num: REACHED, metric_den: IN_BASE, metric_reached: REACHED, metric_open: OPEN } };
    case 'total':
      return {
        ctes: [],
        from: 'cohort',
        by: [],
        figures: {
          metric_num: sum('CASE WHEN in_num = 1 THEN unit_value END'),
          metric_unknown: 'COUNT(CASE WHEN in_num = 1 AND unit_value IS NULL THEN 1 END)',
          metric_reached: REACHED,
          metric_open: OPEN,
        },
      };
    case 'distinct': {
      const each = [...dims, 'unit_text'].join(', ');
      return {
        ctes: [`told AS (SELECT ${each}, ${REACHED} AS reached, ${OPEN} AS waiting FROM cohort GROUP BY ${each})`],
        from: 'told',
        by: [],
        figures: {
          metric_num: 'COUNT(CASE WHEN reached > 0 AND unit_text IS NOT NULL THEN 1 END)',
          metric_unknown: sum('CASE WHEN unit_text IS NULL THEN reached ELSE 0 END'),
          metric_reached: sum('reached'),
          metric_open: sum('waiting'),
        },
      };
    }
    case 'percentile': {
      const within = dims.length === 0 ? '' : `PARTITION BY ${dims.join(', ')} `;
      // Those without an end rank behind all that have one; where they are in no rank, only those with an end have a place.
      const ranks = measure.unended === 'last' && !decided ? 'unit_value IS NULL OR unit_value >= 0' : ENDED;
      const first = `CASE WHEN ${ENDED} THEN 0 ELSE 1 END`;
      const place = `ROW_NUMBER() OVER (${within}ORDER BY ${first}, unit_value) AS place`;
      const units = `COUNT(CASE WHEN ${ranks} THEN 1 END) OVER (${within}) AS units`;
      const reaches = `${ENDED} AND place * ${integer(measure.rank.denominator)} >= ${integer(measure.rank.numerator)} * units`;
      return {
        ctes: [`ranked AS (SELECT ${[...dims, 'unit_value', place, units].join(', ')} FROM cohort)`],
        from: 'ranked',
        by: [],
        figures: {
          metric_n: `COUNT(CASE WHEN ${decided ? ENDED : 'unit_value IS NULL OR unit_value >= 0'} THEN 1 END)`,
          ...SPANS,
          metric_ms: `MIN(CASE WHEN ${reaches} THEN unit_value END)`,
          metric_longest: `MAX(CASE WHEN ${ENDED} THEN unit_value END)`,
        },
      };
    }
    case 'mean':
      return {
        ctes: [],
        from: 'cohort',
        by: [],
        figures: { metric_num: sum(`CASE WHEN ${ENDED} THEN unit_value END`), metric_den: `COUNT(CASE WHEN ${ENDED} THEN 1 END)`, ...SPANS },
      };
    case 'sum':
      return {
        ctes: [priced(dims, rate)],
        from: 'priced',
        by: MONEY,
        figures: {
          metric_n: 'COUNT(CASE WHEN in_num = 1 AND metric_currency IS NOT NULL THEN 1 END)',
          metric_unknown: 'COUNT(CASE WHEN in_num = 1 AND metric_currency IS NULL THEN 1 END)',
          metric_reached: REACHED,
          metric_minor: sum('CASE WHEN in_num = 1 AND metric_currency IS NOT NULL THEN unit_value END'),
          metric_open: OPEN,
        },
      };
    case 'value_share':
      return {
        ctes: [priced(dims, rate)],
        from: 'priced',
        by: MONEY,
        figures: {
          metric_n: `COUNT(CASE WHEN ${COUNTED} THEN 1 END)`,
          metric_unknown: 'COUNT(CASE WHEN metric_currency IS NULL THEN 1 END)',
          metric_below: 'COUNT(CASE WHEN metric_currency IS NOT NULL AND unit_value < 0 THEN 1 END)',
          metric_reached: REACHED,
          metric_num: sum(`CASE WHEN in_num = 1 AND ${COUNTED} THEN unit_value END`),
          metric_den: sum(`CASE WHEN ${COUNTED} THEN unit_value END`),
          metric_open: 'COUNT(CASE WHEN pending = 1 AND metric_currency IS NOT NULL AND unit_value >= 0 THEN 1 END)',
        },
      };
  }
};

/** One row for each currency, and for each rate of it; what lacks its amount or its currency is in the row of none. */
const MONEY = ['metric_currency', 'metric_rate'];
const COUNTED = 'in_den = 1 AND metric_currency IS NOT NULL AND unit_value >= 0';

const priced = (dims: readonly string[], rate: string): string => {
  const currency = 'CASE WHEN unit_value IS NOT NULL THEN unit_currency END AS metric_currency';
  return `priced AS (SELECT ${[...dims, 'unit_value', 'in_num', 'in_den', 'pending', currency, `${rate} AS metric_rate`].join(', ')} FROM cohort)`;
};
