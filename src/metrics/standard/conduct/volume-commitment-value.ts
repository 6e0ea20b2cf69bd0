import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { budget } from '../cost/budget.js';
import { pipelineCreated } from '../pipeline/pipeline-created.js';
import { volumeCommitment } from './volume-commitment.js';

/** Amounts of opportunities opened in the period whose first touch was marketing’s over the quota `marketing_pipeline` to date. */
export const volumeCommitmentValue = /* @__PURE__ */ (() =>
  ({
    ...volumeCommitment,
    id: 'volume_commitment_value',
    title: 'Volume commitment, by value',
    question: 'How much of the pipeline that marketing committed to by now is there?',
    hides: 'Whether it closes; opportunities without an amount. The day in progress asks for its whole part.',
    source: 'HubSpot, "How to calculate a sales and marketing SLA", in value: what is delivered over what is committed, both to date.',
    measure: {
      ...volumeCommitment.measure,
      steps: [{ name: 'attained', op: 'divide', left: { input: 'pipeline' }, right: { input: 'committed' } }],
    },
    basis: {
      kind: 'formula',
      inputs: {
        pipeline: inputOf({
          ...pipelineCreated,
          basis: { ...pipelineCreated.basis, where: [{ column: 'row.firstTouchParty', is: 'equals', value: 'marketing' }] },
        }),
        committed: inputOf({
          ...budget,
          basis: { ...budget.basis, ahead: false, where: [{ column: 'row.kind', is: 'equals', value: 'marketing_pipeline' }] },
        }),
      },
    },
  }) as const satisfies FormulaMetric)();
