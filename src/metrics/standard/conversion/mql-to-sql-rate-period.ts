import type { FactMetric } from '../../definition/metric.js';
import { mqlToSqlRate } from './mql-to-sql-rate.js';

/** First SQLs of the period over first MQLs of the period, whoever they are; it may exceed 1. */
export const mqlToSqlRatePeriod = /* @__PURE__ */ (() =>
  ({
    ...mqlToSqlRate,
    id: 'mql_to_sql_rate_period',
    title: 'MQL-to-SQL conversion rate, by period',
    question: 'How many SQLs were there in the period for each MQL of the period?',
    hides: 'That they are different leads: the SQLs of a month are MQLs of earlier ones. A month with few MQLs looks best; it may exceed 100 %.',
    source: 'Atrium says of its own period conversion that it can exceed 100 %.',
    measure: { kind: 'ratio', digits: 4, rounding: 'half-even' },
    basis: { ...mqlToSqlRate.basis, cohort: 'own' },
  }) as const satisfies FactMetric)();
