import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { deliveryVolume } from '../volume/delivery-volume.js';
import { disqualificationReasons } from './disqualification-reasons.js';

/** Leads disqualified in the period over deliveries accepted in the period, by reason. */
export const disqualificationRate = /* @__PURE__ */ (() =>
  ({
    id: 'disqualification_rate',
    title: 'Disqualification rate, by reason',
    question: 'How many leads were disqualified in the period for each one accepted in it, and for which reason?',
    hides: 'That they are different leads: who was accepted in March may be disqualified in May. It may exceed 100 %.',
    source: 'Disqualified for a reason over accepted; the denominator differs from that of rejection on purpose.',
    unit: 'period',
    dimensions: ['target.reason'],
    measure: {
      kind: 'formula',
      steps: [{ name: 'rate', op: 'divide', left: { input: 'disqualified' }, right: { input: 'accepted' } }],
      of: 'number',
      digits: 4,
      rounding: 'half-even',
    },
    basis: {
      kind: 'formula',
      inputs: {
        disqualified: inputOf({
          ...disqualificationReasons,
          measure: { kind: 'count' },
          basis: { ...disqualificationReasons.basis, where: [], target: { is: 'met', all: disqualificationReasons.basis.where } },
        }),
        accepted: inputOf({ ...deliveryVolume, basis: { ...deliveryVolume.basis, date: ['row.acceptedAt'] } }),
      },
    },
  }) as const satisfies FormulaMetric)();
