import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { pipelineCreated } from '../pipeline/pipeline-created.js';
import { revenueWon } from '../revenue/revenue-won.js';
import { periodWinRate } from './period-win-rate.js';

/** Value won in the period over value opened in it: each side by its own date, so that it can exceed 1. */
export const periodWinRateByValue = /* @__PURE__ */ (() =>
  ({
    ...periodWinRate,
    id: 'period_win_rate_by_value',
    title: 'Win rate, won in the period over created in it, by value',
    question: 'How much was won for each unit of value opened in the period?',
    hides: 'That what was won is not what was opened: it rises when less is opened, and can exceed 1. Several currencies give none.',
    source: 'Rekener, won in the period over created in it, by amount.',
    basis: { kind: 'formula', inputs: { won: inputOf(revenueWon), created: inputOf(pipelineCreated) } },
  }) as const satisfies FormulaMetric)();
