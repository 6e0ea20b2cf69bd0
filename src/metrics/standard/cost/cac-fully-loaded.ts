import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { newCustomers } from '../revenue/new-customers.js';
import { spendTotal } from './spend-total.js';

/** All spend of the period, of every kind, over the new customers won in it. */
export const cacFullyLoaded = /* @__PURE__ */ (() =>
  ({
    id: 'cac_fully_loaded',
    title: 'CAC, fully loaded',
    question: 'What did a new customer cost, everything counted that was spent?',
    hides: 'Spend that nobody recorded. That those won now were paid for earlier: see the lagged variant.',
    source: 'legitlads and roelu: fully loaded includes salaries and tools. All spend over all new customers.',
    unit: 'period',
    dimensions: ['row.kind'],
    measure: {
      kind: 'formula',
      steps: [{ name: 'cost', op: 'divide', left: { input: 'spend' }, right: { input: 'customers' } }],
      of: 'money',
      digits: 2,
      rounding: 'half-even',
    },
    basis: { kind: 'formula', inputs: { spend: inputOf(spendTotal), customers: inputOf(newCustomers) } },
  }) as const satisfies FormulaMetric)();
