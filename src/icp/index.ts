/**
 * icp: whom to call. The target customer as questions with agreed points, scores with reasons that add up, the target
 * list, and the gate before each call.
 *
 * @module icp
 */

// What was agreed
export { TargetFilter, type Tier } from './filter/filter.js';
export { Criterion, MISSING_POLICIES, MOST_POINTS } from './filter/criterion.js';
export { Condition, type PlainCondition, type ConditionGroup, type ContactCount } from './filter/condition.js';
export { AgreedAttribute, ATTRIBUTE_TYPES } from './filter/attribute.js';
export { safeParseFilter } from './filter/read.js';
export { filterIssues } from './filter/check.js';
export { lintFilter } from './filter/lint.js';

// How well an account fits
export { score, scorer, type Score, type ScoreReason } from './score/score.js';
export { ask, type Finding } from './score/ask.js';
export { lets } from './score/lets.js';
export { nextTier, type NextTier, type WayUp, type Change } from './score/next-tier.js';
export type { Whom } from './score/subject.js';

// How well a million accounts fit, from typed columns
export { scoreColumns } from './columns/score-columns.js';
export { rankColumns, OUT_REASONS, type RankedColumns } from './columns/rank-columns.js';
export { columnsOfAccounts, type KnownPeople } from './columns/of-accounts.js';
export { accountAt, type AccountRow } from './columns/account-at.js';
export type { AccountColumns, AccountColumn, AttributeColumns, ContactColumns } from './columns/account-columns.js';
export type { ColumnScores } from './columns/settle.js';

// Whom to call, and whom not
export { buildTargetList, listVersion, type TargetList, type ListedAccount, type UnlistedAccount, type OutReason, type ListOrigin } from './list/target-list.js';
export { diffLists, type ListDiff, type ListChange, type ListCause, type ReasonChange, type Standing } from './list/diff.js';
export { listEvent, type Provision } from './list/event.js';
export { providedList, type CallList, type ProvidedList } from './list/call-list.js';

// What is to be known before a call
export { DossierStandard, type DossierSection } from './dossier/standard.js';
export { dossierIssues } from './dossier/check.js';
export { Dossier, safeParseDossier, type Research } from './dossier/dossier.js';
export { dossierCompleteness, type DossierCompleteness, type SectionState } from './dossier/completeness.js';
export { dossierCoverage, type DossierCoverage, type SectionCoverage, type CoveredList } from './dossier/coverage.js';
export { dossierEvent } from './dossier/event.js';

// May this contact be made
export { ContactRules } from './gate/rules.js';
export { contactRulesIssues } from './gate/check.js';
export { gateState, type GateState, type OptOut } from './gate/state.js';
export { mayContact, callGate, type PlannedContact, type ContactVerdict } from './gate/gate.js';
export { listExceptions, exceptionFinder, type ListExceptions, type ListException, type Excepted } from './gate/exceptions.js';
export { grantException, type Grant } from './gate/grant.js';

// How much interest is shown of late
export { EngagementModel, type Signal } from './engagement/model.js';
export { engagementIssues } from './engagement/check.js';
export {
  engagement,
  engagementByLead,
  engagementByAccount,
  levelOf,
  type Engagement,
  type EngagementReason,
  type LeadEngagement,
  type AccountEngagement,
} from './engagement/engagement.js';
export { halfLifeWeights } from './engagement/half-life.js';

// What is done about it
export { ActionMatrix } from './action/matrix.js';
export { matrixIssues, lintMatrix, type MatrixSides } from './action/check.js';
export { actionFor, planActions, type ActionChoice, type AgreedAction, type PlannedAction } from './action/action.js';

export { icpIssue } from './issues.js';
