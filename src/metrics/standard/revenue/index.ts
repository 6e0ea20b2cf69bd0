import type { MetricDefinition } from '../../definition/metric.js';
import { acv } from './acv.js';
import { averageDealWithoutZero } from './average-deal-without-zero.js';
import { averageDealMetric } from './average-deal.js';
import { newCustomers } from './new-customers.js';
import { opportunitiesClosed } from './opportunities-closed.js';
import { opportunitiesWon } from './opportunities-won.js';
import { revenueWon } from './revenue-won.js';
import { salesCycleClosed } from './sales-cycle-closed.js';
import { salesCycleWonMean } from './sales-cycle-won-mean.js';
import { salesCycleWon } from './sales-cycle-won.js';
import { salesVelocityOfDecided } from './sales-velocity-of-decided.js';
import { salesVelocityMetric } from './sales-velocity.js';
import { timeToWin } from './time-to-win.js';

export {
  opportunitiesClosed,
  opportunitiesWon,
  newCustomers,
  revenueWon,
  acv,
  averageDealMetric,
  averageDealWithoutZero,
  salesCycleWon,
  salesCycleClosed,
  salesCycleWonMean,
  timeToWin,
  salesVelocityMetric,
  salesVelocityOfDecided,
};

/** Deals that closed: how many, worth what, after how long. */
export const REVENUE_METRICS: readonly MetricDefinition[] = [
  opportunitiesClosed,
  opportunitiesWon,
  newCustomers,
  revenueWon,
  acv,
  averageDealMetric,
  averageDealWithoutZero,
  salesCycleWon,
  salesCycleClosed,
  salesCycleWonMean,
  timeToWin,
  salesVelocityMetric,
  salesVelocityOfDecided,
];
