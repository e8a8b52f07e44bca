import { smallestContradiction } from "../../data/indicators/outreach/plan/contradiction.js";
import { optimise, USUAL_EFFORT } from "../../data/indicators/outreach/plan/optimise.js";
import type { PlanInput } from "../../data/indicators/outreach/plan/model.js";
import { makeProblem } from "../../data/indicators/outreach/plan/problem.js";
import { keepRules, rulesOf, type RuleName } from "../../data/indicators/outreach/plan/request.js";
import type { Solver } from "../../data/indicators/outreach/plan/solver.js";
import { bestByTrying } from "./brute-force.js";
import { smallInstance } from "./small-instances.js";

/** What came of comparing the optimiser with trying every set. */
export interface Tried {
  instances: number;
  /** Of them those whose rules no set keeps. */
  impossible: number;
  /** In how many instances each rule was asked for. */
  rules: Map<RuleName, number>;
  /** What was not as it should be. */
  faults: string[];
}

const EXACT = { ...USUAL_EFFORT, gap: 1e-7, rounds: 40 };

/** Compares the optimiser with brute force on so many instances that are small enough. */
export function tryAll(solver: Solver, instances: number, mostCandidates: number): Tried {
  const tried: Tried = { instances: 0, impossible: 0, rules: new Map(), faults: [] };
  for (let seed = 1; tried.instances < instances; seed++) {
    const input = smallInstance(seed);
    const best = bestByTrying(input, mostCandidates);
    if (best === undefined) continue;
    tried.instances++;
    for (const rule of rulesOf(input.request)) tried.rules.set(rule, (tried.rules.get(rule) ?? 0) + 1);
    if (best === null) tried.impossible++;
    const fault = best === null ? contradictionFault(input, solver) : optimumFault(input, solver, best);
    if (fault !== null) tried.faults.push(`seed ${seed}: ${fault}`);
  }
  return tried;
}

function optimumFault(input: PlanInput, solver: Solver, best: number): string | null {
  const found = optimise(makeProblem(input), solver, EXACT);
  if (!found) return `no plan, but one of ${best} is there`;
  if (Math.abs(found.value - best) > 1e-5) return `${found.value} instead of ${best}`;
  return found.bound < best - 1e-7 ? `the bound ${found.bound} is below ${best}` : null;
}

/** The named rules cannot hold together, and no smaller set is as bad, as far as sets of sessions can be tried. */
function contradictionFault(input: PlanInput, solver: Solver): string | null {
  const named = smallestContradiction(input, solver, EXACT);
  if (!named) return "a plan for rules that no set keeps";
  const isPossible = (rules: readonly RuleName[]): boolean | undefined => {
    const best = bestByTrying({ ...input, request: keepRules(input.request, new Set(rules)) });
    return best === undefined ? undefined : best !== null;
  };
  if (isPossible(named) === true) return `${named.join(", ")} can hold together`;
  const rules = rulesOf(input.request);
  for (const one of rules) {
    for (const other of rules) {
      const fewer = [...new Set([one, other])];
      if (fewer.length < named.length && isPossible(fewer) === false) {
        return `${fewer.join(", ")} is a smaller contradiction than ${named.join(", ")}`;
      }
    }
  }
  return null;
}
