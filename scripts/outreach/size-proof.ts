import { fillUp } from "../../data/indicators/outreach/plan/fill-up.js";
import { countsOf, optimise, USUAL_EFFORT } from "../../data/indicators/outreach/plan/optimise.js";
import type { PlanInput } from "../../data/indicators/outreach/plan/model.js";
import { makeProblem } from "../../data/indicators/outreach/plan/problem.js";
import { valueOf } from "../../data/indicators/outreach/plan/value.js";
import { makeTrueTown, type TrueTown } from "./made-up-truth.js";
import type { Solver } from "../../data/indicators/outreach/plan/solver.js";
import { bareVenue } from "./small-instances.js";
import { inputOf, RULES, startOf, tellFigures } from "./town-play.js";

/** What is aimed at for 16 districts, 30 venues and 12 months. */
const AIM = { gap: 0.005, seconds: 5 } as const;

/** The optimiser beside its bound and beside greedy, as districts, venues and months grow. */
export function sizeProof(solver: Solver, say: (line: string) => void, quick: boolean): boolean {
  say("districts venues months sessions |   value    bound    gap%  greedy% seconds");
  const aimed = Array.from({ length: quick ? 2 : 8 }, (_, i) => measure(solver, [16, 30, 12], i + 1, say));
  for (const size of [
    [16, 30, 3],
    [30, 60, 12],
    [60, 100, 12],
  ] as const) {
    if (!quick) measure(solver, size, 1, say);
  }
  return aimed.every(({ gap, seconds }) => gap <= AIM.gap && seconds <= AIM.seconds);
}

type Size = readonly [districts: number, venues: number, months: number];

function measure(
  solver: Solver,
  [districts, venues, months]: Size,
  seed: number,
  say: (line: string) => void,
) {
  const input = instance(districts, venues, months, seed);
  const started = performance.now();
  const problem = makeProblem(input);
  const found = optimise(problem, solver, USUAL_EFFORT)!;
  const seconds = (performance.now() - started) / 1000;
  const nothing = problem.options.map(() => 0);
  const greedy = valueOf(problem, countsOf(problem, fillUp(problem, nothing)));
  const gap = (found.bound - found.value) / found.bound;
  say(
    [
      String(districts).padStart(9),
      String(venues).padStart(6),
      String(months).padStart(6),
      String(found.proposed.length).padStart(8),
      " |",
      found.value.toFixed(2).padStart(8),
      found.bound.toFixed(2).padStart(8),
      (100 * gap).toFixed(3).padStart(7),
      ((100 * greedy) / found.value).toFixed(2).padStart(8),
      seconds.toFixed(2).padStart(7),
    ].join(" "),
  );
  return { gap, seconds };
}

function instance(districts: number, venues: number, months: number, seed: number): PlanInput {
  const towns = Array.from({ length: Math.ceil(districts / 8) }, (_, i) => makeTrueTown(1000 * seed + i));
  const all = towns
    .flatMap((t, i) => t.districts.map((d) => ({ ...d, code: `${i}-${d.code}` })))
    .slice(0, districts);
  const town: TrueTown = {
    ...towns[0]!,
    districts: all,
    neighbours: new Map(
      all.map((d, i) => [d.code, [all[i - 1], all[i + 1]].flatMap((n) => (n ? [n.code] : []))]),
    ),
    venues: Array.from({ length: venues }, (_, i) =>
      bareVenue({ code: `v${i}`, district: all[i % districts]!.code, travel_hours: i % 3 }),
    ),
  };
  const state = startOf(town);
  tellFigures(state, "2026-11-30");
  const to = new Date(Date.UTC(2026, 11 + months, 0)).toISOString().slice(0, 10);
  const budget = { staff_hours: 30 * months, sessions: 5 * months };
  const rules = { ...RULES, most_per_venue: 6, each_area_at_least: 1, no_holidays: true };
  return inputOf(state, { period: { from: "2026-12-01", to }, budget, rules });
}
