import type { Instant } from '../../../kernel/instant.js';
import type { Criterion } from '../../filter/criterion.js';
import type { CriterionProposal } from './diff.js';
import { NO, standingOf, type Judged } from './standing.js';

/** One column of {@link TestedRows}: a criterion as agreed (`before`) or as proposed (`after`). */
export interface TestedCriterion {
  readonly criterion: string;
  readonly side: 'before' | 'after';
}

/**
 * The rows that a proposal was tested on, as far as any choice among its criteria needs them: what came of each criterion in
 * force, agreed and proposed. Rows alike are counted, not repeated.
 */
export interface TestedRows {
  readonly rows: number;
  readonly asOf: Instant;
  readonly columns: readonly TestedCriterion[];
  /** For each column the place of the condition that holds; -1 where none does, -2 where none is known to. */
  readonly patterns: readonly { readonly rows: number; readonly outcomes: readonly number[] }[];
}

/** A filter's criteria asked of the tested rows, where they differ on both sides. */
export const testedRows = (
  proposals: readonly CriterionProposal[],
  agreed: readonly Judged[],
  proposed: readonly Judged[],
  rows: number,
  asOf: Instant,
): TestedRows => {
  const changed = new Set(proposals.flatMap(({ criterion, change }) => (change === 'added' || change === 'changed' ? [criterion] : [])));
  const sides = [
    ...agreed.map(({ criterion, outcomes }) => ({ criterion: criterion.id, side: 'before' as const, outcomes })),
    ...proposed.flatMap(({ criterion, outcomes }) =>
      changed.has(criterion.id) ? [{ criterion: criterion.id, side: 'after' as const, outcomes }] : [],
    ),
  ];
  const counts = new Map<string, { rows: number; outcomes: readonly number[] }>();
  for (let row = 0; row < rows; row += 1) {
    const outcomes = sides.map((side) => side.outcomes[row] ?? NO);
    const key = outcomes.join(' ');
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { rows: 1, outcomes });
    else known.rows += 1;
  }
  return { rows, asOf, columns: sides.map(({ criterion, side }) => ({ criterion, side })), patterns: [...counts.values()] };
};

/** Where the tested rows stand under criteria of which each is as agreed or as proposed. Those that no tier may hold are left out. */
export const standingsUnder = (
  { columns, patterns }: TestedRows,
  chosen: readonly { readonly criterion: Criterion; readonly side: 'before' | 'after' }[],
): readonly { readonly standing: number; readonly rows: number }[] => {
  const placed = chosen.flatMap(({ criterion, side }) => {
    const place = columns.findIndex((column) => column.criterion === criterion.id && column.side === side);
    return place < 0 ? [] : [{ criterion, place }];
  });
  const criteria = placed.map(({ criterion }) => criterion);
  return patterns.flatMap(({ rows, outcomes }) => {
    const standing = standingOf(criteria, (i) => outcomes[placed[i]?.place ?? -1] ?? NO);
    return standing === null ? [] : [{ standing, rows }];
  });
};
