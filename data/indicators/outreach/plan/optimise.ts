import { formulate, leastGroups, mostOfEach, type LeastGroup } from "./formulate.js";
import { fillUp } from "./fill-up.js";
import { placeDates } from "./place-dates.js";
import type { Problem, Proposed } from "./model.js";
import type { Choice, Solver } from "./solver.js";
import { addTangents, firstTangents } from "./tangents.js";
import { valueOf } from "./value.js";

/** When a search ends. */
export interface Effort {
  /** (bound − value) / bound at which a plan is good enough. */
  gap: number;
  /** Nodes of one run of the solver. */
  nodes: number;
  /** Runs of the solver, each with closer lines than the one before. */
  rounds: number;
  seed: number;
}

export const USUAL_EFFORT: Effort = { gap: 0.004, nodes: 4000, rounds: 8, seed: 1 };

/** The part of the gap that is left to the solver; the rest is for the lines. */
const SOLVER_PART = 0.6;

/** Fractions of sessions are solved for in no time and show where the lines have to be close. */
const FRACTIONAL_ROUNDS = 3;

/** The best plan that was found, and what no plan exceeds; null where the rules cannot hold together. */
export interface Optimum {
  proposed: Proposed[];
  value: number;
  bound: number;
}

/** Beyond so many pairs of option and day the model with days only looks for a plan where there is none yet. */
const MOST_DATED = 20_000;

/**
 * The plan with the largest value under the rules. How often each option is held is decided first, since the value does
 * not depend on days; then days are looked for. Where none are found, a model with a column for each day decides both.
 * The curves of the model are lines from above, drawn closer where solutions lie (Kelley's cutting planes), so that the
 * solver's bound holds for the curves.
 */
export function optimise(problem: Problem, solver: Solver, effort: Effort): Optimum | null {
  // Without a choice there is nothing to solve.
  if (mostOfEach(problem).every((most) => most === 0)) {
    return brokenLeasts(problem, []).length === 0 ? { proposed: [], value: 0, bound: 0 } : null;
  }
  const counted = search(problem, solver, effort, false);
  if (counted === null) return null;
  if (isGoodEnough(counted, effort) || counted.value >= counted.wantedValue) return finished(counted);
  const dated = problem.options.reduce((sum, o) => sum + o.days.length, 0);
  const filled = fillUp(problem, counted.wanted);
  if (brokenLeasts(problem, filled).length === 0) keepBetter(problem, counted, filled);
  if (isGoodEnough(counted, effort) || (counted.proposed && dated > MOST_DATED)) return finished(counted);
  const exact = search(problem, solver, effort, true);
  if (exact === null) return null;
  exact.bound = Math.min(exact.bound, counted.bound);
  if (counted.proposed) keepBetter(problem, exact, counted.proposed);
  return finished(exact);
}

/** The state of a search: what is wanted of each option, and the best plan with days so far. */
interface Search {
  bound: number;
  value: number;
  proposed: Proposed[] | null;
  wanted: readonly number[];
  /** Its value, with days or without. */
  wantedValue: number;
}

const isGoodEnough = ({ bound, value, proposed }: Search, { gap }: Effort): boolean =>
  proposed !== null && bound - value <= gap * Math.max(bound, 1e-9) + 1e-9;

/** Rounding in the solver must not put a bound below a plan that is there. */
const finished = ({ proposed, value, bound }: Search): Optimum | null =>
  proposed === null ? null : { proposed, value, bound: Math.max(bound, value) };

function search(problem: Problem, solver: Solver, effort: Effort, dated: boolean): Search | null {
  const most = mostOfEach(problem);
  const tangents = firstTangents(problem, most);
  const state: Search = {
    bound: Infinity,
    value: -Infinity,
    proposed: null,
    wanted: most.map(() => 0),
    wantedValue: -Infinity,
  };
  for (let round = 0; round < FRACTIONAL_ROUNDS; round++) {
    const { model, choices } = formulate(problem, tangents, most, dated);
    const columns = model.columns.map((column) => ({ ...column, whole: false }));
    const solution = solver.solve({ ...model, columns }, { gap: 0, nodes: 1, seed: effort.seed });
    if (solution.status === "infeasible") return null;
    if (solution.values === null) break;
    addTangents(problem, chosen(problem, choices, solution.values), tangents);
  }
  for (let round = 0; round < effort.rounds; round++) {
    const { model, choices } = formulate(problem, tangents, most, dated);
    const solution = solver.solve(model, {
      gap: SOLVER_PART * effort.gap,
      nodes: effort.nodes,
      seed: effort.seed,
    });
    if (solution.status === "infeasible") return null;
    state.bound = Math.min(state.bound, solution.bound);
    if (solution.values === null) break;
    const whole = solution.values.map(Math.round);
    const counts = chosen(problem, choices, whole);
    const proposed = choices.flatMap(({ option, day }, column): Proposed[] =>
      day !== null && whole[column]! > 0 ? [{ option, day }] : [],
    );
    const value = valueOf(problem, counts);
    if (value > state.wantedValue) {
      state.wantedValue = value;
      state.wanted = counts;
      const placed = dated ? proposed : placeDates(problem, counts);
      if (placed) keepBetter(problem, state, placed);
    }
    // Closer lines change neither the counts that are wanted nor their days.
    if (state.bound - state.wantedValue <= effort.gap * Math.max(state.bound, 1e-9) + 1e-9) break;
    addTangents(problem, counts, tangents);
  }
  return state;
}

/** How often a solution has each option. */
function chosen(problem: Problem, choices: readonly Choice[], values: Float64Array): number[] {
  const counts = problem.options.map(() => 0);
  for (const [column, { option }] of choices.entries()) counts[option]! += values[column]!;
  return counts;
}

function keepBetter(problem: Problem, state: Search, proposed: Proposed[]): void {
  const value = valueOf(problem, countsOf(problem, proposed));
  if (value <= state.value) return;
  state.value = value;
  state.proposed = proposed;
}

/** How often each option is proposed. */
export function countsOf({ options }: Problem, proposed: readonly Proposed[]): number[] {
  const counts = options.map(() => 0);
  for (const { option } of proposed) counts[option]!++;
  return counts;
}

/** The rules of least numbers that are not kept; sessions planned already count. */
export function brokenLeasts(problem: Problem, proposed: readonly Proposed[]): LeastGroup["rule"][] {
  const all = [...proposed, ...problem.fixed].map(({ option }) => problem.options[option]!.district);
  const short = leastGroups(problem).filter(
    ({ districts, least }) => all.filter((district) => districts.has(district)).length < least,
  );
  return [...new Set(short.map((group) => group.rule))];
}
