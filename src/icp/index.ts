/**
 * icp: whom to call. The target customer as questions with agreed points, scores with reasons that add up, the target
 * list, and the gate before each call.
 *
 * @module icp
 */

// What was agreed
export { TargetFilter, Criterion, AttributeTest, MISSING_POLICIES, safeParseFilter, type Tier } from './filter.js';
export { lintFilter } from './lint.js';

// How well an account fits
export { score, scorer, type Score, type ScoreReason } from './score.js';

// Whom to call, and whom not
export { buildTargetList, type TargetList, type ListedAccount, type UnlistedAccount, type OutReason } from './target-list.js';
export { mayContact, type PlannedContact, type ContactRules, type ContactVerdict, type ListException, type OptOut } from './gate.js';
export { icpIssue } from './issues.js';
