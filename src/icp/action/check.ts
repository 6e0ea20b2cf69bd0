import type { Issue, Path } from '../../kernel/issue.js';
import { nearest } from '../../kernel/nearest.js';
import { duplicateIds } from '../duplicates.js';
import { icpIssue } from '../issues.js';
import type { ActionMatrix } from './matrix.js';

/** What a matrix stands between: the tiers of the filter and the levels of the engagement model, best first. */
export interface MatrixSides {
  readonly tiers: readonly string[];
  readonly levels: readonly string[];
}

/**
 * What makes a matrix impossible beside its filter and model: `icp.duplicate_id`, `icp.unknown_action`, `icp.unknown_tier`,
 * `icp.unknown_level` (each with a suggestion), `icp.duplicate_cell`, and one `icp.missing_cell` for each tier and level for
 * which nothing is said.
 */
export const matrixIssues = ({ actions, cells, otherwise }: ActionMatrix, { tiers, levels }: MatrixSides, path: Path = []): readonly Issue[] => {
  const known = actions.map(({ id }) => id);
  const said = new Map<string, number>();
  cells.forEach(({ fit, engagement }, i) => {
    const cell = `${fit} ${engagement}`;
    if (!said.has(cell)) said.set(cell, i);
  });
  const actionIssues = (action: string, at: Path): readonly Issue[] =>
    known.includes(action) ? [] : [icpIssue('unknown_action', { action, suggestion: nearest(action, known) }, at)];
  return [
    ...duplicateIds('action', known, [...path, 'actions'], 'id'),
    ...cells.flatMap(({ fit, engagement, action }, i) => {
      const at = [...path, 'cells', i];
      return [
        ...(tiers.includes(fit) ? [] : [icpIssue('unknown_tier', { tier: fit, suggestion: nearest(fit, tiers) }, [...at, 'fit'])]),
        ...(levels.includes(engagement)
          ? []
          : [icpIssue('unknown_level', { level: engagement, suggestion: nearest(engagement, levels) }, [...at, 'engagement'])]),
        ...(said.get(`${fit} ${engagement}`) === i ? [] : [icpIssue('duplicate_cell', { fit, engagement }, at)]),
        ...actionIssues(action, [...at, 'action']),
      ];
    }),
    ...tiers.flatMap((fit) =>
      levels.flatMap((engagement) => (said.has(`${fit} ${engagement}`) ? [] : [icpIssue('missing_cell', { fit, engagement }, [...path, 'cells'])])),
    ),
    ...actionIssues(otherwise, [...path, 'otherwise']),
  ];
};

/** What is odd about a matrix: an action that nothing leads to (`icp.idle_action`). */
export const lintMatrix = ({ actions, cells, otherwise }: ActionMatrix, path: Path = []): readonly Issue[] => {
  const used = new Set([otherwise, ...cells.map(({ action }) => action)]);
  return actions.flatMap(({ id }, i) => (used.has(id) ? [] : [icpIssue('idle_action', { action: id }, [...path, 'actions', i])]));
};
