import type { FactMetric } from '../../definition/metric.js';

/** The cohort rate where a lead that skipped the opportunity and went further counts as converted. */
export const sqlToOpportunityRateReached = {
  id: 'sql_to_opportunity_rate_reached',
  title: 'SQL-to-opportunity conversion rate, opportunity or further',
  question: 'Of the leads that became SQL in the period, how many reached an opportunity or any later milestone since?',
  hides: 'Whether there ever was an opportunity on record: a deal won without one counts as well.',
  source: 'HubSpot moves lifecycle stages on by itself, so that leads skip stages and strict counting sees too few.',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'milestone',
    of: 'lead',
    base: { milestone: 'sql', pick: 'first' },
    target: { milestone: 'opportunity', reach: 'reached' },
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'base.at',
    maturity: 'flag',
    where: [],
  },
} as const satisfies FactMetric;
