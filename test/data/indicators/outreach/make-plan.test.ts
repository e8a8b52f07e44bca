import { beforeAll, describe, expect, it } from "vitest";
import { nodeSolver } from "../../../../scripts/outreach/load-highs.js";
import { makeTrueTown } from "../../../../scripts/outreach/made-up-truth.js";
import { inputOf, startOf, tellFigures } from "../../../../scripts/outreach/town-play.js";
import { makePlan, type Plan } from "../../../../data/indicators/outreach/plan/make-plan.js";
import type { PlanRequest } from "../../../../data/indicators/outreach/plan/request.js";
import type { Solver } from "../../../../data/indicators/outreach/plan/solver.js";

let solver: Solver;
beforeAll(async () => {
  solver = await nodeSolver();
});

const REQUEST: PlanRequest = {
  period: { from: "2026-12-01", to: "2027-02-28" },
  budget: { staff_hours: 100, sessions: 12 },
  rules: { days_between_at_venue: 14, weekdays: ["TU", "SA"], no_holidays: true, each_area_at_least: 2 },
  seed: 1,
};

const input = (request: PlanRequest) => {
  const state = startOf(makeTrueTown(4));
  tellFigures(state, "2026-11-30");
  return inputOf(state, request);
};

const plan = (request: PlanRequest): Plan => {
  const made = makePlan(input(request), solver, { priced: true });
  if (!("plan" in made)) throw new Error(`contradicting: ${made.contradicting.join()}`);
  return made.plan;
};

describe("a plan", () => {
  it("keeps budget and rules, comes close to its bound, and is the same again", () => {
    const made = plan(REQUEST);
    expect(made.budget_used.staff_hours).toBeLessThanOrEqual(100);
    expect(made.budget_used.sessions).toBeLessThanOrEqual(12);
    expect(made.solver.gap).toBeLessThanOrEqual(0.005);
    expect(made.bound).toBeGreaterThanOrEqual(made.objective.value);
    for (const { date, why } of made.sessions) {
      expect([2, 6]).toContain(new Date(date).getUTCDay());
      expect(why.map((w) => w.code)).toContain("unreached");
    }
    expect(plan(REQUEST)).toEqual(made);
  });

  it("says what a rule costs: without it as much more is reached", () => {
    const rules = { ...REQUEST.rules, most_per_venue: 1, each_district_at_least: 1 };
    const budget = { staff_hours: 130 };
    const bound = plan({ ...REQUEST, budget, rules });
    const free = plan({ ...REQUEST, budget, rules: { ...rules, each_district_at_least: 0 } });
    const price = bound.rules.find((r) => r.rule === "each_district_at_least")?.costs ?? 0;
    expect(price).toBeCloseTo(free.objective.value - bound.objective.value, 6);
  });

  it("weighs ages, and counts them as alike where they are not known", () => {
    const made = plan({ ...REQUEST, rules: { ...REQUEST.rules, weights: { "75+": 2 } } });
    expect(made.objective.maximised).toBe("weighted");
    expect(made.objective.value).toBeGreaterThan(made.objective.expected_reached);
    expect(made.notes.map((n) => n.code)).toEqual(["ages_unknown"]);
  });

  it("names the smallest set of rules that cannot hold together", () => {
    const made = makePlan(
      input({ ...REQUEST, budget: { staff_hours: 200, sessions: 1 }, rules: { ...REQUEST.rules, teams: 1 } }),
      solver,
      { priced: false },
    );
    expect(made).toEqual({ contradicting: ["each_area_at_least", "budget.sessions"] });
  });

  it("is empty where the budget is", () => {
    const made = plan({ ...REQUEST, budget: { sessions: 0 }, rules: null });
    expect(made.sessions).toEqual([]);
    expect(made.objective).toMatchObject({ value: 0, low: 0, high: 0 });
    expect(made.last_hour).toBeNull();
  });
});
