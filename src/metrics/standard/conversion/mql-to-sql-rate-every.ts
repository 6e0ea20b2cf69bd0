import type { FactMetric } from '../../definition/metric.js';
import { mqlToSqlRate } from './mql-to-sql-rate.js';

/** The cohort rate of entries: a recycled lead counts each time it becomes MQL. */
export const mqlToSqlRateEvery = /* @__PURE__ */ (() =>
  ({
    ...mqlToSqlRate,
    id: 'mql_to_sql_rate_every',
    title: 'MQL-to-SQL conversion rate, every entry',
    question: 'Of the times that a lead became MQL in the period, after how many did sales qualify it since?',
    hides: 'How many leads that is. One SQL counts for every earlier entry of the same lead in the period.',
    source: 'Every-entry counting, as against first entries.',
    unit: 'visit',
    basis: { ...mqlToSqlRate.basis, base: { milestone: 'mql', pick: 'every' } },
  }) as const satisfies FactMetric)();
