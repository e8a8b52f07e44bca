import type { Measure } from "../../../contract/figure.js";
import type { AgeSource } from "../people.js";
import { smallestContradiction } from "./contradiction.js";
import { evaluate, type Evaluation, type PlannedSession } from "./evaluate.js";
import { optimise, USUAL_EFFORT, type Effort } from "./optimise.js";
import type { PlanInput } from "./model.js";
import { makeProblem } from "./problem.js";
import { keepRules, rulesOf, type RuleName } from "./request.js";
import type { Solver } from "./solver.js";
import { whyOf, type Reason } from "./why.js";

/** The answer to `POST plans`, but for its id. */
export interface Plan extends Omit<Evaluation, "sessions"> {
  as_of: string;
  measure: Measure;
  /** What no plan under the same model and rules can exceed, in the unit of the objective's value. */
  bound: number;
  solver: { name: string; version: string; gap: number; optimal: boolean };
  sessions: readonly (PlannedSession & { why: readonly Reason[] })[];
  /** What the objective would gain without a rule; rules that cost nothing are left out. */
  rules: readonly { rule: RuleName; costs: number }[];
  notes: readonly PlanNote[];
}

export interface PlanNote {
  code: "ages_of_another_date" | "ages_unknown";
  ja: string;
  en: string;
}

/** The gap that counts as proven to be the best. */
const OPTIMAL = 1e-6;

/**
 * The sessions that are expected to reach most under budget and rules. The same input gives the same plan.
 * @param priced whether the rules' prices are solved for too: one more search for each rule.
 * @returns the smallest set of rules that cannot hold together where there is no plan.
 */
export function makePlan(
  input: PlanInput,
  solver: Solver,
  { effort, priced }: { effort?: Partial<Effort>; priced: boolean },
): { plan: Plan } | { contradicting: readonly RuleName[] } {
  const asked = { ...USUAL_EFFORT, seed: input.request.seed ?? USUAL_EFFORT.seed, ...effort };
  const problem = makeProblem(input);
  const optimum = optimise(problem, solver, asked);
  if (!optimum) {
    const contradicting = smallestContradiction(input, solver, asked);
    return { contradicting: contradicting ?? rulesOf(input.request) };
  }
  const evaluation = evaluate(problem, optimum.proposed);
  const gap = optimum.bound > 0 ? (optimum.bound - optimum.value) / optimum.bound : 0;
  return {
    plan: {
      ...evaluation,
      as_of: input.people.as_of,
      measure: input.people.measure,
      bound: optimum.bound,
      solver: { name: solver.name, version: solver.version, gap, optimal: gap <= OPTIMAL },
      sessions: evaluation.sessions.map((s) => ({ ...s, why: whyOf(problem, evaluation, s) })),
      rules: priced ? pricesOf(input, optimum.value, solver, asked) : [],
      notes: notesOn(input.people.ages, input),
    },
  };
}

/** Each rule's price: what the best plan without it has more. The budget is no rule here, nor are teams. */
function pricesOf(input: PlanInput, value: number, solver: Solver, effort: Effort): Plan["rules"] {
  const rules = rulesOf(input.request);
  return rules
    .filter((rule) => rule !== "teams" && !rule.startsWith("budget."))
    .flatMap((rule) => {
      const request = keepRules(input.request, new Set(rules.filter((other) => other !== rule)));
      const without = optimise(makeProblem({ ...input, request }), solver, effort);
      const costs = (without?.value ?? value) - value;
      // Below the gap a difference is the search's, not the rule's.
      return costs > effort.gap * value ? [{ rule, costs }] : [];
    });
}

function notesOn(ages: AgeSource, { request, kinds }: PlanInput): PlanNote[] {
  const needed = Object.keys(request.rules?.weights ?? {}).length > 0 || kinds.some((k) => k.ages !== "all");
  if (!needed || ages.from === "date") return [];
  if (ages.from === "shares") {
    return [
      {
        code: "ages_of_another_date",
        ja: `この基準日には年齢別の数がないため、${ages.as_of}のまち全体の年齢の割合を使いました。`,
        en: `The month tells no ages: the town's age shares of ${ages.as_of} were used.`,
      },
    ];
  }
  return [
    {
      code: "ages_unknown",
      ja: "年齢別の数がないため、どの年齢も同じ人数として数えました。",
      en: "No ages are known: every year of age was taken to have as many people.",
    },
  ];
}
