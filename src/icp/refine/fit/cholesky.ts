/** A pivot is not let below this part of the largest one: columns that say the same share their weight instead of breaking the solution. */
const LEAST_PIVOT = 1e-12;

/**
 * The solution of a symmetric, positive definite system by Cholesky's factors, over the chosen rows and columns only.
 *
 * @param matrix - `size` × `size`, row by row; its lower half is read.
 * @param chosen - Ascending positions.
 * @returns One number for each chosen position.
 */
export const solveChosen = (matrix: Float64Array, size: number, right: Float64Array, chosen: readonly number[]): Float64Array => {
  const n = chosen.length;
  const factor = new Float64Array(n * n);
  const largest = chosen.reduce((most, at) => Math.max(most, matrix[at * size + at] ?? 0), 0);
  const floor = largest > 0 ? largest * LEAST_PIVOT : 1;
  const solution = new Float64Array(n);
  for (let row = 0; row < n; row += 1) {
    const at = chosen[row] ?? 0;
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[at * size + (chosen[column] ?? 0)] ?? 0;
      for (let k = 0; k < column; k += 1) sum -= (factor[row * n + k] ?? 0) * (factor[column * n + k] ?? 0);
      factor[row * n + column] = row === column ? Math.sqrt(Math.max(sum, floor)) : sum / (factor[column * n + column] ?? 1);
    }
    let sum = right[at] ?? 0;
    for (let k = 0; k < row; k += 1) sum -= (factor[row * n + k] ?? 0) * (solution[k] ?? 0);
    solution[row] = sum / (factor[row * n + row] ?? 1);
  }
  for (let row = n - 1; row >= 0; row -= 1) {
    let sum = solution[row] ?? 0;
    for (let k = row + 1; k < n; k += 1) sum -= (factor[k * n + row] ?? 0) * (solution[k] ?? 0);
    solution[row] = sum / (factor[row * n + row] ?? 1);
  }
  return solution;
};
