import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { cacFullyLoaded } from './cac-fully-loaded.js';
import { spendTotal } from './spend-total.js';

/** Spend of the kind `media` over the new customers won in the period. */
export const cacMedia = /* @__PURE__ */ (() =>
  ({
    ...cacFullyLoaded,
    id: 'cac_media',
    title: 'CAC, media',
    question: 'How much of the cost of a new customer is media?',
    hides: 'The other kinds. Spend of which nobody said the kind.',
    source: 'Fully loaded cost by kind of spend: the kinds share their denominator, and their parts add up.',
    dimensions: [],
    basis: {
      kind: 'formula',
      inputs: {
        ...cacFullyLoaded.basis.inputs,
        spend: inputOf({
          ...spendTotal,
          basis: { ...spendTotal.basis, where: [{ column: 'row.kind', is: 'equals', value: 'media' }] },
        }),
      },
    },
  }) as const satisfies FormulaMetric)();
