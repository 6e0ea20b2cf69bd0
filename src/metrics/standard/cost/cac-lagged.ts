import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { cacFullyLoaded } from './cac-fully-loaded.js';
import { spendTotal } from './spend-total.js';

/** All spend of the period before over the new customers won in this one. */
export const cacLagged = /* @__PURE__ */ (() =>
  ({
    ...cacFullyLoaded,
    id: 'cac_lagged',
    title: 'CAC, fully loaded, lagged by a period',
    question: 'What did a new customer cost, counted against the spend of the period before?',
    hides: 'That a period is seldom as long as a sales cycle. Choose the period so that it is.',
    source: 'Spend shifted by the length of the sales cycle, as against the same period.',
    dimensions: [],
    basis: { kind: 'formula', inputs: { ...cacFullyLoaded.basis.inputs, spend: inputOf(spendTotal, 1) } },
  }) as const satisfies FormulaMetric)();
