import type { FactMetric } from '../../definition/metric.js';
import { mqlToSqlRate } from './mql-to-sql-rate.js';

/** The cohort rate of leads that are at least 90 days old. */
export const mqlToSqlRateMatured = /* @__PURE__ */ (() =>
  ({
    ...mqlToSqlRate,
    id: 'mql_to_sql_rate_matured',
    title: 'MQL-to-SQL conversion rate, matured cohort',
    question: 'Of the leads that became MQL in the period and are at least 90 days old, how many did sales qualify since?',
    hides: 'The most recent leads. Older ones had more time than younger ones.',
    source: 'Rekener: wait at least for the length of the conversion cycle before a cohort is read; 90 days here.',
    basis: { ...mqlToSqlRate.basis, maturity: { olderThanMs: 7_776_000_000 } },
  }) as const satisfies FactMetric)();
