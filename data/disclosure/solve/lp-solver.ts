/** One linear constraint: lower ≤ Σ values[i] · x[columns[i]] ≤ upper. */
export interface LpRow {
  columns: readonly number[];
  values: readonly number[];
  /** May be −Infinity. */
  lower: number;
  /** May be Infinity. */
  upper: number;
}

/** Minimise cost · x where lower ≤ x ≤ upper and every row holds. */
export interface LpProblem {
  cost: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  rows: readonly LpRow[];
  /** Every column is a whole number; false or missing: real numbers. */
  integer?: boolean;
}

/**
 * The values of the columns at an optimum, or null where the solver found none (infeasible, unbounded,
 * stopped). Nobody may trust it blindly: whatever is built on it is verified in whole numbers.
 */
export type LpSolution = Float64Array | null;

/** A linear programming solver; the platform brings it along, because data/ loads nothing itself. */
export interface LpSolver {
  /** Name and version, as the certificate of a release quotes it. */
  readonly version: string;
  solve(problem: LpProblem): LpSolution;
  /** Keeps a problem for many objectives; each begins where the one before ended. Close it after use. */
  open(problem: LpProblem): LpModel;
}

/** A problem of real numbers that stays with the solver. */
export interface LpModel {
  /** Minimise another cost over the same rows, and over other bounds where they are given. */
  minimise(cost: Float64Array, bounds?: { lower: Float64Array; upper: Float64Array }): LpSolution;
  close(): void;
}
