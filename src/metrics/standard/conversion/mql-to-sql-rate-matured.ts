import type { FactMetric } from '../../definition/metric.js';

/** The cohort rate of leads that are at least 90 days old. */
export const mqlToSqlRateMatured = {
  id: 'mql_to_sql_rate_matured',
  title: 'MQL-to-SQL conversion rate, matured cohort',
  question: 'Of the leads that became MQL in the period and are at least 90 days old, how many did sales qualify since?',
  hides: 'The most recent leads. Older ones had more time than younger ones.',
  source: 'Rekener: wait at least for the length of the conversion cycle before a cohort is read; 90 days here.',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'milestone',
    of: 'lead',
    base: { milestone: 'mql', pick: 'first' },
    target: { milestone: 'sql', reach: 'strict' },
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'base.at',
    maturity: { olderThanMs: 7_776_000_000 },
    where: [],
  },
} as const satisfies FactMetric;
