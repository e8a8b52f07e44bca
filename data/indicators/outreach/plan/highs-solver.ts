import type { LinearModel, Solution, Solver } from "./solver.js";

/** What is used of the package highs (1.15): given loaded, so that nothing here knows where its WASM comes from. */
export interface LoadedHighs {
  readonly version: { readonly string: string };
  readonly infinity: number;
  readonly constants: {
    readonly modelStatus: { readonly infeasible: number; readonly unboundedOrInfeasible: number };
  };
  createModel(source: HighsModelData): HighsModel;
}

interface HighsModelData {
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
  integrality: Int32Array;
}

interface HighsModel {
  readonly options: { set(values: Readonly<Record<string, number | boolean>>): unknown };
  readonly info: { get(name: string): number | bigint };
  run(): unknown;
  getModelStatus(): number;
  getSolution(): { colValue: Float64Array };
  dispose(): void;
}

/** HiGHS's code for a point that keeps all rows. */
const FEASIBLE = 2;

/** HiGHS as a solver: one thread, ended by gap or nodes. */
export function highsSolver(highs: LoadedHighs): Solver {
  return {
    name: "highs",
    version: highs.version.string,
    solve(model, { gap, nodes, seed }): Solution {
      const highsModel = highs.createModel(dataOf(model));
      // Its memory is not the engine's to collect.
      try {
        highsModel.options.set({
          output_flag: false,
          mip_rel_gap: gap,
          mip_abs_gap: 1e-9,
          mip_max_nodes: nodes,
          random_seed: seed,
        });
        highsModel.run();
        const { infeasible, unboundedOrInfeasible } = highs.constants.modelStatus;
        // Every column of a plan is bounded: what may be unbounded is infeasible.
        if ([infeasible, unboundedOrInfeasible].includes(highsModel.getModelStatus())) {
          return { status: "infeasible" };
        }
        const found = Number(highsModel.info.get("primal_solution_status")) === FEASIBLE;
        return {
          status: "solved",
          values: found ? highsModel.getSolution().colValue : null,
          bound: -Number(highsModel.info.get("mip_dual_bound")),
        };
      } finally {
        highsModel.dispose();
      }
    },
  };
}

/** HiGHS minimises: gains are costs with the other sign. */
function dataOf({ columns, rows }: LinearModel): HighsModelData {
  const entries = rows.flatMap((row) => row.sum);
  const starts = new Int32Array(rows.length + 1);
  for (const [i, row] of rows.entries()) starts[i + 1] = starts[i]! + row.sum.length;
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: Float64Array.from(columns, (c) => -c.gain),
    colLower: Float64Array.from(columns, (c) => c.lower),
    colUpper: Float64Array.from(columns, (c) => c.upper),
    rowLower: Float64Array.from(rows, (r) => r.lower),
    rowUpper: Float64Array.from(rows, (r) => r.upper),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: Int32Array.from(entries, (e) => e.column),
      values: Float64Array.from(entries, (e) => e.factor),
    },
    integrality: Int32Array.from(columns, (c) => (c.whole ? 1 : 0)),
  };
}
