import type { FactMetric } from '../../definition/metric.js';
import { mqlVolume } from './mql-volume.js';

/** Leads that were won for the first time. */
export const customerVolume = /* @__PURE__ */ (() =>
  ({
    ...mqlVolume,
    id: 'customer_volume',
    title: 'Leads won',
    question: 'How many leads became customers in the period?',
    hides: 'What they pay, and customers who came without a lead.',
    source: 'SiriusDecisions waterfall: closed/won.',
    basis: { ...mqlVolume.basis, base: { milestone: 'won', pick: 'first' } },
  }) as const satisfies FactMetric)();
