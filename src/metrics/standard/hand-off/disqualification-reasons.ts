import type { FactMetric } from '../../definition/metric.js';
import { recycleRate } from './recycle-rate.js';

/** Of the leads disqualified in the period, the share of each reason. */
export const disqualificationReasons = /* @__PURE__ */ (() =>
  ({
    ...recycleRate,
    id: 'disqualification_reasons',
    title: 'Disqualifications, share by reason',
    question: 'Of the leads disqualified in the period, which share was for which reason?',
    hides: 'How many were disqualified at all. The whole is always 100 %.',
    source: 'Share of reasons among disqualifications, as against their rate among acceptances.',
    dimensions: ['target.reason'],
    basis: {
      ...recycleRate.basis,
      where: [{ column: 'row.exit', is: 'equals', value: 'disqualified' }],
      target: { is: 'met', all: [{ column: 'row.at', is: 'not_null' }] },
      settled: ['row.at'],
    },
  }) as const satisfies FactMetric)();
