import type { MetricDefinition } from '../definition/metric.js';
import { VOLUME_METRICS } from './volume/index.js';
import { CONVERSION_METRICS } from './conversion/index.js';
import { STAGE_TIME_METRICS } from './stage-time/index.js';
import { HAND_OFF_METRICS } from './hand-off/index.js';
import { RESPONSE_METRICS } from './response/index.js';
import { CONDUCT_METRICS } from './conduct/index.js';
import { LEAKAGE_METRICS } from './leakage/index.js';
import { WORKLOAD_METRICS } from './workload/index.js';
import { ADVOCACY_METRICS } from './advocacy/index.js';
import { MEETING_METRICS } from './meetings/index.js';
import { PIPELINE_METRICS } from './pipeline/index.js';
import { WIN_RATE_METRICS } from './win-rate/index.js';
import { REVENUE_METRICS } from './revenue/index.js';
import { COST_METRICS } from './cost/index.js';
import { FORECAST_METRICS } from './forecast/index.js';

export { VOLUME_METRICS, CONVERSION_METRICS, STAGE_TIME_METRICS, HAND_OFF_METRICS, RESPONSE_METRICS, CONDUCT_METRICS, LEAKAGE_METRICS, WORKLOAD_METRICS, ADVOCACY_METRICS };
export { MEETING_METRICS, PIPELINE_METRICS, WIN_RATE_METRICS, REVENUE_METRICS, COST_METRICS, FORECAST_METRICS };

/** The metrics that ship, in the order in which a lead meets them. A host adds its own to the list. */
// A function, so that a bundle that takes single metrics drops the list: spreading could have effects.
export const STANDARD_METRICS: readonly MetricDefinition[] = /* @__PURE__ */ (() => [
  ...VOLUME_METRICS,
  ...CONVERSION_METRICS,
  ...STAGE_TIME_METRICS,
  ...HAND_OFF_METRICS,
  ...RESPONSE_METRICS,
  ...CONDUCT_METRICS,
  ...LEAKAGE_METRICS,
  ...WORKLOAD_METRICS,
  ...MEETING_METRICS,
  ...PIPELINE_METRICS,
  ...WIN_RATE_METRICS,
  ...REVENUE_METRICS,
  ...COST_METRICS,
  ...FORECAST_METRICS,
  ...ADVOCACY_METRICS,
])();
