import type { FactMetric } from '../../definition/metric.js';
import { mqlToSqlRate } from './mql-to-sql-rate.js';

/** Of the leads that first became inquiry in the period, the share that reached MQL before asOf. */
export const inquiryToMqlRate = /* @__PURE__ */ (() =>
  ({
    ...mqlToSqlRate,
    id: 'inquiry_to_mql_rate',
    title: 'Inquiry-to-MQL conversion rate, by cohort',
    question: 'Of the leads that first inquired in the period, how many did marketing qualify since?',
    hides: 'How long it took. A recent cohort is immature: its open members may still convert.',
    source: 'Cohort conversion as in Rekener, "How to calculate cohort-based lead conversion rate".',
    basis: {
      ...mqlToSqlRate.basis,
      base: { milestone: 'inquiry', pick: 'first' },
      target: { milestone: 'mql', reach: 'strict' },
    },
  }) as const satisfies FactMetric)();
