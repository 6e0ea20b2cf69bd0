import type { FactMetric } from '../../definition/metric.js';
import { resubmissionRate } from './resubmission-rate.js';

/** Of the hand-offs rejected in the period, the share that was delivered again and then accepted. */
export const resubmissionSuccess = /* @__PURE__ */ (() =>
  ({
    ...resubmissionRate,
    id: 'resubmission_success',
    title: 'Resubmission success',
    question: 'Of the leads sent back in the period, how many were delivered again and accepted since?',
    hides: 'Leads that nobody should have resubmitted. Recent rejections have had less time.',
    source: 'Rejected, corrected and accepted over rejected.',
    basis: { ...resubmissionRate.basis, target: { is: 'met', all: [{ column: 'row.resubmissionAcceptedAt', is: 'not_null' }] } },
  }) as const satisfies FactMetric)();
