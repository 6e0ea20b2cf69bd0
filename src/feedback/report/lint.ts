import type { Issue } from '../../kernel/issue.js';
import { feedbackIssue } from '../issues.js';
import type { ReportRules } from './rules.js';

/**
 * What is odd about the rules for reports: `feedback.duplicate_objection`, `feedback.nothing_to_report` (a code is asked for,
 * and none is agreed).
 *
 * @param messages - Ids of the agreed messages.
 */
export const lintReportRules = ({ requires, objections }: ReportRules, messages: readonly string[]): readonly Issue[] => {
  const seen = new Set<string>();
  return [
    ...objections.flatMap(({ id }, i) => {
      if (seen.has(id)) return [feedbackIssue('duplicate_objection', { id }, ['objections', i, 'id'])];
      seen.add(id);
      return [];
    }),
    ...requires.flatMap((field, i) =>
      (field === 'message' && messages.length === 0) || (field === 'objection' && objections.length === 0)
        ? [feedbackIssue('nothing_to_report', { field }, ['requires', i])]
        : [],
    ),
  ];
};
