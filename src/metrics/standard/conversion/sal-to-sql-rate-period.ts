import type { FactMetric } from '../../definition/metric.js';
import { salToSqlRate } from './sal-to-sql-rate.js';

/** First SQLs of the period over first SALs of the period, whoever they are; it may exceed 1. */
export const salToSqlRatePeriod = /* @__PURE__ */ (() =>
  ({
    ...salToSqlRate,
    id: 'sal_to_sql_rate_period',
    title: 'SAL-to-SQL conversion rate, by period',
    question: 'How many SQLs were there in the period for each SAL of the period?',
    hides: 'That they are different leads: who comes this far in a month has mostly begun in earlier ones. A month with few SALs looks best; it may exceed 100 %.',
    source: 'Atrium says of its own period conversion that it can exceed 100 %.',
    measure: { kind: 'ratio', digits: 4, rounding: 'half-even' },
    basis: { ...salToSqlRate.basis, cohort: 'own' },
  }) as const satisfies FactMetric)();
