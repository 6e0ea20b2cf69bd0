/**
 * icp/refine: what outcomes say about the target filter. Points fitted to what was won and lost, from the agreed ones on;
 * tested on newer rows; handed back as a diff of the filter that both sides can take, criterion by criterion.
 *
 * @module icp/refine
 */

// What became of those handed over, and what was known of them then
export { labelOutcomes, type LabelledOutcomes, type LabelOptions, type OutcomeLabel, type ReasonLesson, type RoutedOutcome } from './propose/labels.js';
export { outcomeRows, knownOfAccounts, knownOfContacts, type KnownValue, type OutcomeRows } from './propose/known-values.js';
export { columnsOfOutcomes, type OutcomeRow, type ReadOutcomes, type UnreadValues } from './data/columns-of-outcomes.js';
export { outcomeTable, type Feature, type OutcomeColumns, type OutcomeTable } from './data/outcome-table.js';
export { takeRows, takeFeatures, asKnown, type LateValues } from './data/subset.js';
export type { FeatureName } from './data/by-feature.js';

// Values as bins, and bins as points
export { binFeatures, rebinFeatures } from './bins/bin-features.js';
export { placeRows, NO_BIN } from './bins/place-rows.js';
export type { Bin, BinOf, BinnedFeature } from './bins/bin.js';
export { fitPoints, type FitOptions } from './fit/fit-points.js';
export { scoreRows, chanceOf } from './fit/score-rows.js';
export { DEFAULT_SCALE, type PointsTable, type PointsOfFeature, type Scale, type TriedLambda } from './fit/points-table.js';
export { STARTS, type AgreedPoints, type Start } from './fit/prior.js';

// The whole way: outcomes in, a proposal out, and the filter that comes of what was accepted
export { refine } from './propose/refine.js';
export type { Proposal, ProposalDrift, TestedSplit } from './propose/proposal.js';
export type { RefineOptions, Settings } from './propose/options.js';
export type { Admission, Proof, Refusal, Trusted } from './propose/admit.js';
export { ALARMS, type Alarm } from './propose/alarm.js';
export type { CriterionProposal, KeptWhy } from './propose/diff.js';
export type { EvidenceLine, EvidenceOf } from './propose/evidence.js';
export type { TooFew } from './propose/too-few.js';
export type { TestedCriterion, TestedRows } from './propose/tested.js';
export type { ModelCard } from './propose/model-card.js';
export { adopt, type Decision } from './propose/adopt.js';

// How well scores order rows
export { auc } from './measure/auc.js';
export { averagePrecision } from './measure/average-precision.js';
export { kolmogorovSmirnov, type Separation } from './measure/kolmogorov-smirnov.js';
export { atCapacity, gains, type AtCapacity } from './measure/capacity.js';
export { orderMeasures, probabilityMeasures, type OrderMeasures, type ProbabilityMeasures } from './measure/measures.js';

// How well probabilities can be taken at their word
export { brier, type Brier } from './measure/brier.js';
export { logLoss } from './measure/log-loss.js';
export { calibration, type Calibration, type CalibrationGroup } from './measure/calibration.js';
export { recalibrate, type Recalibration } from './measure/recalibrate.js';

// What an attribute tells, and whether it has moved
export { evidenceOf, featureAuc, type Cell, type Evidence } from './measure/evidence.js';
export { missingness, type Missingness } from './measure/missingness.js';
export { drift, type Drift, type DriftVerdict } from './measure/drift.js';
export { scoreCuts, countsBetween } from './measure/parts.js';
export type { Numbers } from './measure/given.js';

// What is learned from, and what is tested on
export { outOfTime } from './validate/out-of-time.js';
export { interleaved } from './validate/interleaved.js';
export { rollingOrigin } from './validate/rolling-origin.js';
export type { Split, SplitRows } from './validate/border.js';
export { trial, type Trial, type TrialOptions } from './validate/trial.js';
export { rollingValidation, type RollingStep } from './validate/rolling-validation.js';

// Champion against challenger, and how far to trust it
export { compare, type Comparison, type ComparisonOptions, type Moved } from './validate/compare.js';
export { pairedBootstrap, type AucDifference, type Contest, type Drawing } from './validate/paired-bootstrap.js';
export { stablePoints, type StablePointsOptions } from './validate/stable-points.js';
export { shuffledTrial } from './validate/shuffled-trial.js';
export { pointsStability, type Points, type Stability, type StablePoints } from './validate/stability.js';
export { shuffledLabelAuc, type ShuffledAuc } from './validate/shuffled-label.js';
