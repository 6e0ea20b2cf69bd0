import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { spendTotal } from './spend-total.js';

/** All spend of the period over the leads first seen in it. */
export const costPerLead = /* @__PURE__ */ (() =>
  ({
    id: 'cost_per_lead',
    title: 'Cost per lead',
    question: 'What did a lead cost that was first seen in the period?',
    hides: 'What leads are worth: the cheapest are often the ones nobody accepts. Spend whose leads come later.',
    source: 'LeanData: software companies quote 595 dollars. Spend of the period over leads of the period.',
    unit: 'period',
    dimensions: [],
    measure: {
      kind: 'formula',
      steps: [{ name: 'cost', op: 'divide', left: { input: 'spend' }, right: { input: 'units' } }],
      of: 'money',
      digits: 2,
      rounding: 'half-even',
    },
    basis: {
      kind: 'formula',
      inputs: {
        spend: inputOf(spendTotal),
        units: {
          unit: 'lead',
          measure: { kind: 'count' },
          basis: {
            kind: 'rows',
            table: 'leads',
            date: ['row.firstAt'],
            ahead: false,
            pick: null,
            standing: null,
            where: [],
            target: null,
            settled: [],
            maturity: 'flag',
          },
          shift: 0,
        },
      },
    },
  }) as const satisfies FormulaMetric)();
