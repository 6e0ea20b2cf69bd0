import { groundsIssues } from '../feedback/check-exit.js';
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

const saidEnough = (reasons: Parameters<typeof groundsIssues>[0], { kind, reason, specifics, rejectionClass }: FeedbackFact): boolean => {
  if (kind === 'meeting_declined') return reason !== null;
  const grounds = { exit: kind, reason, class: rejectionClass, specifics, attempts: Infinity, contacts: Infinity };
  return groundsIssues(reasons, grounds).length === 0;
};
