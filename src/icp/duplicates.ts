import type { Issue, Path } from '../kernel/issue.js';
import { icpIssue } from './issues.js';

/** `icp.duplicate_id` for every id that stands before already; `what` names the things in words. */
export const duplicateIds = (what: string, ids: readonly string[], path: Path, key?: string): readonly Issue[] => {
  const met = new Set<string>();
  return ids.flatMap((id, i) => {
    if (met.has(id)) return [icpIssue('duplicate_id', { what, id }, [...path, i, ...(key === undefined ? [] : [key])])];
    met.add(id);
    return [];
  });
};
