import loadHighs from "highs";
import runtime from "highs/runtime";
import { highsSolver, type HighsRuntime } from "../../data/disclosure/solve/highs-solver.js";
import type { LpSolver } from "../../data/disclosure/solve/lp-solver.js";

type Receive = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

let solver: Promise<LpSolver> | null = null;

/** HiGHS, made ready when the first release of an isolate needs it: some 70 ms that no other request pays. */
export function loadSolver(): Promise<LpSolver> {
  solver ??= instantiate();
  return solver;
}

/**
 * The loader takes this runtime for Node because it has a `process`, and would read the module from a disk that is
 * not there. It is hidden from it while it looks.
 */
async function instantiate(): Promise<LpSolver> {
  const scope = globalThis as { process?: unknown };
  const { process } = scope;
  scope.process = undefined;
  try {
    const highs = await loadHighs({
      instantiateWasm(imports: WebAssembly.Imports, receive: Receive) {
        const instance = new WebAssembly.Instance(runtime, imports);
        receive(instance, runtime);
        return instance.exports;
      },
    } as Parameters<typeof loadHighs>[0]);
    return highsSolver(highs as unknown as HighsRuntime);
  } finally {
    scope.process = process;
  }
}
