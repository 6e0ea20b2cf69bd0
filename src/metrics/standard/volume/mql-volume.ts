import type { FactMetric } from '../../definition/metric.js';

/** Leads that became MQL for the first time. However often one is recycled, it counts once. */
export const mqlVolume = {
  id: 'mql_volume',
  title: 'MQL volume',
  question: 'How many leads did marketing qualify for the first time in the period?',
  hides: 'What they are worth, and leads that qualify again after being recycled.',
  source: 'HubSpot, "How to calculate a sales and marketing SLA": marketing commits to a number of qualified leads.',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'count' },
  basis: {
    kind: 'milestone',
    of: 'lead',
    base: { milestone: 'mql', pick: 'first' },
    target: null,
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'base.at',
    maturity: 'flag',
    where: [],
  },
} as const satisfies FactMetric;
