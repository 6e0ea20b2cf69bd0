import type { FactMetric } from '../../definition/metric.js';

/** The cohort rate by the last entry of each lead into MQL before asOf. */
export const mqlToSqlRateLast = {
  id: 'mql_to_sql_rate_last',
  title: 'MQL-to-SQL conversion rate, by last entry',
  question: 'Of the leads that last became MQL in the period, how many did sales qualify since then?',
  hides: 'Earlier attempts. A lead that is qualified again later leaves the cohort it was in.',
  source: 'HubSpot keeps the latest entry into a stage where a lead comes back.',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'milestone',
    of: 'lead',
    base: { milestone: 'mql', pick: 'last' },
    target: { milestone: 'sql', reach: 'strict' },
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'base.at',
    maturity: 'flag',
    where: [],
  },
} as const satisfies FactMetric;
