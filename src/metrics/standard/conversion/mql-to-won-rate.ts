import type { FactMetric } from '../../definition/metric.js';
import { mqlToSqlRate } from './mql-to-sql-rate.js';

/** Of the leads that first became MQL in the period, the share that reached won before asOf. */
export const mqlToWonRate = /* @__PURE__ */ (() =>
  ({
    ...mqlToSqlRate,
    id: 'mql_to_won_rate',
    title: 'MQL-to-won conversion rate, by cohort',
    question: 'Of the leads that marketing qualified in the period, how many became customers since?',
    hides: 'How long it took. A recent cohort is immature: its open members may still convert.',
    source: 'Cohort conversion as in Rekener, "How to calculate cohort-based lead conversion rate".',
    basis: { ...mqlToSqlRate.basis, target: { milestone: 'won', reach: 'strict' } },
  }) as const satisfies FactMetric)();
