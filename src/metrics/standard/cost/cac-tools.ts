import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { cacFullyLoaded } from './cac-fully-loaded.js';
import { spendTotal } from './spend-total.js';

/** Spend of the kind `tools` over the new customers won in the period. */
export const cacTools = /* @__PURE__ */ (() =>
  ({
    ...cacFullyLoaded,
    id: 'cac_tools',
    title: 'CAC, tools',
    question: 'How much of the cost of a new customer is tools?',
    hides: 'The other kinds. Spend of which nobody said the kind.',
    source: 'Fully loaded cost by kind of spend: the kinds share their denominator, and their parts add up.',
    dimensions: [],
    basis: {
      kind: 'formula',
      inputs: {
        ...cacFullyLoaded.basis.inputs,
        spend: inputOf({
          ...spendTotal,
          basis: { ...spendTotal.basis, where: [{ column: 'row.kind', is: 'equals', value: 'tools' }] },
        }),
      },
    },
  }) as const satisfies FormulaMetric)();
