import type { FactMetric } from '../../definition/metric.js';

/** Of the hand-offs rejected in the period, the share that was delivered to the same party again since. */
export const resubmissionRate = {
  id: 'resubmission_rate',
  title: 'Resubmission rate',
  question: 'Of the leads sent back in the period, how many were delivered again since?',
  hides: 'Whether anything was corrected. Recent rejections have had less time.',
  source: 'Forrester, "Sales accepted leads": what is sent back for a clerical reason is corrected and resubmitted.',
  unit: 'delivery',
  dimensions: [],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'rows',
    table: 'handOffs',
    date: ['row.rejectedAt'],
    ahead: false,
    pick: null,
    standing: null,
    where: [],
    target: { is: 'met', all: [{ column: 'row.resubmittedAt', is: 'not_null' }] },
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
