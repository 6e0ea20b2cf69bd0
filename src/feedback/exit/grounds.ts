import type { Instant } from '../../kernel/instant.js';
import type { Issue } from '../../kernel/issue.js';
import type { RejectionClass } from '../../vocabulary/events/hand-off.js';
import type { ExitReason, ReasonedExit } from './exit-reason.js';
import { feedbackIssue } from '../issues.js';
import { suggested, type Suggest } from '../suggest.js';

/** What was said about an exit. */
export interface Said {
  readonly exit: ReasonedExit;
  readonly reason: string | null;
  readonly class: RejectionClass | null;
  /** Names of the specifics given and not empty. */
  readonly specifics: readonly string[];
}

/**
 * What has been done for a lead since its last delivery, or since the beginning where it was never delivered: attempts by
 * people of the party that lets it go, and conversations that any of our people had, calls and meetings alike.
 */
export interface DoneSoFar {
  readonly attempts: number;
  readonly contacts: number;
  /** By how many different channels those attempts went. */
  readonly channels: number;
  /** When the first of those attempts was; null where there was none. */
  readonly firstAttemptAt: Instant | null;
}

const DAY = 86_400_000;

/**
 * Everything that is missing from what was said, or is not agreed.
 *
 * @param suggest - Looks for what an unknown reason most likely meant.
 */
export const saidIssues = (reasons: readonly ExitReason[], said: Said, suggest: Suggest = suggested): readonly Issue[] => {
  const { exit } = said;
  const fitting = reasons.filter(({ exits }) => exits.includes(exit)).map(({ id }) => id);
  if (said.reason === null) return [feedbackIssue('reason_missing', { exit, accepted: fitting }, ['reason'])];
  const reason = reasons.find(({ id }) => id === said.reason);
  if (reason === undefined) {
    const params = { reason: said.reason.slice(0, 200), exit, accepted: fitting, suggestion: suggest(said.reason, fitting) };
    return [feedbackIssue('unknown_reason', params, ['reason'])];
  }
  const { id, exits, class: agreedClass, specifics } = reason;
  return [
    ...(exits.includes(exit) ? [] : [feedbackIssue('reason_of_other_exit', { reason: id, exit, exits, accepted: fitting }, ['reason'])]),
    ...(exit === 'rejected' && agreedClass !== undefined && agreedClass !== said.class
      ? [feedbackIssue('class_mismatch', { reason: id, expected: agreedClass, found: said.class }, ['class'])]
      : []),
    ...(exit === 'lost' ? [] : specifics)
      .filter((specific) => !said.specifics.includes(specific))
      .map((specific) => feedbackIssue('specific_missing', { reason: id, specific }, ['specifics', specific])),
  ];
};

/**
 * Everything that had to be done first and was not.
 *
 * @param at - The moment of the exit; null where it cannot be read, and days cannot be counted.
 */
export const doneIssues = (reason: ExitReason, done: DoneSoFar, at: Instant | null): readonly Issue[] => {
  const { attempts = 0, contacts = 0, channels = 0, overDays = 0 } = reason.precondition ?? {};
  const since = done.firstAttemptAt;
  // Whole days of 24 hours that have passed since the first attempt; none where there was none.
  const days = since === null || at === null ? 0 : Math.floor((at - since) / DAY);
  const lacks = (name: 'too_few_attempts' | 'too_few_contacts' | 'too_few_channels' | 'too_soon', needed: number, found: number): readonly Issue[] =>
    // What is no number proves nothing.
    needed > 0 && !(found >= needed) ? [feedbackIssue(name, { reason: reason.id, needed, found }, ['reason'])] : [];
  return [
    ...lacks('too_few_attempts', attempts, done.attempts),
    ...lacks('too_few_contacts', contacts, done.contacts),
    ...lacks('too_few_channels', channels, done.channels),
    ...(at === null ? [] : lacks('too_soon', overDays, days)),
  ];
};

/** Everything wrong with an exit: what was said, and what had been done before. */
export const groundsIssues = (reasons: readonly ExitReason[], said: Said, done: DoneSoFar, at: Instant | null, suggest?: Suggest): readonly Issue[] => {
  const reason = reasons.find(({ id }) => id === said.reason);
  return [...saidIssues(reasons, said, suggest), ...(reason === undefined ? [] : doneIssues(reason, done, at))];
};
