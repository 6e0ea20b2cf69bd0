/**
 * metrics: numbers that both sides agree on. A metric is data; `evaluate` computes it exactly from facts, `explain` shows
 * the records behind it, a scorecard flags it. Plain formulas for scripts that hold the inputs already.
 *
 * @module metrics
 */

// The numbers that ship: all of them, and each by its name
export { STANDARD_METRICS } from './standard/index.js';
export {
  VOLUME_METRICS,
  inquiryVolume,
  mqlVolume,
  mqlEntries,
  mqlAccountVolume,
  salVolume,
  sqlVolume,
  opportunityLeadVolume,
  customerVolume,
  deliveryVolume,
  stageEntries,
  stageFirstEntries,
  stageDepartures,
  stageInventory,
  stageNetChange,
  mqlGrowth,
} from './standard/volume/index.js';
export {
  CONVERSION_METRICS,
  inquiryToMqlRate,
  inquiryToMqlRatePeriod,
  inquiryToMqlRateReached,
  mqlToSalRate,
  mqlToSalRatePeriod,
  mqlToSalRateReached,
  mqlToSqlRate,
  mqlToSqlRatePeriod,
  mqlToSqlRateMatured,
  mqlToSqlRate90Days,
  mqlToSqlRateReached,
  mqlToSqlRateLast,
  mqlToSqlRateEvery,
  mqlToSqlRateAccounts,
  salToSqlRate,
  salToSqlRatePeriod,
  salToSqlRateReached,
  sqlToOpportunityRate,
  sqlToOpportunityRatePeriod,
  sqlToOpportunityRateReached,
  opportunityToWonRate,
  opportunityToWonRatePeriod,
  mqlToOpportunityRate,
  mqlToWonRate,
  inquiryToWonRate,
  inquiryToWonRateAccounts,
} from './standard/conversion/index.js';
export {
  STAGE_TIME_METRICS,
  timeInStageP50,
  timeInStageP75,
  timeInStageP90,
  timeInStageOpenP50,
  timeInStageOpenP75,
  timeInStageOpenP90,
  timeInStageCumulativeP50,
  timeInStageCumulativeP75,
  timeInStageCumulativeP90,
  timeInStageLeftP50,
  inquiryToMqlTimeP50,
  mqlToSalTimeP50,
  mqlToSqlTimeP50,
  mqlToSqlTimeP75,
  mqlToSqlTimeP90,
  mqlToSqlTimeConvertersP50,
  mqlToSqlTimeConvertersMean,
  mqlToSqlNotConverted,
  salToSqlTimeP50,
  sqlToOpportunityTimeP50,
  opportunityToWonTimeP50,
  mqlToWonTimeP50,
} from './standard/stage-time/index.js';
export {
  HAND_OFF_METRICS,
  acceptanceRate,
  acceptanceRateAnswered,
  rejectionRate,
  rejectionRateByReason,
  rejectionReasons,
  disqualificationRate,
  disqualificationRateCohort,
  disqualificationReasons,
  expiryRate,
  recycleRate,
  recycleYieldMql,
  recycleYieldSql,
  resubmissionRate,
  resubmissionSuccess,
} from './standard/hand-off/index.js';
export {
  RESPONSE_METRICS,
  speedToLeadP50,
  speedToLead,
  speedToLeadP95,
  responseFromCreationP50,
  responseFromCreationP90,
  responseFromCreationP95,
  responseFromMqlP50,
  responseFromMqlP90,
  responseFromMqlP95,
  responseFromAssignmentP50,
  responseFromAssignmentP90,
  responseFromAssignmentP95,
  responseFromDeliveryP50,
  responseFromDeliveryP90,
  responseFromDeliveryP95,
  responseFromRoutingP50,
  responseFromRoutingP90,
  responseFromRoutingP95,
  responseFromDeliveryOpenP90,
  responseRate,
} from './standard/response/index.js';
export {
  CONDUCT_METRICS,
  slaAttainment,
  slaAttainmentDue,
  attemptCompliance,
  attemptComplianceUnreached,
  listCompliance,
  listComplianceWithExceptions,
  listCoverage,
  conversationsReported,
  reportCompleteness,
  feedbackCompleteness,
  feedbackAnswered,
  feedbackAnswerTimeP90,
  volumeCommitment,
  volumeCommitmentValue,
  attemptsByChannel,
  channelMix,
  channelMixGapPhone,
  channelMixGapEmail,
  channelMixGapSocial,
} from './standard/conduct/index.js';
export {
  LEAKAGE_METRICS,
  leakUnowned,
  leakUnrouted,
  leakUnaccepted,
  leakUntouched,
  leakStalled,
  leakLostOnConvert,
} from './standard/leakage/index.js';
export {
  WORKLOAD_METRICS,
  attemptsByPerson,
  leadsWorked,
  leadsInHand,
  deliveriesByPerson,
  workload,
} from './standard/workload/index.js';
export {
  ADVOCACY_METRICS,
  advocacyActs,
  referencesAgreed,
  referencesMade,
  referencesUsed,
  caseStudiesAgreed,
  caseStudiesMade,
  caseStudiesUsed,
  advocacyInquiries,
  advocacyLeads,
  advocacyWonRate,
} from './standard/advocacy/index.js';
export {
  MEETING_METRICS,
  meetingAcceptanceRate,
  meetingsAccepted,
  meetingsHeld,
  meetingsSet,
  qualifiedMeetings,
  showRateMetric,
  showRateWithCancelled,
} from './standard/meetings/index.js';
export {
  PIPELINE_METRICS,
  pipelineCreated,
  opportunitiesCreated,
  sourcedOpportunitiesByLead,
  sourcedOpportunitiesByFirstTouch,
  sourcedOpportunitiesBeforeSales,
  sourcedPipelineByLead,
  sourcedPipelineByFirstTouch,
  sourcedPipelineBeforeSales,
  marketingContributionByLead,
  marketingContributionByFirstTouch,
  marketingContributionBeforeSales,
  influencedOpportunitiesAtAnyTimeOfLead,
  influencedOpportunitiesBeforeCreationOfLead,
  influencedOpportunitiesRecentlyOfLead,
  influencedOpportunitiesAtAnyTimeOfAccount,
  influencedOpportunitiesBeforeCreationOfAccount,
  influencedOpportunitiesRecentlyOfAccount,
  influencedPipelineAtAnyTimeOfLead,
  influencedPipelineBeforeCreationOfLead,
  influencedPipelineRecentlyOfLead,
  influencedPipelineAtAnyTimeOfAccount,
  influencedPipelineBeforeCreationOfAccount,
  influencedPipelineRecentlyOfAccount,
  influencedWinsOfLead,
  influencedWinsOfAccount,
  influencedRevenueOfLead,
  influencedRevenueOfAccount,
} from './standard/pipeline/index.js';
export {
  WIN_RATE_METRICS,
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
} from './standard/win-rate/index.js';
export {
  REVENUE_METRICS,
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
} from './standard/revenue/index.js';
export {
  COST_METRICS,
  spendTotal,
  budget,
  budgetSpent,
  budgetSpentToDate,
  cacBlended,
  cacPaid,
  cacFullyLoaded,
  cacMedia,
  cacSalaries,
  cacTools,
  cacLagged,
  costPerLead,
  costPerMql,
  costPerSal,
  costPerSql,
  costPerOpportunity,
  costPerMqlOfCohort,
  costPerSalOfCohort,
  costPerSqlOfCohort,
  costPerOpportunityOfCohort,
  roasMetric,
  romiOnRevenue,
  romiOnGrossMargin,
  romiOnIncrementalMargin,
} from './standard/cost/index.js';
export {
  FORECAST_METRICS,
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
} from './standard/forecast/index.js';

// What a number is, and the records behind it
export { evaluate } from './engine/evaluate.js';
export type {
  FactFigure,
  Figure,
  FormulaFigure,
  FractionFigure,
  Group,
  MetricHead,
  MetricResult,
  ValueShareFigure,
} from './engine/result.js';
export type { FormulaValue, NoValue } from './engine/formula.js';
export type { MetricOptions, Outcome, Reason } from './engine/candidate.js';
export { explain, type Evidence } from './engine/explain.js';
export { inapplicable, type Inapplicable } from './engine/applicable.js';
export { safeParseGroupBy, type GroupKey } from './engine/group.js';
export { factSource, type FactSource, type FactsIn } from './engine/source.js';

// The same number in parts
export { cellsOf, type MetricCell, type MetricCells } from './engine/cells.js';
export type { Together } from './engine/together.js';

// A metric of one's own
export {
  Basis,
  Measure,
  MetricDefinition,
  definitionHash,
  isFormula,
  narrowed,
  parseMetric,
  safeParseMetric,
  type FactMetric,
  type FormulaMetric,
} from './definition/metric.js';
export { converted, type Conversion } from './definition/converted.js';
export { inputOf } from './definition/input-of.js';
export { METRIC_UNITS } from './definition/units.js';
export { FactMeasure } from './definition/measure.js';
export { FactBasis, Maturity, type MilestoneBasis, type RowsBasis } from './definition/basis.js';
export { FormulaBasis, FormulaMeasure, type FormulaInput, type Operand } from './definition/formula.js';
export { ROW_TABLES } from './definition/row-tables.js';
export { Filter, PlainFilter, type RelatedFilter } from './definition/filter.js';
export type { ColumnRef, GroupRef } from './definition/column-ref.js';

// Exact integers, for who computes them elsewhere
export { tallyOf } from './engine/evaluate.js';
export type {
  FactTally,
  FormulaTally,
  FractionTally,
  PercentileTally,
  SumTally,
  Tally,
  TallyGroup,
  ValueShareTally,
} from './engine/tally.js';
export { resultOf, notApplicable } from './engine/result.js';

// The scorecard: entries with their flags, over several periods, by person, and the goal that both sides share
export { Scorecard, ScorecardEntry, SharedGoal, CADENCES, type Cadence, type GoalMeasure } from './scorecard/scorecard.js';
export { LookedAt, DURATION_UNITS } from './scorecard/looked-at.js';
export { scorecard, FLAGS, type Flag, type Flagged, type ScorecardOptions, type ScorecardRow } from './scorecard/score.js';
export { seenIn, type NoFlag, type Reading } from './scorecard/seen.js';
export { nextCheck } from './scorecard/next-check.js';
export { trends, TREND_LOOKS, type Trend, type TrendLook, type TrendOptions, type TrendPoint } from './scorecard/trend.js';
export { goalStanding, type GoalNumber, type GoalOptions, type GoalStanding, type GoalState } from './scorecard/goal.js';
export {
  coaching,
  ownNumber,
  type Coaching,
  type CoachingOptions,
  type OwnNumber,
  type PersonNumber,
  type TeamNumber,
} from './scorecard/coaching.js';
export { entryIssues, goalIssues, lintScorecard, MOST_METRICS } from './scorecard/scorecard-check.js';

// Volume by stage and exit
export { funnel, type Funnel, type FunnelExit, type FunnelOptions, type FunnelStage, type Tallied } from './flow/funnel.js';

// Who is credited with a conversion
export { attribute, type AttributionOptions } from './attribution/attribute.js';
export { explainPath, type CreditReason, type TouchCredit } from './attribution/explain.js';
export { pathsOf, type FoundPaths } from './attribution/paths-of.js';
export type { PathOptions } from './attribution/path-options.js';
export { LONGEST_PATH, MOST_TOUCHES, type Path, type PathMilestones, type PathTouch } from './attribution/path.js';
export {
  AttributionModel,
  ANCHORS,
  FULL_PATH,
  W_SHAPED,
  inverseJShaped,
  jShaped,
  modelHash,
  uShaped,
  type Anchor,
  type PathModel,
  type PositionModel,
  type UAnchor,
} from './attribution/model.js';
export type { Attribution, CreditRow, CreditedMoney, MarkovDetail, ShapleyDetail } from './attribution/attribution.js';
export { markovEffects, type MarkovEffects } from './attribution/markov.js';
export { pathColumns, type PathColumns } from './attribution/columns.js';
export type { Removal } from './attribution/removal.js';
export { attributionIssue } from './attribution/issues.js';

// What each of several causes contributes, exactly
export { shapleyShares, MOST_PLAYERS } from './shapley.js';

// What must come out even
export { identities, IDENTITIES, MOST_RECORDS, type Identity, type IdentityName, type IdentityOptions } from './flow/identities.js';
export { pipelineFlow, PIPELINE_MOVES, type PipelineFlow, type PipelineMove } from './flow/pipeline-flow.js';

// Why two numbers differ
export { reconcile, type Reconciliation, type Share } from './reconcile/reconcile.js';
export type { Data, Horizon, Report } from './reconcile/report.js';
export { CAUSES, type Cause, type JointCause } from './reconcile/knob.js';
export { MOST_KNOBS, type Grain } from './reconcile/coalitions.js';
export { MOST_MOVED, type Moved, type Movement, type Standing } from './reconcile/records.js';
export { dataChanges, MOST_ROWS, type DataChanges, type Listed } from './reconcile/data-changes.js';
export { searchFor, type Hit, type Search, type SearchOptions } from './reconcile/search.js';
export { usualAlternatives, type Alternative } from './reconcile/alternatives.js';

// Millions of rows, as columns
export { funnelMany, type EntryColumns, type FunnelManyOptions, type StageFlow } from './bulk/funnel-many.js';
export { percentilesOf, type RankedValue } from './bulk/percentiles.js';
export { sumDecimals, type DecimalSum, type GroupColumn } from './bulk/decimal-sums.js';
export { decimalColumn, type DecimalColumn } from './bulk/decimal-column.js';

// Plain formulas
export { shareOf, winRate, createdWinRate, showRate, leadVelocity, quotaAttainment } from './formulas/rates.js';
export { salesVelocity, pipelineCoverage, requiredCoverage, pipelineNeeded, weightedPipeline } from './formulas/pipeline.js';
export { leadsNeeded, volumesNeeded, valueOfMql, mqlsNeeded, type VolumeNeeded } from './formulas/plan.js';
export { averageDeal, annualContractValue } from './formulas/deals.js';
export { customerAcquisitionCost, costPer, paybackMonths, romi, revenueReturn, roas } from './formulas/cost.js';
export type { Quantity, Written } from './formulas/quantity.js';

// What can be wrong
export { metricsIssue } from './issues.js';
