import type { FactMetric } from '../../definition/metric.js';

/** Of the hand-offs rejected in the period, the share that was delivered again and then accepted. */
export const resubmissionSuccess = {
  id: 'resubmission_success',
  title: 'Resubmission success',
  question: 'Of the leads sent back in the period, how many were delivered again and accepted since?',
  hides: 'Leads that nobody should have resubmitted. Recent rejections have had less time.',
  source: 'Rejected, corrected and accepted over rejected.',
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
    target: { is: 'met', all: [{ column: 'row.resubmissionAcceptedAt', is: 'not_null' }] },
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
