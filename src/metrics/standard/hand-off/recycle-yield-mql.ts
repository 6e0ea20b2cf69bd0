import type { FactMetric } from '../../definition/metric.js';
import { recycleRate } from './recycle-rate.js';

/** Of the leads brought back in the period, the share that became MQL again since. */
export const recycleYieldMql = /* @__PURE__ */ (() =>
  ({
    ...recycleRate,
    id: 'recycle_yield_mql',
    title: 'Recycle yield, MQL',
    question: 'Of the leads that were brought back in the period, how many became MQL again since?',
    hides: 'What it cost to bring them back. Recent ones have had less time.',
    source: 'SiriusDecisions newsletter, July 2017: recycled leads that reach MQL again over recycled.',
    basis: { ...recycleRate.basis, date: ['row.recycledAt'], target: { is: 'met', all: [{ column: 'row.mqlAgainAt', is: 'not_null' }] } },
  }) as const satisfies FactMetric)();
