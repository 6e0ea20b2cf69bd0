/**
 * pact: the agreement itself. One plain document that marketing, sales development and sales approve, and the review
 * that follows from it and the events. Ties the rooms below together.
 *
 * @module pact
 */

// The document
export { Pact, parsePact, safeParsePact, definePact, type Approval } from './pact.js';
export { frameworkOf, safeFrameworkOf } from './framework.js';
export { HandOff, type Deliverable } from './hand-off.js';
export { lintPact } from './lint.js';

// Who agreed to it
export { approve, approvalStatus, pactDigest, type ApprovalStatus } from './approval.js';
export { versionsInForce, versionAt, type VersionInForce } from './versions.js';

// What follows from it
export { type CountedOn } from './counted-on.js';
export { LEARNING_DAYS, review, safeReview, type Evidence, type ImportAccount, type Review, type ReviewedPact } from './review.js';
export { type ReviewOptions } from './asked.js';
export { rejudgePact, type PactRejudged, type RejudgedFinding, type ShortFinding } from './rejudge.js';
export { pactFacts, factsUnder, type PactFacts, type PactRecords } from './facts.js';
export { scheduleOf, escalationsOf, expiriesOf, deadlineOf } from './due/due.js';
export { planOf, reviewDays } from './due/plan.js';
export { directoryOf } from './due/directory.js';
export { hoursOf, hoursOfClocks } from './hours.js';
export { listStandings, type ListStanding } from './lists.js';
export { exceptionsUnder, type GrantedExceptions } from './excepted.js';
export { type Names } from './names.js';
export { type Numbers } from './numbers.js';
export { leadQuality, type LeadQuality, type QualityRow } from './quality.js';
export { type FollowUpRow, type TimeToTry } from './follow-up.js';
export { disputesOf, type Dispute } from './disputes.js';
export { pactIssue } from './issues.js';
