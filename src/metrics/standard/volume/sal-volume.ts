import type { FactMetric } from '../../definition/metric.js';

/** Leads whose receiver accepted them for the first time. */
export const salVolume = {
  id: 'sal_volume',
  title: 'SAL volume',
  question: 'How many leads did sales accept for the first time in the period?',
  hides: 'Leads that were accepted again after being recycled, and what became of them.',
  source: 'SiriusDecisions waterfall: sales accepted leads.',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'count' },
  basis: {
    kind: 'milestone',
    of: 'lead',
    base: { milestone: 'accepted', pick: 'first' },
    target: null,
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'base.at',
    maturity: 'flag',
    where: [],
  },
} as const satisfies FactMetric;
