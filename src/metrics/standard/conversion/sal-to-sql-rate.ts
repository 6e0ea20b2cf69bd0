import type { FactMetric } from '../../definition/metric.js';
import { mqlToSqlRate } from './mql-to-sql-rate.js';

/** Of the leads that first became SAL in the period, the share that reached SQL before asOf. */
export const salToSqlRate = /* @__PURE__ */ (() =>
  ({
    ...mqlToSqlRate,
    id: 'sal_to_sql_rate',
    title: 'SAL-to-SQL conversion rate, by cohort',
    question: 'Of the leads that were accepted in the period, how many did sales qualify since?',
    hides: 'How long it took. A recent cohort is immature: its open members may still convert.',
    source: 'Cohort conversion as in Rekener, "How to calculate cohort-based lead conversion rate".',
    basis: { ...mqlToSqlRate.basis, base: { milestone: 'accepted', pick: 'first' } },
  }) as const satisfies FactMetric)();
