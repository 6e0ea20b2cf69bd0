import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { cacFullyLoaded } from './cac-fully-loaded.js';
import { spendTotal } from './spend-total.js';

/** Spend of the kind `salaries` over the new customers won in the period. */
export const cacSalaries = /* @__PURE__ */ (() =>
  ({
    ...cacFullyLoaded,
    id: 'cac_salaries',
    title: 'CAC, salaries',
    question: 'How much of the cost of a new customer is salaries?',
    hides: 'The other kinds. Spend of which nobody said the kind.',
    source: 'Fully loaded cost by kind of spend: the kinds share their denominator, and their parts add up.',
    dimensions: [],
    basis: {
      kind: 'formula',
      inputs: {
        ...cacFullyLoaded.basis.inputs,
        spend: inputOf({
          ...spendTotal,
          basis: { ...spendTotal.basis, where: [{ column: 'row.kind', is: 'equals', value: 'salaries' }] },
        }),
      },
    },
  }) as const satisfies FormulaMetric)();
