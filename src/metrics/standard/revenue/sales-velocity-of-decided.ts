import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { decidedWinRate } from '../win-rate/decided-win-rate.js';
import { salesVelocityMetric } from './sales-velocity.js';

/** Sales velocity with the win rate of those decided: the open ones are taken to be won as often as the closed ones were. */
export const salesVelocityOfDecided = /* @__PURE__ */ (() => {
  const where = [
    { column: 'row.amountMinor', is: 'not_null' },
    { column: 'row.currency', is: 'not_null' },
  ] as const;
  return {
    ...salesVelocityMetric,
    id: 'sales_velocity_of_decided',
    title: 'Sales velocity, of one cohort, at the win rate of decided',
    question: 'How much a day would the opportunities opened in the period bring in, if the open ones were won as often as the closed ones?',
    hides: 'That it is an extrapolation: open deals are usually won less often than those that closed first.',
    source: 'nrev.ai, with the win rate over closed deals, as most vendors take it; all parts of one cohort.',
    basis: {
      kind: 'formula',
      inputs: { ...salesVelocityMetric.basis.inputs, win_rate: inputOf({ ...decidedWinRate, basis: { ...decidedWinRate.basis, where } }) },
    },
  } as const satisfies FormulaMetric;
})();
