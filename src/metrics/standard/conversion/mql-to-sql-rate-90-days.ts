import type { FactMetric } from '../../definition/metric.js';
import { mqlToSqlRate } from './mql-to-sql-rate.js';

/** The cohort rate within 90 days of becoming MQL, of leads that have had them. */
export const mqlToSqlRate90Days = /* @__PURE__ */ (() =>
  ({
    ...mqlToSqlRate,
    id: 'mql_to_sql_rate_90_days',
    title: 'MQL-to-SQL conversion rate, within 90 days',
    question: 'Of the leads that became MQL in the period and have had 90 days since, how many did sales qualify within these?',
    hides: 'Who converts later. It gives every cohort the same time, so that cohorts can be compared.',
    source: 'Equal age of cohorts, as in cohort tables of marketing analytics tools.',
    basis: { ...mqlToSqlRate.basis, window: { ms: 7_776_000_000, edge: '[)' }, maturity: { olderThanMs: 7_776_000_000 } },
  }) as const satisfies FactMetric)();
