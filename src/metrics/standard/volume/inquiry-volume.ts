import type { FactMetric } from '../../definition/metric.js';

/** Leads that became an inquiry for the first time. */
export const inquiryVolume = {
  id: 'inquiry_volume',
  title: 'Inquiries',
  question: 'How many leads came in for the first time in the period?',
  hides: 'Whether any of them fits. Several people of one account are several leads.',
  source: 'Volume by stage as in the SiriusDecisions waterfall; first entries.',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'count' },
  basis: {
    kind: 'milestone',
    of: 'lead',
    base: { milestone: 'inquiry', pick: 'first' },
    target: null,
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'base.at',
    maturity: 'flag',
    where: [],
  },
} as const satisfies FactMetric;
