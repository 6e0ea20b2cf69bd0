import type { Issue } from '../../kernel/issue.js';
import type { Exit } from '../../vocabulary/framework.js';
import { REASONED_EXITS, type ExitReason } from './exit-reason.js';
import { feedbackIssue } from '../issues.js';

/**
 * What is odd about a list of reasons: `feedback.duplicate_id`, `feedback.duplicate_specific`,
 * `feedback.specifics_without_place`, `feedback.class_without_rejection`, `feedback.rejected_after_attempts`,
 * `feedback.vague` (a reason called `other` that asks for nothing), `feedback.unreached_untried` (it says that nobody was
 * reached, and asks for no attempts), `feedback.channels_beyond_attempts`, `feedback.without_lesson` (where others have one),
 * `feedback.no_reason_for`.
 *
 * @param exits - The exits that the framework has; all where left out.
 */
export const lintReasons = (reasons: readonly ExitReason[], exits: readonly Exit[] = REASONED_EXITS): readonly Issue[] => [
  ...reasons.flatMap((reason, i) => reasonIssues(reason, i, reasons)),
  ...REASONED_EXITS.filter((exit) => exits.includes(exit) && !reasons.some((reason) => reason.exits.includes(exit))).map((exit) =>
    feedbackIssue('no_reason_for', { exit }),
  ),
];

const reasonIssues = (
  { id, exits, class: rejectionClass, specifics, precondition = {}, lesson }: ExitReason,
  i: number,
  all: readonly ExitReason[],
): readonly Issue[] => {
  const rejects = exits.includes('rejected');
  const { attempts, contacts, channels, overDays } = precondition;
  const asksForAttempts = [attempts, channels, overDays].some((needed) => needed !== undefined);
  return [
    ...(all.findIndex((other) => other.id === id) < i ? [feedbackIssue('duplicate_id', { id }, [i, 'id'])] : []),
    ...specifics.flatMap((specific, s) =>
      specifics.indexOf(specific) < s ? [feedbackIssue('duplicate_specific', { reason: id, specific }, [i, 'specifics', s])] : [],
    ),
    ...(specifics.length > 0 && exits.every((exit) => exit === 'lost')
      ? [feedbackIssue('specifics_without_place', { reason: id }, [i, 'specifics'])]
      : []),
    ...(rejectionClass !== undefined && !rejects ? [feedbackIssue('class_without_rejection', { reason: id }, [i, 'class'])] : []),
    ...(rejects && (asksForAttempts || contacts !== undefined) ? [feedbackIssue('rejected_after_attempts', { reason: id }, [i, 'precondition'])] : []),
    ...(lesson === 'unreached' && !rejects && !asksForAttempts ? [feedbackIssue('unreached_untried', { reason: id }, [i, 'precondition'])] : []),
    ...(channels !== undefined && channels > (attempts ?? channels)
      ? [feedbackIssue('channels_beyond_attempts', { reason: id, channels, attempts: attempts ?? 0 }, [i, 'precondition', 'channels'])]
      : []),
    ...(lesson === undefined && all.some((other) => other.lesson !== undefined) ? [feedbackIssue('without_lesson', { reason: id }, [i])] : []),
    ...(id === 'other' && specifics.length === 0 ? [feedbackIssue('vague', { reason: id }, [i, 'specifics'])] : []),
  ];
};
