import type { FactMetric } from '../../definition/metric.js';

/** The cohort rate where a lead that skipped SQL and went further counts as converted. */
export const salToSqlRateReached = {
  id: 'sal_to_sql_rate_reached',
  title: 'SAL-to-SQL conversion rate, SQL or further',
  question: 'Of the leads that were accepted in the period, how many reached SQL or any later milestone since?',
  hides: 'Whether sales ever qualified them: a deal that was opened without it counts as well.',
  source: 'HubSpot moves lifecycle stages on by itself, so that leads skip stages and strict counting sees too few.',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'milestone',
    of: 'lead',
    base: { milestone: 'accepted', pick: 'first' },
    target: { milestone: 'sql', reach: 'reached' },
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'base.at',
    maturity: 'flag',
    where: [],
  },
} as const satisfies FactMetric;
