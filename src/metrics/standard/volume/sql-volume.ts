import type { FactMetric } from '../../definition/metric.js';

/** Leads that sales qualified for the first time. */
export const sqlVolume = {
  id: 'sql_volume',
  title: 'SQL volume',
  question: 'How many leads did sales qualify for the first time in the period?',
  hides: 'Whether they close. What one side calls qualified is agreed in the framework.',
  source: 'SiriusDecisions waterfall: sales qualified leads.',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'count' },
  basis: {
    kind: 'milestone',
    of: 'lead',
    base: { milestone: 'sql', pick: 'first' },
    target: null,
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'base.at',
    maturity: 'flag',
    where: [],
  },
} as const satisfies FactMetric;
