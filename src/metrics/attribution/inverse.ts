/** An integer matrix turned round: `adjugate / determinant` is its inverse. */
export interface IntegerInverse {
  readonly adjugate: readonly (readonly bigint[])[];
  readonly determinant: bigint;
}

/**
 * The inverse of an integer matrix, exactly and without fractions (Bareiss 1968): every division leaves no remainder.
 *
 * No rows are exchanged: the leading minors must not be zero, as they never are in what it is used for, the matrix of a chain
 * from whose every state an end can be reached.
 */
export const invertExactly = (matrix: readonly (readonly bigint[])[]): IntegerInverse => {
  const a = matrix.map((row) => [...row]);
  let before = 1n;
  for (const [k, pivotRow] of a.entries()) {
    const pivot = pivotRow[k] ?? 0n;
    if (pivot === 0n) throw new Error('a leading minor is zero');
    for (const row of a) {
      if (row === pivotRow) continue;
      const factor = row[k] ?? 0n;
      for (let j = 0; j < row.length; j += 1) {
        if (j === k) continue;
        const value = pivot * (row[j] ?? 0n) - factor * (pivotRow[j] ?? 0n);
        row[j] = before === 1n ? value : value / before;
      }
      row[k] = -factor;
    }
    pivotRow[k] = before;
    before = pivot;
  }
  return { adjugate: a, determinant: before };
};

/** The same in floating point, in place, row by row in one array. */
export const invertFloat = (a: Float64Array, size: number): void => {
  for (let k = 0; k < size; k += 1) {
    const pivot = a[k * size + k] ?? NaN;
    for (let j = 0; j < size; j += 1) if (j !== k) a[k * size + j] = (a[k * size + j] ?? NaN) / pivot;
    for (let i = 0; i < size; i += 1) {
      if (i === k) continue;
      const factor = a[i * size + k] ?? NaN;
      if (factor !== 0)
        for (let j = 0; j < size; j += 1) if (j !== k) a[i * size + j] = (a[i * size + j] ?? NaN) - factor * (a[k * size + j] ?? NaN);
      a[i * size + k] = -factor / pivot;
    }
    a[k * size + k] = 1 / pivot;
  }
};
