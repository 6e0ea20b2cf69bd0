import type { FactMetric } from '../../definition/metric.js';

/** First MQLs of the period over first inquiries of the period, whoever they are; it may exceed 1. */
export const inquiryToMqlRatePeriod = {
  id: 'inquiry_to_mql_rate_period',
  title: 'Inquiry-to-MQL conversion rate, by period',
  question: 'How many MQLs were there in the period for each inquiry of the period?',
  hides: 'That they are different leads: who comes this far in a month has mostly begun in earlier ones. A month with few inquiries looks best; it may exceed 100 %.',
  source: 'Atrium says of its own period conversion that it can exceed 100 %.',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'ratio', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'milestone',
    of: 'lead',
    base: { milestone: 'inquiry', pick: 'first' },
    target: { milestone: 'mql', reach: 'strict' },
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'own',
    maturity: 'flag',
    where: [],
  },
} as const satisfies FactMetric;
