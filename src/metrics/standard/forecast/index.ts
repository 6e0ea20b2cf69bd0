import type { MetricDefinition } from '../../definition/metric.js';
import { coverageOfFullQuota } from './coverage-of-full-quota.js';
import { coverageOfWhatIsLeft } from './coverage-of-what-is-left.js';
import { forecastBestCaseOnly } from './forecast-best-case-only.js';
import { forecastBestCase } from './forecast-best-case.js';
import { forecastCommitOnly } from './forecast-commit-only.js';
import { forecastCommit } from './forecast-commit.js';
import { forecastMostLikelyOnly } from './forecast-most-likely-only.js';
import { forecastMostLikely } from './forecast-most-likely.js';
import { forecastOpenPipeline } from './forecast-open-pipeline.js';
import { forecastPipelineOnly } from './forecast-pipeline-only.js';
import { openOpportunities } from './open-opportunities.js';
import { openPipeline } from './open-pipeline.js';
import { pipelineClosing } from './pipeline-closing.js';
import { quotaAttainmentToDate } from './quota-attainment-to-date.js';
import { quotaAttainmentMetric } from './quota-attainment.js';
import { requiredCoverageMetric } from './required-coverage.js';
import { revenueQuota } from './revenue-quota.js';
import { weightedPipelineClosing } from './weighted-pipeline-closing.js';
import { weightedPipelineMetric } from './weighted-pipeline.js';

export {
  openOpportunities,
  openPipeline,
  pipelineClosing,
  revenueQuota,
  quotaAttainmentMetric,
  quotaAttainmentToDate,
  coverageOfWhatIsLeft,
  coverageOfFullQuota,
  requiredCoverageMetric,
  weightedPipelineMetric,
  weightedPipelineClosing,
  forecastPipelineOnly,
  forecastBestCaseOnly,
  forecastMostLikelyOnly,
  forecastCommitOnly,
  forecastOpenPipeline,
  forecastBestCase,
  forecastMostLikely,
  forecastCommit,
};

/** What is still to come: open pipeline, quota, coverage, forecast. */
export const FORECAST_METRICS: readonly MetricDefinition[] = [
  openOpportunities,
  openPipeline,
  pipelineClosing,
  revenueQuota,
  quotaAttainmentMetric,
  quotaAttainmentToDate,
  coverageOfWhatIsLeft,
  coverageOfFullQuota,
  requiredCoverageMetric,
  weightedPipelineMetric,
  weightedPipelineClosing,
  forecastPipelineOnly,
  forecastBestCaseOnly,
  forecastMostLikelyOnly,
  forecastCommitOnly,
  forecastOpenPipeline,
  forecastBestCase,
  forecastMostLikely,
  forecastCommit,
];
