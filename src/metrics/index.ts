/**
 * metrics: numbers that both sides agree on. A metric is data; `evaluate` computes it exactly from facts, `explain` shows
 * the records behind it, a scorecard flags it. Plain formulas for scripts that hold the inputs already.
 *
 * @module metrics
 */

// The numbers that ship
export {
  STANDARD_METRICS,
  acceptanceRate,
  closedWinRate,
  mqlToSqlRate,
  mqlVolume,
  pipelineCreated,
  speedToLead,
} from './definitions/index.js';

// What a number is, and the records behind it
export { evaluate } from './evaluate.js';
export type { Figure, FractionFigure, Group, MetricHead, MetricResult } from './result.js';
export type { MetricOptions, Outcome } from './candidate.js';
export { explain, type Evidence } from './explain.js';
export type { Reason } from './unit.js';
export { inapplicable, type Inapplicable } from './applicable.js';
export { safeParseGroupBy, type GroupKey } from './group.js';

// A metric of one's own
export { MetricDefinition, METRIC_UNITS, definitionHash, narrowed, parseMetric, safeParseMetric } from './metric.js';
export { Measure } from './measure.js';
export { Basis, ROW_TABLES, type MilestoneBasis, type RowsBasis } from './basis.js';
export { Filter } from './filter.js';
export type { ColumnRef } from './column-ref.js';

// Exact integers, for who computes them elsewhere
export { tallyOf, type FractionTally, type PercentileTally, type SumTally, type Tally, type TallyGroup } from './tally.js';
export { resultOf, notApplicable } from './result.js';

// The scorecard
export { Scorecard, ScorecardEntry, CADENCES, DURATION_UNITS, type SharedGoal } from './scorecard.js';
export { scorecard, FLAGS, type Flag, type NoFlag, type ScorecardRow } from './score.js';
export { entryIssues, lintScorecard, MOST_METRICS } from './scorecard-check.js';

// Volume by stage and exit
export { funnel, type Funnel, type FunnelExit, type FunnelOptions, type FunnelStage, type Tallied } from './funnel.js';

// Plain formulas
export { winRate, salesVelocity, pipelineCoverage, leadsNeeded, type Written } from './formulas.js';
export type { Quantity } from './quantity.js';

// What can be wrong
export { metricsIssue } from './issues.js';
