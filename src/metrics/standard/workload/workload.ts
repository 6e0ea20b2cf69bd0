import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { budget } from '../cost/budget.js';
import { leadsWorked } from './leads-worked.js';

/** Leads worked by a person over what that person can take on: the days of the quota `workload` that have begun. */
export const workload = /* @__PURE__ */ (() =>
  ({
    id: 'workload',
    title: 'Workload against capacity, by person',
    question: 'How much of what each person can take on did they work on?',
    hides: 'How hard the cases were. Somebody without a quota has none to be measured against.',
    source: 'Workload by person against agreed capacity (headcount, ramp, leads per person).',
    unit: 'period',
    dimensions: ['row.person'],
    measure: {
      kind: 'formula',
      steps: [{ name: 'load', op: 'divide', left: { input: 'worked' }, right: { input: 'capacity' } }],
      of: 'number',
      digits: 4,
      rounding: 'half-even',
    },
    basis: {
      kind: 'formula',
      inputs: {
        worked: inputOf(leadsWorked),
        capacity: inputOf({
          ...budget,
          measure: { kind: 'total', column: 'row.count' },
          basis: { ...budget.basis, ahead: false, where: [{ column: 'row.kind', is: 'equals', value: 'workload' }] },
        }),
      },
    },
  }) as const satisfies FormulaMetric)();
