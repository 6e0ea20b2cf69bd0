import type { FormulaMetric } from '../../definition/metric.js';
import { cacFullyLoaded } from './cac-fully-loaded.js';
import { cacSalaries } from './cac-salaries.js';
import { cacTools } from './cac-tools.js';

/** Spend of the period but for salaries and tools over all new customers won in it: with those two it adds up to fully loaded. */
export const cacBlended = /* @__PURE__ */ (() =>
  ({
    ...cacFullyLoaded,
    id: 'cac_blended',
    title: 'CAC, blended',
    question: 'What was spent on programmes, people and tools aside, for each new customer, however they came?',
    hides: 'People and tools, often the larger part. That many customers came without any of it. Salaries and tools that nobody recorded as such are in it.',
    source: 'blufire: marketing and sales spend over all new customers, paid and unpaid alike; here without salaries and tools, as against fully loaded.',
    dimensions: [],
    measure: {
      ...cacFullyLoaded.measure,
      steps: [
        { name: 'without_salaries', op: 'subtract', left: { input: 'spend' }, right: { input: 'salaries' } },
        { name: 'programmes', op: 'subtract', left: { step: 'without_salaries' }, right: { input: 'tools' } },
        { name: 'cost', op: 'divide', left: { step: 'programmes' }, right: { input: 'customers' } },
      ],
    },
    basis: {
      kind: 'formula',
      inputs: { ...cacFullyLoaded.basis.inputs, salaries: cacSalaries.basis.inputs.spend, tools: cacTools.basis.inputs.spend },
    },
  }) as const satisfies FormulaMetric)();
