import type { FactMetric } from '../../definition/metric.js';
import { mqlToSqlRate } from './mql-to-sql-rate.js';

/** Of the leads that first became MQL in the period, the share that reached opportunity before asOf. */
export const mqlToOpportunityRate = /* @__PURE__ */ (() =>
  ({
    ...mqlToSqlRate,
    id: 'mql_to_opportunity_rate',
    title: 'MQL-to-opportunity conversion rate, by cohort',
    question: 'Of the leads that marketing qualified in the period, how many became an opportunity since?',
    hides: 'How long it took. A recent cohort is immature: its open members may still convert.',
    source: 'Cohort conversion as in Rekener, "How to calculate cohort-based lead conversion rate".',
    basis: { ...mqlToSqlRate.basis, target: { milestone: 'opportunity', reach: 'strict' } },
  }) as const satisfies FactMetric)();
