import { learningProof } from "./outreach/learning-proof.js";
import { nodeSolver } from "./outreach/load-highs.js";
import { sizeProof } from "./outreach/size-proof.js";
import { tryAll } from "./outreach/try-all.js";
import type { Solver } from "../data/indicators/outreach/plan/solver.js";

type Proof = (solver: Solver, say: (line: string) => void, quick: boolean) => boolean;

/** Every set of sessions of small instances is tried beside the optimiser. */
const optimumProof: Proof = (solver, say, quick) => {
  const { instances, impossible, rules, faults } = tryAll(solver, quick ? 100 : 600, 14);
  say(`${instances} instances, ${impossible} of them with rules that no set keeps; ${faults.length} faults`);
  say([...rules].map(([rule, n]) => `${rule} in ${n}`).join(", "));
  for (const fault of faults) say(fault);
  return faults.length === 0;
};

/**
 * The proofs of outreach's plans and yields: `npm run prove-outreach -- optimum|size|learning [--quick]`. The suite has
 * a short version of each.
 */
const PROOFS: Readonly<Record<string, Proof>> = {
  optimum: optimumProof,
  size: sizeProof,
  learning: learningProof,
};

const [name = "", ...flags] = process.argv.slice(2);
const proof = PROOFS[name];
if (!proof) {
  console.error(`usage: npm run prove-outreach -- ${Object.keys(PROOFS).join("|")} [--quick]`);
  process.exitCode = 2;
} else {
  process.exitCode = proof(await nodeSolver(), console.log, flags.includes("--quick")) ? 0 : 1;
}
