import type { FactMetric } from '../../definition/metric.js';
import { mqlToSqlRate } from './mql-to-sql-rate.js';

/** The cohort rate by the last entry of each lead into MQL before asOf. */
export const mqlToSqlRateLast = /* @__PURE__ */ (() =>
  ({
    ...mqlToSqlRate,
    id: 'mql_to_sql_rate_last',
    title: 'MQL-to-SQL conversion rate, by last entry',
    question: 'Of the leads that last became MQL in the period, how many did sales qualify since then?',
    hides: 'Earlier attempts. A lead that is qualified again later leaves the cohort it was in.',
    source: 'HubSpot keeps the latest entry into a stage where a lead comes back.',
    basis: { ...mqlToSqlRate.basis, base: { milestone: 'mql', pick: 'last' } },
  }) as const satisfies FactMetric)();
