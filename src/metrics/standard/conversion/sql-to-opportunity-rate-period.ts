import type { FactMetric } from '../../definition/metric.js';

/** First leads with an opportunity of the period over first SQLs of the period, whoever they are; it may exceed 1. */
export const sqlToOpportunityRatePeriod = {
  id: 'sql_to_opportunity_rate_period',
  title: 'SQL-to-opportunity conversion rate, by period',
  question: 'How many leads with an opportunity were there in the period for each SQL of the period?',
  hides: 'That they are different leads: who comes this far in a month has mostly begun in earlier ones. A month with few SQLs looks best; it may exceed 100 %.',
  source: 'Atrium says of its own period conversion that it can exceed 100 %.',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'ratio', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'milestone',
    of: 'lead',
    base: { milestone: 'sql', pick: 'first' },
    target: { milestone: 'opportunity', reach: 'strict' },
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'own',
    maturity: 'flag',
    where: [],
  },
} as const satisfies FactMetric;
