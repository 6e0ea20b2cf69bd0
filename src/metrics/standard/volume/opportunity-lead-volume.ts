import type { FactMetric } from '../../definition/metric.js';

/** Leads that reached an opportunity for the first time. */
export const opportunityLeadVolume = {
  id: 'opportunity_lead_volume',
  title: 'Leads that became an opportunity',
  question: 'How many leads reached an opportunity for the first time in the period?',
  hides: 'Opportunities without a lead, and second opportunities of the same lead: those are in the number of opportunities.',
  source: 'Volume by stage; counts leads, as against opportunity records.',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'count' },
  basis: {
    kind: 'milestone',
    of: 'lead',
    base: { milestone: 'opportunity', pick: 'first' },
    target: null,
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'base.at',
    maturity: 'flag',
    where: [],
  },
} as const satisfies FactMetric;
