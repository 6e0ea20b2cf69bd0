import type { FactMetric } from '../../definition/metric.js';
import { mqlVolume } from './mql-volume.js';

/** Leads whose receiver accepted them for the first time. */
export const salVolume = /* @__PURE__ */ (() =>
  ({
    ...mqlVolume,
    id: 'sal_volume',
    title: 'SAL volume',
    question: 'How many leads did sales accept for the first time in the period?',
    hides: 'Leads that were accepted again after being recycled, and what became of them.',
    source: 'SiriusDecisions waterfall: sales accepted leads.',
    basis: { ...mqlVolume.basis, base: { milestone: 'accepted', pick: 'first' } },
  }) as const satisfies FactMetric)();
