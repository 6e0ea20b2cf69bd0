import type { FactMetric } from '../../definition/metric.js';
import { mqlToSqlRate } from './mql-to-sql-rate.js';

/** Of the leads that first became opportunity in the period, the share that reached won before asOf. */
export const opportunityToWonRate = /* @__PURE__ */ (() =>
  ({
    ...mqlToSqlRate,
    id: 'opportunity_to_won_rate',
    title: 'Opportunity-to-won conversion rate, by cohort',
    question: 'Of the leads that became an opportunity in the period, how many were won since?',
    hides: 'How long it took. A recent cohort is immature: its open members may still convert. It counts leads: see the win rates for opportunities.',
    source: 'Cohort conversion as in Rekener, "How to calculate cohort-based lead conversion rate".',
    basis: {
      ...mqlToSqlRate.basis,
      base: { milestone: 'opportunity', pick: 'first' },
      target: { milestone: 'won', reach: 'strict' },
    },
  }) as const satisfies FactMetric)();
