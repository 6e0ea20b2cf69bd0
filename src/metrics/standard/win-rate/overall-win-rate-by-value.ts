import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { revenueWon } from '../revenue/revenue-won.js';
import { overallWinRate } from './overall-win-rate.js';

/** Value won in the period over all value that was there to win: closed in the period, or open at its end. */
export const overallWinRateByValue = /* @__PURE__ */ (() =>
  ({
    ...overallWinRate,
    id: 'overall_win_rate_by_value',
    title: 'Win rate, of all of any status, by value',
    question: 'Of all value that was closed in the period or stood open at its end, how much was won?',
    hides: 'That an open deal is not lost: a growing pipeline lowers it. Several currencies give none.',
    source: 'Copper, opportunity win rate: won over opportunities of any status, by amount as last recorded.',
    basis: {
      kind: 'formula',
      inputs: {
        won: inputOf(revenueWon),
        closed: inputOf({ ...revenueWon, basis: { ...revenueWon.basis, target: null, settled: [] } }),
        open: { ...overallWinRate.basis.inputs.open, measure: revenueWon.measure },
      },
    },
  }) as const satisfies FormulaMetric)();
