import type { FactMetric } from '../../definition/metric.js';
import { mqlToSqlRate } from './mql-to-sql-rate.js';

/** Of the leads that first became MQL in the period, the share that reached SAL before asOf. */
export const mqlToSalRate = /* @__PURE__ */ (() =>
  ({
    ...mqlToSqlRate,
    id: 'mql_to_sal_rate',
    title: 'MQL-to-SAL conversion rate, by cohort',
    question: 'Of the leads that marketing qualified in the period, how many did the receiver accept since?',
    hides: 'How long it took. A recent cohort is immature: its open members may still convert. Leads that nobody delivered count as not accepted.',
    source: 'Cohort conversion as in Rekener, "How to calculate cohort-based lead conversion rate".',
    basis: { ...mqlToSqlRate.basis, target: { milestone: 'accepted', reach: 'strict' } },
  }) as const satisfies FactMetric)();
