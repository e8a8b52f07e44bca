/** A column that is a choice: an option, and its day where days are told apart. */
export interface Choice {
  option: number;
  day: number | null;
}

/** The columns of some options, each by a factor. */
export type SumOf = (options: Iterable<number>, factor: (option: number) => number) => Sum;

/** Adds a row, unless it limits nothing. */
export type AtMost = (upper: number, terms: Sum) => void;

/** A sum of columns by their numbers. */
export type Sum = readonly { column: number; factor: number }[];

export interface Column {
  /** What one of it adds to the objective, which is to be as large as possible. */
  gain: number;
  lower: number;
  upper: number;
  whole: boolean;
}

export interface Row {
  lower: number;
  upper: number;
  sum: Sum;
}

/** A linear program whose columns may have to be whole, to be maximised. */
export interface LinearModel {
  columns: readonly Column[];
  rows: readonly Row[];
}

export interface SolverOptions {
  /** Stop where the best found is within this part of the bound. */
  gap: number;
  /** Stop after so many nodes of the search; never by the clock. */
  nodes: number;
  seed: number;
}

/** What a solver found; `infeasible` is proven. */
export type Solution =
  | { status: "infeasible" }
  | {
      status: "solved";
      /** One value a column; null where the nodes ran out before any were found. */
      values: Float64Array | null;
      /** No values have a larger objective. */
      bound: number;
    };

/** Whoever solves: loaded by the caller, in the Worker and in a page in different ways. */
export interface Solver {
  name: string;
  version: string;
  solve: (model: LinearModel, options: SolverOptions) => Solution;
}
