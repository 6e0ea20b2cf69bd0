import type { Issue, Path } from '../../kernel/issue.js';
import { icpIssue } from '../issues.js';
import { duplicateIds } from '../duplicates.js';
import type { ContactRules } from './rules.js';

/**
 * What is wrong with well-formed contact rules: one party or channel named twice (`icp.duplicate_id`). Where a single party may
 * grant, its own people can never be granted one: `icp.nobody_may_grant`, where that is the party that makes contact.
 *
 * @param callers - The parties that make contact by the list, where that is known.
 */
export const contactRulesIssues = (
  { exceptionsBy, channels = [] }: ContactRules,
  path: Path = [],
  callers: readonly string[] = [],
): readonly Issue[] => [
  ...duplicateIds('party', exceptionsBy, [...path, 'exceptionsBy']),
  ...duplicateIds('channel', channels, [...path, 'channels']),
  ...callers.flatMap((party) =>
    exceptionsBy.every((one) => one === party) ? [icpIssue('nobody_may_grant', { party }, [...path, 'exceptionsBy'])] : [],
  ),
];
