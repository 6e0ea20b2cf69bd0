import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { budget } from '../cost/budget.js';
import { mqlVolume } from '../volume/mql-volume.js';

/** First MQLs of the period to date over those committed to date: the days of the quota `mql` that have begun. */
export const volumeCommitment = /* @__PURE__ */ (() =>
  ({
    id: 'volume_commitment',
    title: 'Volume commitment',
    question: 'How much of the MQLs that marketing committed to by now is there?',
    hides: 'What they are worth, and whether they come evenly. The day in progress asks for its whole part.',
    source: 'HubSpot, "How to calculate a sales and marketing SLA": delivered over committed, both to date; working days by the weekdays of the quota.',
    unit: 'period',
    dimensions: [],
    measure: {
      kind: 'formula',
      steps: [{ name: 'attained', op: 'divide', left: { input: 'mqls' }, right: { input: 'committed' } }],
      of: 'number',
      digits: 4,
      rounding: 'half-even',
    },
    basis: {
      kind: 'formula',
      inputs: {
        mqls: inputOf(mqlVolume),
        committed: inputOf({
          ...budget,
          measure: { kind: 'total', column: 'row.count' },
          basis: { ...budget.basis, ahead: false, where: [{ column: 'row.kind', is: 'equals', value: 'mql' }] },
        }),
      },
    },
  }) as const satisfies FormulaMetric)();
