import type { FactMetric } from '../../definition/metric.js';
import { pipelineClosing } from './pipeline-closing.js';

/** Open pipeline closing in the period of the forecast category best case alone. */
export const forecastBestCaseOnly = /* @__PURE__ */ (() =>
  ({
    ...pipelineClosing,
    id: 'forecast_best_case_only',
    title: 'Forecast, best case only',
    question: 'How much of the open pipeline closing in the period is forecast as best case?',
    hides: 'The other categories, and deals that nobody has put into one.',
    source: 'Salesforce, forecast roll-ups of one category: PipelineOnly, BestCaseOnly, MostLikelyOnly, CommitOnly.',
    basis: { ...pipelineClosing.basis, where: [...pipelineClosing.basis.where, { column: 'row.forecast', is: 'equals', value: 'best_case' }] },
  }) as const satisfies FactMetric)();
