import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { revenueWon } from '../revenue/revenue-won.js';
import { pipelineClosing } from './pipeline-closing.js';
import { revenueQuota } from './revenue-quota.js';

/** Open pipeline closing in the period over what is left of its quota. */
export const coverageOfWhatIsLeft = /* @__PURE__ */ (() =>
  ({
    id: 'coverage_of_what_is_left',
    title: 'Pipeline coverage, against what is left',
    question: 'How many times over does the open pipeline of the period cover what is still to be won?',
    hides: 'How likely the pipeline is. Near the quota it grows without bound; beyond it, it is below zero and means that the quota is met. Of a period that is over it tells only what is overdue: ask as of its beginning.',
    source: 'Open pipeline closing in the period over quota less what has been won; compare with the required coverage.',
    unit: 'period',
    dimensions: [],
    measure: {
      kind: 'formula',
      steps: [
        { name: 'left', op: 'subtract', left: { input: 'quota' }, right: { input: 'won' } },
        { name: 'coverage', op: 'divide', left: { input: 'open' }, right: { step: 'left' } },
      ],
      of: 'number',
      digits: 2,
      rounding: 'half-even',
    },
    basis: {
      kind: 'formula',
      inputs: { open: inputOf(pipelineClosing), quota: inputOf(revenueQuota), won: inputOf(revenueWon) },
    },
  }) as const satisfies FormulaMetric)();
