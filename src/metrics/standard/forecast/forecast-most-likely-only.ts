import type { FactMetric } from '../../definition/metric.js';
import { pipelineClosing } from './pipeline-closing.js';

/** Open pipeline closing in the period of the forecast category most likely alone. */
export const forecastMostLikelyOnly = /* @__PURE__ */ (() =>
  ({
    ...pipelineClosing,
    id: 'forecast_most_likely_only',
    title: 'Forecast, most likely only',
    question: 'How much of the open pipeline closing in the period is forecast as most likely?',
    hides: 'The other categories, and deals that nobody has put into one.',
    source: 'Salesforce, forecast roll-ups of one category: PipelineOnly, BestCaseOnly, MostLikelyOnly, CommitOnly.',
    basis: { ...pipelineClosing.basis, where: [...pipelineClosing.basis.where, { column: 'row.forecast', is: 'equals', value: 'most_likely' }] },
  }) as const satisfies FactMetric)();
