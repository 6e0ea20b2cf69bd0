import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { pipelineClosing } from './pipeline-closing.js';
import { coverageOfWhatIsLeft } from './coverage-of-what-is-left.js';
import { revenueQuota } from './revenue-quota.js';

/** Open pipeline closing in the period over the whole of its quota. */
export const coverageOfFullQuota = /* @__PURE__ */ (() =>
  ({
    ...coverageOfWhatIsLeft,
    id: 'coverage_of_full_quota',
    title: 'Pipeline coverage, against the full quota',
    question: 'How many times over does the open pipeline of the period cover its whole quota?',
    hides: 'What has been won already: late in a good period it looks poor. Of a period that is over, only what is overdue: ask as of its beginning.',
    source: 'Open pipeline closing in the period over quota, the common reading.',
    measure: {
      ...coverageOfWhatIsLeft.measure,
      steps: [{ name: 'coverage', op: 'divide', left: { input: 'open' }, right: { input: 'quota' } }],
    },
    basis: { kind: 'formula', inputs: { open: inputOf(pipelineClosing), quota: inputOf(revenueQuota) } },
  }) as const satisfies FormulaMetric)();
