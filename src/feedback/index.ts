/**
 * feedback: what sales says back when a lead leaves, as agreed reasons with what it takes to give them; what conversations
 * taught; what marketing should learn from both, how sure it can be, and who owes an answer.
 *
 * @module feedback
 */

// What was agreed
export { ExitReason, REASONED_EXITS, isReasoned, LESSONS, Lesson, type ReasonedExit } from './exit/exit-reason.js';
export { ReportRules, REPORT_FIELDS } from './report/rules.js';
export { lintReasons } from './exit/lint.js';
export { lintReportRules } from './report/lint.js';

// Whether an exit says it, and what had been done before
export { doneSoFar } from './exit/done-so-far.js';
export { checkDisposition, type Disposition } from './exit/check-disposition.js';
export { checkExit, type ExitVerdict } from './exit/check-exit.js';
export { saidIssues, type DoneSoFar, type Said } from './exit/grounds.js';

// What a conversation taught, and what became of a call
export { checkReport, reportIssues, type Reportable } from './report/check-report.js';
export { isConversation, type Conversation } from './report/conversation.js';
export type { ReportedAttribute } from './report/attribute.js';
export { corrections, type FactCorrection } from './report/corrections.js';
export { toldValues, type ToldValue } from './report/told-values.js';
export { correctAccounts, correctContacts, type Corrected } from './report/correct.js';
export { callSummary, type CallSummary, type OutcomeCount } from './calls/summary.js';

// What is learned from them
export {
  feedbackSummary,
  type AgreedReports,
  type FeedbackSummary,
  type ReasonCount,
  type Learnings,
  type LearningCount,
} from './learn/summary.js';
export { learnedFrom, type Learned } from './learn/learnings.js';
export type { CriterionAnswers, LearnedOf, LearningTable } from './learn/table.js';
export type { Learning, LearningOwner } from './learn/learning.js';
export type { CaseCounts, CaseOptions } from './learn/cases.js';
export { LEARNED_BY, type LearnedBy } from './learn/learned-by.js';
export { differenceOf, type Difference, type LearningVerdict } from './learn/difference.js';
export { shareOf, EVIDENCE_MINIMUM, type Share } from '../kernel/share.js';

// Who owes an answer
export { answersOwed, type AnswerOwed, type AnswerState, type AnswersOwed, type LoopsOf } from './learn/answers.js';
export { feedbackIssue } from './issues.js';
export { unsuggested, type Suggest } from './suggest.js';
