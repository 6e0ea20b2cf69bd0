import type { Issue, Path } from '../kernel/issue.js';

/** Issues of a part, with the place of the part in front. */
export const under = (path: Path, issues: readonly Issue[]): readonly Issue[] =>
  issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
