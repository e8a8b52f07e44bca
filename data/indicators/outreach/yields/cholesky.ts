/** A symmetric positive definite matrix, row by row; only its lower triangle is read. */
export type Matrix = readonly Float64Array[];

/** L with L·Lᵀ = matrix, lower triangle. The matrix must be positive definite. */
function lowerTriangle(matrix: Matrix): Float64Array[] {
  const lower = matrix.map((row) => Float64Array.from(row));
  for (const [i, row] of lower.entries()) {
    for (let j = 0; j <= i; j++) {
      const other = lower[j]!;
      let sum = row[j]!;
      for (let k = 0; k < j; k++) sum -= row[k]! * other[k]!;
      row[j] = i === j ? Math.sqrt(sum) : sum / other[j]!;
    }
    row.fill(0, i + 1);
  }
  return lower;
}

/** The inverse, both triangles filled. */
export function inverse(matrix: Matrix): Float64Array[] {
  const lower = lowerTriangle(matrix);
  const n = lower.length;
  // Rows of L⁻¹ first; the inverse is L⁻ᵀ·L⁻¹.
  const half: Float64Array[] = [];
  for (let i = 0; i < n; i++) {
    const row = new Float64Array(n);
    for (let k = 0; k < i; k++) {
      const factor = lower[i]![k]!;
      if (factor === 0) continue;
      for (let j = 0; j <= k; j++) row[j]! -= factor * half[k]![j]!;
    }
    const pivot = lower[i]![i]!;
    for (let j = 0; j < i; j++) row[j]! /= pivot;
    row[i] = 1 / pivot;
    half.push(row);
  }
  const result = Array.from({ length: n }, () => new Float64Array(n));
  for (const row of half.keys()) {
    const values = half[row]!;
    for (let i = 0; i <= row; i++) {
      const factor = values[i]!;
      if (factor === 0) continue;
      for (let j = 0; j <= i; j++) result[i]![j]! += factor * values[j]!;
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) result[j]![i] = result[i]![j]!;
  return result;
}

/** matrix · vector. */
export const times = (matrix: Matrix, vector: Float64Array): Float64Array =>
  Float64Array.from(matrix, (row) => row.reduce((sum, value, i) => sum + value * vector[i]!, 0));
