import type { FactMetric } from '../../definition/metric.js';
import { mqlVolume } from './mql-volume.js';

/** Leads that became an inquiry for the first time. */
export const inquiryVolume = /* @__PURE__ */ (() =>
  ({
    ...mqlVolume,
    id: 'inquiry_volume',
    title: 'Inquiries',
    question: 'How many leads came in for the first time in the period?',
    hides: 'Whether any of them fits. Several people of one account are several leads.',
    source: 'Volume by stage as in the SiriusDecisions waterfall; first entries.',
    basis: { ...mqlVolume.basis, base: { milestone: 'inquiry', pick: 'first' } },
  }) as const satisfies FactMetric)();
