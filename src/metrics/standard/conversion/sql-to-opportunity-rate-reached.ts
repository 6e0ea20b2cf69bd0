import type { FactMetric } from '../../definition/metric.js';
import { sqlToOpportunityRate } from './sql-to-opportunity-rate.js';

/** The cohort rate where a lead that skipped the opportunity and went further counts as converted. */
export const sqlToOpportunityRateReached = /* @__PURE__ */ (() =>
  ({
    ...sqlToOpportunityRate,
    id: 'sql_to_opportunity_rate_reached',
    title: 'SQL-to-opportunity conversion rate, opportunity or further',
    question: 'Of the leads that became SQL in the period, how many reached an opportunity or any later milestone since?',
    hides: 'Whether there ever was an opportunity on record: a deal won without one counts as well.',
    source: 'HubSpot moves lifecycle stages on by itself, so that leads skip stages and strict counting sees too few.',
    basis: { ...sqlToOpportunityRate.basis, target: { milestone: 'opportunity', reach: 'reached' } },
  }) as const satisfies FactMetric)();
