import loadHighs from "highs";
import { highsSolver } from "../../data/indicators/outreach/plan/highs-solver.js";
import type { Solver } from "../../data/indicators/outreach/plan/solver.js";

let loaded: Promise<Solver> | null = null;

/** HiGHS in Node, loaded once a process. */
export const nodeSolver = (): Promise<Solver> => (loaded ??= loadHighs().then(highsSolver));
