import { optimise, type Effort } from "./optimise.js";
import type { PlanInput } from "./model.js";
import { makeProblem } from "./problem.js";
import { keepRules, rulesOf, type RuleName } from "./request.js";
import type { Solver } from "./solver.js";

/** Rules that ask for sessions; all others are kept by a plan of none. */
const ASKS: ReadonlySet<RuleName> = new Set(["each_district_at_least", "each_area_at_least"]);

/**
 * The smallest set of rules that no plan keeps together; of several as small, the first in the order of RULE_NAMES.
 * The days that venues are closed, and the places there are, hold always and are not named.
 * @param effort of the search for a plan; its gap does not matter here.
 * @returns null where some plan keeps all of them.
 */
export function smallestContradiction(input: PlanInput, solver: Solver, effort: Effort): RuleName[] | null {
  const rules = rulesOf(input.request);
  const isPossible = (kept: readonly RuleName[]): boolean => {
    const request = keepRules(input.request, new Set(kept));
    return optimise(makeProblem({ ...input, request }), solver, { ...effort, gap: 1 }) !== null;
  };
  if (isPossible(rules)) return null;
  for (let size = 1; size < rules.length; size++) {
    for (const some of subsets(rules, size)) {
      if (some.some((rule) => ASKS.has(rule)) && !isPossible(some)) return some;
    }
  }
  return rules;
}

/** All subsets of a size, in the order of the list. */
function* subsets<T>(list: readonly T[], size: number): Generator<T[]> {
  if (size === 0) yield [];
  else {
    for (const [i, first] of list.entries()) {
      for (const rest of subsets(list.slice(i + 1), size - 1)) yield [first, ...rest];
    }
  }
}
