import type { Issue } from '../kernel/issue.js';
import { nearest } from '../kernel/nearest.js';
import type { RejectionClass } from '../vocabulary/events/hand-off.js';
import type { ExitFact } from '../vocabulary/fact.js';
import { isReasoned, type ExitReason, type ReasonedExit } from './exit-reason.js';
import { feedbackIssue } from './issues.js';

/** What was said about an exit, and what had been done before it. */
export interface Grounds {
  readonly exit: ReasonedExit;
  readonly reason: string | null;
  readonly class: RejectionClass | null;
  /** Names of the specifics given and not empty. */
  readonly specifics: readonly string[];
  readonly attempts: number;
  readonly contacts: number;
}

/** Whether an exit says what was agreed. `not_asked`: it expired, and clocks give no reasons. */
export interface ExitVerdict {
  readonly state: 'complete' | 'incomplete' | 'not_asked';
  /** The agreed reason, where one was given. */
  readonly reason: ExitReason | null;
  readonly issues: readonly Issue[];
}

/**
 * Check a recorded exit against the agreed reasons, and say everything that is missing. Specifics are asked of rejections
 * and disqualifications; the event of a lost opportunity has no place for them.
 *
 * Issues: `feedback.reason_missing`, `feedback.unknown_reason` and `feedback.reason_of_other_exit` with what would be
 * accepted, `feedback.specific_missing`, `feedback.class_mismatch`, `feedback.too_few_attempts`,
 * `feedback.too_few_contacts`.
 */
export const checkExit = (reasons: readonly ExitReason[], fact: ExitFact): ExitVerdict => {
  const { exit } = fact;
  if (!isReasoned(exit)) return { state: 'not_asked', reason: null, issues: [] };
  const issues = groundsIssues(reasons, { ...fact, exit });
  const reason = reasons.find(({ id }) => id === fact.reason) ?? null;
  return { state: issues.length === 0 ? 'complete' : 'incomplete', reason, issues };
};

/** Everything wrong with the grounds of an exit. */
export const groundsIssues = (reasons: readonly ExitReason[], grounds: Grounds): readonly Issue[] => {
  const { exit } = grounds;
  const fitting = reasons.filter(({ exits }) => exits.includes(exit)).map(({ id }) => id);
  if (grounds.reason === null) return [feedbackIssue('reason_missing', { exit, accepted: fitting }, ['reason'])];
  const reason = reasons.find(({ id }) => id === grounds.reason);
  if (reason === undefined) {
    const params = { reason: grounds.reason.slice(0, 200), exit, accepted: fitting, suggestion: nearest(grounds.reason, fitting) };
    return [feedbackIssue('unknown_reason', params, ['reason'])];
  }
  const { attempts = 0, contacts = 0 } = reason.precondition ?? {};
  const said = { reason: reason.id };
  return [
    ...(reason.exits.includes(exit)
      ? []
      : [feedbackIssue('reason_of_other_exit', { ...said, exit, exits: reason.exits, accepted: fitting }, ['reason'])]),
    ...(exit === 'rejected' && reason.class !== undefined && reason.class !== grounds.class
      ? [feedbackIssue('class_mismatch', { ...said, expected: reason.class, found: grounds.class }, ['class'])]
      : []),
    ...(exit === 'lost' ? [] : reason.specifics)
      .filter((specific) => !grounds.specifics.includes(specific))
      .map((specific) => feedbackIssue('specific_missing', { ...said, specific }, ['specifics', specific])),
    ...(grounds.attempts < attempts
      ? [feedbackIssue('too_few_attempts', { ...said, needed: attempts, found: grounds.attempts }, ['reason'])]
      : []),
    ...(grounds.contacts < contacts
      ? [feedbackIssue('too_few_contacts', { ...said, needed: contacts, found: grounds.contacts }, ['reason'])]
      : []),
  ];
};
