import type { FactMetric } from '../../definition/metric.js';
import { openPipeline } from './open-pipeline.js';

/** Amounts of the open opportunities times their probability as it was recorded, omitted ones left out. */
export const weightedPipelineMetric = /* @__PURE__ */ (() =>
  ({
    ...openPipeline,
    id: 'weighted_pipeline',
    title: 'Weighted pipeline',
    question: 'How much of the pipeline that stands open at the end of the period is to be expected, going by its probabilities?',
    hides: 'That no deal comes in by half. Whether the probabilities are any good. Deals without one are in no sum and are counted apart.',
    source: "Salesforce, expected revenue: amount × probability ÷ 100, as of the snapshot; closed and omitted deals are left out. (dbt_salesforce forgets the division; Frappe's forecast adds lost deals.)",
    measure: { ...openPipeline.measure, weight: 'row.probability' },
    basis: {
      ...openPipeline.basis,
      where: [
        ...openPipeline.basis.where,
        {
          is: 'any',
          of: [
            { column: 'row.forecast', is: 'null' },
            { column: 'row.forecast', is: 'one_of', values: ['pipeline', 'best_case', 'most_likely', 'commit'] },
          ],
        },
      ],
    },
  }) as const satisfies FactMetric)();
