import { beforeAll, describe, expect, it } from "vitest";
import { nodeSolver } from "../../../../scripts/outreach/load-highs.js";
import { tryAll } from "../../../../scripts/outreach/try-all.js";
import type { Solver } from "../../../../data/indicators/outreach/plan/solver.js";

/** `npm run prove-outreach` tries many more. */
const INSTANCES = 60;

let solver: Solver;
beforeAll(async () => {
  solver = await nodeSolver();
});

describe("the optimum", () => {
  it("is the best of all sets of sessions, its bound is never below it, and impossible rules are named", () => {
    const { faults, impossible } = tryAll(solver, INSTANCES, 13);
    expect(faults).toEqual([]);
    expect(impossible).toBeGreaterThan(0);
    expect(impossible).toBeLessThan(INSTANCES / 2);
  });
});
