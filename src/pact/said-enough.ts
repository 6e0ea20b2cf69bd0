import type { ExitReason } from '../feedback/exit/exit-reason.js';
import { saidIssues } from '../feedback/exit/grounds.js';
import { unsuggested } from '../feedback/suggest.js';
import type { FeedbackFact } from '../vocabulary/fact.js';
import { atMoment, type VersionInForce } from './versions.js';

/**
 * Whether items of feedback say what was agreed: a reason that the version of the pact then in force lists for such an exit,
 * in its class, with the specifics that it asks for. A declined meeting says enough with any reason, since none is agreed
 * for it. What was done before is another question. Feedback from before any version has no answer.
 */
export const withCompleteness = (versions: readonly VersionInForce[], feedback: readonly FeedbackFact[]): readonly FeedbackFact[] =>
  feedback.map((item) => {
    const reasons = atMoment(versions, item.at)?.pact.exitReasons;
    return { ...item, complete: reasons === undefined ? null : saidEnough(reasons, item) };
  });

const saidEnough = (reasons: readonly ExitReason[], { kind, reason, specifics, rejectionClass }: FeedbackFact): boolean =>
  kind === 'meeting_declined' ? reason !== null : saidIssues(reasons, { exit: kind, reason, specifics, class: rejectionClass }, unsuggested).length === 0;
