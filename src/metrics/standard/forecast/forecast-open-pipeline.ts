import type { FactMetric } from '../../definition/metric.js';
import { pipelineClosing } from './pipeline-closing.js';

/** Open pipeline closing in the period of the forecast categories pipeline, best case, most likely and commit. */
export const forecastOpenPipeline = /* @__PURE__ */ (() =>
  ({
    ...pipelineClosing,
    id: 'forecast_open_pipeline',
    title: 'Forecast, open pipeline',
    question: 'How much of the open pipeline closing in the period is in any forecast category that is not omitted?',
    hides: 'How sure it is, and what has closed already. Deals that nobody has put into a category.',
    source: 'Salesforce, cumulative roll-up OpenPipeline: pipeline, best case, most likely and commit.',
    basis: {
      ...pipelineClosing.basis,
      where: [
        ...pipelineClosing.basis.where,
        { column: 'row.forecast', is: 'one_of', values: ['pipeline', 'best_case', 'most_likely', 'commit'] },
      ],
    },
  }) as const satisfies FactMetric)();
