import type { FactMetric } from '../../definition/metric.js';
import { mqlToSqlRate } from './mql-to-sql-rate.js';

/** Of the leads that first became SQL in the period, the share that reached opportunity before asOf. */
export const sqlToOpportunityRate = /* @__PURE__ */ (() =>
  ({
    ...mqlToSqlRate,
    id: 'sql_to_opportunity_rate',
    title: 'SQL-to-opportunity conversion rate, by cohort',
    question: 'Of the leads that sales qualified in the period, how many became an opportunity since?',
    hides: 'How long it took. A recent cohort is immature: its open members may still convert. Where the framework has one stage for both, it is 100 %.',
    source: 'Cohort conversion as in Rekener, "How to calculate cohort-based lead conversion rate".',
    basis: {
      ...mqlToSqlRate.basis,
      base: { milestone: 'sql', pick: 'first' },
      target: { milestone: 'opportunity', reach: 'strict' },
    },
  }) as const satisfies FactMetric)();
