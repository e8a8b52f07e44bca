import { expect, it } from "vitest";
import { loadSolver } from "../../../worker/releases/load-solver.js";

it("HiGHS runs in the Worker's runtime, and leaves its process as it was", async () => {
  const before = globalThis.process;
  const solver = await loadSolver();
  expect(globalThis.process).toBe(before);
  expect(solver.version).toMatch(/^HiGHS 1\./);
  // The most of x + 2y where x + y ≤ 4 and both lie between 0 and 3: x = 1, y = 3.
  const solution = solver.solve({
    cost: Float64Array.of(-1, -2),
    lower: Float64Array.of(0, 0),
    upper: Float64Array.of(3, 3),
    rows: [{ columns: [0, 1], values: [1, 1], lower: -Infinity, upper: 4 }],
  });
  expect([...solution!]).toEqual([1, 3]);
});
