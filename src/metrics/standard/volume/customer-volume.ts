import type { FactMetric } from '../../definition/metric.js';

/** Leads that were won for the first time. */
export const customerVolume = {
  id: 'customer_volume',
  title: 'Leads won',
  question: 'How many leads became customers in the period?',
  hides: 'What they pay, and customers who came without a lead.',
  source: 'SiriusDecisions waterfall: closed/won.',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'count' },
  basis: {
    kind: 'milestone',
    of: 'lead',
    base: { milestone: 'won', pick: 'first' },
    target: null,
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'base.at',
    maturity: 'flag',
    where: [],
  },
} as const satisfies FactMetric;
