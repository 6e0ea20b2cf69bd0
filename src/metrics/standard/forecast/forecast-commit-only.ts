import type { FactMetric } from '../../definition/metric.js';
import { pipelineClosing } from './pipeline-closing.js';

/** Open pipeline closing in the period of the forecast category commit alone. */
export const forecastCommitOnly = /* @__PURE__ */ (() =>
  ({
    ...pipelineClosing,
    id: 'forecast_commit_only',
    title: 'Forecast, commit only',
    question: 'How much of the open pipeline closing in the period is forecast as commit?',
    hides: 'The other categories, and deals that nobody has put into one.',
    source: 'Salesforce, forecast roll-ups of one category: PipelineOnly, BestCaseOnly, MostLikelyOnly, CommitOnly.',
    basis: { ...pipelineClosing.basis, where: [...pipelineClosing.basis.where, { column: 'row.forecast', is: 'equals', value: 'commit' }] },
  }) as const satisfies FactMetric)();
