import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { revenueWon } from '../revenue/revenue-won.js';

/** One over the win rate by value: how much pipeline must stand for each unit to be won. */
export const requiredCoverageMetric = /* @__PURE__ */ (() =>
  ({
    id: 'required_coverage',
    title: 'Required coverage',
    question: 'How many times the quota must stand in the pipeline, going by what was won of what closed in the period?',
    hides: 'Deals that never close: of those, more is needed. That the future wins as often as the past.',
    source: '1 ÷ win rate by value.',
    unit: 'period',
    dimensions: [],
    measure: {
      kind: 'formula',
      steps: [{ name: 'required', op: 'divide', left: { input: 'closed' }, right: { input: 'won' } }],
      of: 'number',
      digits: 2,
      rounding: 'half-even',
    },
    basis: {
      kind: 'formula',
      inputs: {
        closed: inputOf({ ...revenueWon, basis: { ...revenueWon.basis, target: null, settled: [] } }),
        won: inputOf(revenueWon),
      },
    },
  }) as const satisfies FormulaMetric)();
