import type { FactMetric } from '../../definition/metric.js';
import { acceptanceRate } from './acceptance-rate.js';

/** Of the hand-offs rejected in the period, the share that was delivered to the same party again since. */
export const resubmissionRate = /* @__PURE__ */ (() =>
  ({
    ...acceptanceRate,
    id: 'resubmission_rate',
    title: 'Resubmission rate',
    question: 'Of the leads sent back in the period, how many were delivered again since?',
    hides: 'Whether anything was corrected. Recent rejections have had less time.',
    source: 'Forrester, "Sales accepted leads": what is sent back for a clerical reason is corrected and resubmitted.',
    basis: {
      ...acceptanceRate.basis,
      date: ['row.rejectedAt'],
      target: { is: 'met', all: [{ column: 'row.resubmittedAt', is: 'not_null' }] },
      settled: [],
    },
  }) as const satisfies FactMetric)();
