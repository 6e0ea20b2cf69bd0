import type { Issue } from '../../kernel/issue.js';
import type { ExitFact } from '../../vocabulary/fact.js';
import { isReasoned, type ExitReason } from './exit-reason.js';
import type { Suggest } from '../suggest.js';
import { groundsIssues } from './grounds.js';

/** Whether an exit says what was agreed. `not_asked`: it expired, and clocks give no reasons. */
export interface ExitVerdict {
  readonly state: 'complete' | 'incomplete' | 'not_asked';
  /** The agreed reason, where one was given. */
  readonly reason: ExitReason | null;
  readonly issues: readonly Issue[];
}

/**
 * Check a recorded exit against the agreed reasons, and say everything that is missing. Specifics are asked of rejections
 * and disqualifications; the event of a lost opportunity has no place for them. What had to be done first is counted since
 * the last delivery, and the days of 24 hours run from the first attempt to the exit.
 *
 * Issues: `feedback.reason_missing`, `feedback.unknown_reason` and `feedback.reason_of_other_exit` with what would be
 * accepted, `feedback.specific_missing`, `feedback.class_mismatch`, `feedback.too_few_attempts`,
 * `feedback.too_few_contacts`, `feedback.too_few_channels`, `feedback.too_soon`.
 *
 * @param suggest - Looks for what an unknown reason most likely meant.
 */
export const checkExit = (reasons: readonly ExitReason[], fact: ExitFact, suggest?: Suggest): ExitVerdict => {
  const { exit, attempts, contacts, attemptChannels, firstAttemptAt } = fact;
  if (!isReasoned(exit)) return { state: 'not_asked', reason: null, issues: [] };
  const issues = groundsIssues(reasons, { ...fact, exit }, { attempts, contacts, channels: attemptChannels, firstAttemptAt }, fact.at, suggest);
  const reason = reasons.find(({ id }) => id === fact.reason) ?? null;
  return { state: issues.length === 0 ? 'complete' : 'incomplete', reason, issues };
};
