import type { FactMetric } from '../../definition/metric.js';

/** The cohort rate where a lead that skipped SAL and went further counts as converted. */
export const mqlToSalRateReached = {
  id: 'mql_to_sal_rate_reached',
  title: 'MQL-to-SAL conversion rate, SAL or further',
  question: 'Of the leads that became MQL in the period, how many reached SAL or any later milestone since?',
  hides: 'Whether the receiver ever accepted them: an SQL without it counts as well.',
  source: 'HubSpot moves lifecycle stages on by itself, so that leads skip stages and strict counting sees too few.',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'milestone',
    of: 'lead',
    base: { milestone: 'mql', pick: 'first' },
    target: { milestone: 'accepted', reach: 'reached' },
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'base.at',
    maturity: 'flag',
    where: [],
  },
} as const satisfies FactMetric;
