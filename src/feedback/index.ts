/**
 * feedback: what sales says back when a lead leaves, as agreed reasons with what it takes to give them, and what
 * marketing should learn from it.
 *
 * @module feedback
 */

// What was agreed
export { ExitReason, REASONED_EXITS, isReasoned, type ReasonedExit } from './exit-reason.js';
export { lintReasons } from './lint.js';

// Whether an exit says it
export { checkDisposition, type Disposition, type DoneSoFar } from './check-disposition.js';
export { checkExit, type ExitVerdict } from './check-exit.js';

// What is learned from them
export { feedbackSummary, type FeedbackSummary, type ReasonCount, type Learnings, type LearningCount } from './summary.js';
export { shareOf, EVIDENCE_MINIMUM, type Share } from './share.js';
export { feedbackIssue } from './issues.js';
