import loadHighs from "highs";
import { highsSolver, type HighsRuntime } from "../../data/disclosure/solve/highs-solver.js";
import type { LpSolver } from "../../data/disclosure/solve/lp-solver.js";

/** HiGHS as Node loads it. The Worker instantiates the same module from its own import of highs/runtime. */
export async function nodeSolver(): Promise<LpSolver> {
  return highsSolver((await loadHighs()) as unknown as HighsRuntime);
}
