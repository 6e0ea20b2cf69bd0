import { fail, ok, type Result } from '../../kernel/result.js';
import { readWith } from '../../kernel/schema.js';
import { filterIssues } from './check.js';
import { TargetFilter } from './filter.js';

/**
 * Read a filter. Issues: those of input, and those of {@link filterIssues}. What is odd though it works, `lintFilter` says.
 */
export const safeParseFilter = (input: unknown): Result<TargetFilter> => {
  const read = readWith(TargetFilter, input);
  if (!read.ok) return read;
  const issues = filterIssues(read.value);
  return issues.length === 0 ? ok(read.value) : fail(issues);
};
