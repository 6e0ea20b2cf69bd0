import type { MetricDefinition } from '../../definition/metric.js';
import { createdWinRateByValue } from './created-win-rate-by-value.js';
import { createdWinRateMetric } from './created-win-rate.js';
import { decidedWinRateByValue } from './decided-win-rate-by-value.js';
import { decidedWinRate } from './decided-win-rate.js';
import { maturedWinRateByValue } from './matured-win-rate-by-value.js';
import { maturedWinRate } from './matured-win-rate.js';
import { overallWinRateByValue } from './overall-win-rate-by-value.js';
import { overallWinRate } from './overall-win-rate.js';
import { periodWinRateByValue } from './period-win-rate-by-value.js';
import { periodWinRate } from './period-win-rate.js';
import { winRateByValue } from './win-rate-by-value.js';
import { winRateFromStageByValue } from './win-rate-from-stage-by-value.js';
import { winRateFromStage } from './win-rate-from-stage.js';
import { winRateOfFirstOutcomeByValue } from './win-rate-of-first-outcome-by-value.js';
import { winRateOfFirstOutcome } from './win-rate-of-first-outcome.js';
import { winRateWithAmount } from './win-rate-with-amount.js';
import { closedWinRate } from './win-rate.js';

export {
  closedWinRate,
  winRateByValue,
  winRateWithAmount,
  winRateOfFirstOutcome,
  winRateOfFirstOutcomeByValue,
  winRateFromStage,
  winRateFromStageByValue,
  createdWinRateMetric,
  createdWinRateByValue,
  maturedWinRate,
  maturedWinRateByValue,
  decidedWinRate,
  decidedWinRateByValue,
  periodWinRate,
  periodWinRateByValue,
  overallWinRate,
  overallWinRateByValue,
};

/** Win rates, of closed, of created, of the period, of all. */
export const WIN_RATE_METRICS: readonly MetricDefinition[] = [
  closedWinRate,
  winRateByValue,
  winRateWithAmount,
  winRateOfFirstOutcome,
  winRateOfFirstOutcomeByValue,
  winRateFromStage,
  winRateFromStageByValue,
  createdWinRateMetric,
  createdWinRateByValue,
  maturedWinRate,
  maturedWinRateByValue,
  decidedWinRate,
  decidedWinRateByValue,
  periodWinRate,
  periodWinRateByValue,
  overallWinRate,
  overallWinRateByValue,
];
