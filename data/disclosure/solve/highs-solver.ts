import type { LpModel, LpProblem, LpSolution, LpSolver } from "./lp-solver.js";

interface SparseModel {
  numCols: number;
  numRows: number;
  colCost: Float64Array;
  colLower: Float64Array;
  colUpper: Float64Array;
  rowLower: Float64Array;
  rowUpper: Float64Array;
  matrix: {
    format: "csr";
    numRows: number;
    numCols: number;
    starts: Int32Array;
    indices: Int32Array;
    values: Float64Array;
  };
  integrality?: number[];
}

/** What of the `highs` package (1.15) is used; Node and the Worker load it in ways of their own. */
export interface HighsRuntime {
  readonly version: { readonly string: string };
  constants: { modelStatus: { optimal: number }; variableType: { integer: number } };
  createModel(): HighsModel;
}

interface ColumnRange {
  kind: "range";
  from: number;
  to: number;
}

interface HighsModel {
  options: { set(options: Record<string, unknown>): unknown };
  passModel(model: SparseModel): unknown;
  changeColsCost(selection: ColumnRange, costs: Float64Array): unknown;
  changeColsBounds(selection: ColumnRange, lower: Float64Array, upper: Float64Array): unknown;
  run(): unknown;
  getModelStatus(): number;
  getSolution(): { colValue: ArrayLike<number> };
  clearModel(): unknown;
  dispose(): void;
}

/**
 * A whole problem in a large system may have an integer search tree that nobody can wait for: the search ends
 * after this many nodes, not after a time, so that the same input gives the same output on every machine.
 */
const MAX_SEARCH_NODES = 2_000;
/** HiGHS' numbers for the simplex methods. */
const DUAL = 1;
const PRIMAL = 4;

/** The solver on a loaded HiGHS. One native model serves all problems; it lives as long as the runtime. */
export function highsSolver(highs: HighsRuntime): LpSolver {
  const model = highs.createModel();
  model.options.set({ output_flag: false, random_seed: 1, mip_max_nodes: MAX_SEARCH_NODES });
  const { optimal } = highs.constants.modelStatus;
  const { integer } = highs.constants.variableType;
  return {
    version: `HiGHS ${highs.version.string}`,
    solve(problem: LpProblem): LpSolution {
      // Small programs are solved in a third of the time without presolve; a search tree needs it.
      model.options.set({ presolve: problem.integer ? "on" : "off" });
      model.passModel(sparse(problem, integer));
      model.run();
      return model.getModelStatus() === optimal ? Float64Array.from(model.getSolution().colValue) : null;
    },
    open(problem: LpProblem): LpModel {
      const own = highs.createModel();
      own.options.set({ output_flag: false, random_seed: 1, presolve: "on", simplex_strategy: DUAL });
      own.passModel(sparse(problem, integer));
      let runs = 0;
      const all: ColumnRange = { kind: "range", from: 0, to: problem.cost.length - 1 };
      return {
        minimise(cost, bounds) {
          own.changeColsCost(all, cost);
          if (bounds) own.changeColsBounds(all, bounds.lower, bounds.upper);
          own.run();
          // From one objective to the next the last corner stays possible: the primal simplex goes on from there.
          if (runs++ === 0) own.options.set({ simplex_strategy: PRIMAL });
          return own.getModelStatus() === optimal ? Float64Array.from(own.getSolution().colValue) : null;
        },
        close: () => own.dispose(),
      };
    },
  };
}

function sparse({ cost, lower, upper, rows, integer }: LpProblem, integerType: number): SparseModel {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => (starts[i + 1] = starts[i]! + row.columns.length));
  const indices = new Int32Array(starts[rows.length]!);
  const values = new Float64Array(indices.length);
  rows.forEach((row, i) => {
    indices.set(row.columns, starts[i]!);
    values.set(row.values, starts[i]!);
  });
  const numCols = cost.length;
  const numRows = rows.length;
  return {
    numCols,
    numRows,
    colCost: cost,
    colLower: lower,
    colUpper: upper,
    rowLower: Float64Array.from(rows, (row) => row.lower),
    rowUpper: Float64Array.from(rows, (row) => row.upper),
    matrix: { format: "csr", numRows, numCols, starts, indices, values },
    ...(integer ? { integrality: Array.from({ length: numCols }, () => integerType) } : {}),
  };
}
