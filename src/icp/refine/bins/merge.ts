/** Rows and wins of one group. */
export interface Counts {
  readonly rows: number;
  readonly wins: number;
}

/** χ² of one degree of freedom that chance exceeds in one case of a hundred. */
export const CHI_SQUARE = 6.63;

/**
 * χ² of two groups by won and not won: n·(w₁·l₂ − w₂·l₁)² over the product of the four margins. 0 where a margin is empty,
 * for then nothing tells the groups apart.
 */
export const chiSquare = (a: Counts, b: Counts): number => {
  const [lostA, lostB] = [a.rows - a.wins, b.rows - b.wins];
  const margins = a.rows * b.rows * (a.wins + b.wins) * (lostA + lostB);
  return margins === 0 ? 0 : ((a.rows + b.rows) * (a.wins * lostB - b.wins * lostA) ** 2) / margins;
};

/** Neighbouring groups that became one: from this group up to, not including, that one. */
export interface Merged extends Counts {
  readonly from: number;
  readonly until: number;
}

/**
 * Neighbours merged until each differs from the next (χ² above 6.63), none is smaller than `leastRows` and there are no
 * more than `most`. First the two that differ least, the first of equals; then the smallest with the neighbour it differs
 * less from.
 */
export const mergeNeighbours = (groups: readonly Counts[], { leastRows, most }: { readonly leastRows: number; readonly most: number }): readonly Merged[] => {
  const merged: Merged[] = groups.map(({ rows, wins }, i) => ({ rows, wins, from: i, until: i + 1 }));
  const differences = merged.slice(1).map((group, i) => chiSquare(merged[i] ?? group, group));
  const join = (left: number): void => {
    const [a, b] = merged.slice(left, left + 2);
    if (a === undefined || b === undefined) throw new Error('no neighbour to merge with');
    const both = { rows: a.rows + b.rows, wins: a.wins + b.wins, from: a.from, until: b.until };
    merged.splice(left, 2, both);
    differences.splice(left, 1);
    const [before, after] = [merged[left - 1], merged[left + 1]];
    if (before !== undefined) differences[left - 1] = chiSquare(before, both);
    if (after !== undefined) differences[left] = chiSquare(both, after);
  };
  while (merged.length > 1) {
    const least = firstLeast(differences);
    const small = firstLeast(merged.map(({ rows }) => rows));
    if ((differences[least] ?? 0) <= CHI_SQUARE || merged.length > most) join(least);
    else if ((merged[small]?.rows ?? 0) < leastRows) join((differences[small - 1] ?? Infinity) <= (differences[small] ?? Infinity) ? small - 1 : small);
    else break;
  }
  return merged;
};

const firstLeast = (values: readonly number[]): number =>
  values.reduce((best, value, i) => (value < (values[best] ?? Infinity) ? i : best), 0);
