import type { FactMetric } from '../../definition/metric.js';

/** The cohort rate of entries: a recycled lead counts each time it becomes MQL. */
export const mqlToSqlRateEvery = {
  id: 'mql_to_sql_rate_every',
  title: 'MQL-to-SQL conversion rate, every entry',
  question: 'Of the times that a lead became MQL in the period, after how many did sales qualify it since?',
  hides: 'How many leads that is. One SQL counts for every earlier entry of the same lead in the period.',
  source: 'Every-entry counting, as against first entries.',
  unit: 'visit',
  dimensions: [],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'milestone',
    of: 'lead',
    base: { milestone: 'mql', pick: 'every' },
    target: { milestone: 'sql', reach: 'strict' },
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'base.at',
    maturity: 'flag',
    where: [],
  },
} as const satisfies FactMetric;
