import type { FactMetric } from '../../definition/metric.js';

/** Every entry into MQL, those of recycled leads among them. */
export const mqlEntries = {
  id: 'mql_entries',
  title: 'MQL entries',
  question: 'How often did a lead become MQL in the period?',
  hides: 'How many different leads that is: one that is recycled and qualified again counts each time.',
  source: 'Every-entry counting, as against first entries; HubSpot tells latest and cumulative apart.',
  unit: 'visit',
  dimensions: [],
  measure: { kind: 'count' },
  basis: {
    kind: 'milestone',
    of: 'lead',
    base: { milestone: 'mql', pick: 'every' },
    target: null,
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'base.at',
    maturity: 'flag',
    where: [],
  },
} as const satisfies FactMetric;
