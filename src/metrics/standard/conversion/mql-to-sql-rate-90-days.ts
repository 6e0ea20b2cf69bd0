import type { FactMetric } from '../../definition/metric.js';

/** The cohort rate within 90 days of becoming MQL, of leads that have had them. */
export const mqlToSqlRate90Days = {
  id: 'mql_to_sql_rate_90_days',
  title: 'MQL-to-SQL conversion rate, within 90 days',
  question: 'Of the leads that became MQL in the period and have had 90 days since, how many did sales qualify within these?',
  hides: 'Who converts later. It gives every cohort the same time, so that cohorts can be compared.',
  source: 'Equal age of cohorts, as in cohort tables of marketing analytics tools.',
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
    window: { ms: 7_776_000_000, edge: '[)' },
    cohort: 'base.at',
    maturity: { olderThanMs: 7_776_000_000 },
    where: [],
  },
} as const satisfies FactMetric;
