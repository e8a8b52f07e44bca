import { seededRandom, type Random } from "../sample/random.js";
import type { PlanRequest } from "../../data/indicators/outreach/plan/request.js";
import type { Solver } from "../../data/indicators/outreach/plan/solver.js";
import { makeTrueTown } from "./made-up-truth.js";
import {
  byPopulation,
  greedyWithTruth,
  lowestRateFirst,
  mostUnreachedFirst,
  optimumWithTruth,
  planned,
  type Policy,
} from "./policies.js";
import { copyOf, drift, play, RULES, startOf, tellFigures, type Held, type TownState } from "./town-play.js";

/** Sessions that are known when a plan is asked for. */
const HISTORIES = [0, 10, 50] as const;
const SIMPLE = ["population", "lowest rate", "most unreached"] as const;
const MONTHS = 24;

/** Month by month from January 2025 on; figures are of the last day before. */
const monthStart = (m: number): string => new Date(Date.UTC(2025, m, 1)).toISOString().slice(0, 10);
const monthEnd = (m: number): string => new Date(Date.UTC(2025, m + 1, 0)).toISOString().slice(0, 10);

const request = (first: number, months: number, hours: number): PlanRequest => ({
  period: { from: monthStart(first), to: monthEnd(first + months - 1) },
  budget: { staff_hours: hours, sessions: 20 * months },
  rules: RULES,
  seed: 1,
});

/**
 * Made-up towns: plans of four months after 0, 10 and 50 sessions beside simple rules and beside those who know the
 * truth, the intervals' coverage, and two years month by month.
 */
export function learningProof(solver: Solver, say: (line: string) => void, quick: boolean): boolean {
  const towns = quick ? 10 : 200;
  const policies: Record<string, Policy> = {
    ours: planned(solver),
    population: byPopulation,
    "lowest rate": lowestRateFirst,
    "most unreached": mostUnreachedFirst,
    "greedy, truth known": greedyWithTruth,
    "optimum, truth known": optimumWithTruth(solver),
  };
  let good = true;
  say(`${towns} towns, four months, 160 staff hours; reached of the plan over that of another`);
  for (const history of HISTORIES) {
    const ratios = new Map(Object.keys(policies).map((name) => [name, [] as number[]]));
    const inside: number[] = [];
    for (let seed = 1; seed <= towns; seed++) {
      const state = withHistory(seed, history);
      const held = new Map(
        Object.entries(policies).map(([name, policy]) => [name, episode(state, policy, seededRandom(seed))]),
      );
      const ours = held.get("ours")!;
      inside.push(...insideOf(ours));
      for (const [name, list] of ratios) list.push(reachedBy(ours) / reachedBy(held.get(name)!));
    }
    const covered = mean(inside);
    say(
      `after ${history} sessions: 80% intervals held ${(100 * covered).toFixed(1)}% of ${inside.length} sessions`,
    );
    for (const [name, list] of ratios) {
      if (name === "ours") continue;
      const above = list.filter((r) => r > 1).length / list.length;
      say(
        `  over ${name.padEnd(21)} ${mean(list).toFixed(3)}, above it in ${(100 * above).toFixed(0)}% of towns`,
      );
      const isSimple = SIMPLE.some((simple) => simple === name);
      if (history >= 10 && isSimple && (mean(list) <= 1 || above < 0.8)) good = false;
    }
    if (covered < 0.75 || (history > 0 && covered > 0.85)) good = false;
  }
  const regret = twoYears(solver, say, towns, policies);
  return good && regret <= 0.1;
}

const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;

/** A town that has held so many sessions, spread by population, in the year before. */
function withHistory(seed: number, history: number): TownState {
  const state = startOf(makeTrueTown(seed));
  const random = seededRandom(seed + 77);
  tellFigures(state, monthEnd(-1));
  for (let month = 0; month < 12; month++) {
    const wanted = Math.floor((history * (month + 1)) / 12) - state.sessions.length;
    const ask = { ...request(month, 1, 1e6), budget: { sessions: wanted } };
    if (wanted > 0) play(state, byPopulation(state, ask), random);
    drift(state);
    tellFigures(state, monthEnd(month));
  }
  return state;
}

/** The sessions that a policy holds in the four months after. */
function episode(before: TownState, policy: Policy, random: Random): Held[] {
  const state = copyOf(before);
  return play(state, policy(state, request(12, 4, 160)), random);
}

const reachedBy = (held: readonly Held[]): number => held.reduce((sum, { mean: one }) => sum + one, 0);

/** 1 for each session whose count lay inside its interval, 0 outside, ½ on an end: ends are drawn at random. */
const insideOf = (held: readonly Held[]): number[] =>
  held.flatMap(({ pick: { interval }, count }) => {
    if (!interval) return [];
    if (count === interval.low || count === interval.high) return [0.5];
    return [count > interval.low && count < interval.high ? 1 : 0];
  });

/** Month by month over two years; the regret beside the optimum with the truth known. */
function twoYears(
  solver: Solver,
  say: (line: string) => void,
  towns: number,
  policies: Readonly<Record<string, Policy>>,
): number {
  const totals = new Map(Object.keys(policies).map((name) => [name, [] as number[]]));
  for (let seed = 1; seed <= towns; seed++) {
    for (const [name, policy] of Object.entries(policies)) {
      const state = startOf(makeTrueTown(seed));
      const random = seededRandom(seed + 99);
      let reached = 0;
      for (let month = 0; month < MONTHS; month++) {
        tellFigures(state, monthEnd(month - 1));
        reached += play(state, policy(state, request(month, 1, 40)), random).reduce(
          (sum, s) => sum + s.mean,
          0,
        );
        drift(state);
      }
      totals.get(name)!.push(reached);
    }
  }
  const best = totals.get("optimum, truth known")!;
  say(
    `${towns} towns over ${MONTHS} months, 40 staff hours a month: reached over the optimum with the truth known`,
  );
  for (const [name, list] of totals)
    say(`  ${name.padEnd(21)} ${mean(list.map((n, i) => n / best[i]!)).toFixed(3)}`);
  return 1 - mean(totals.get("ours")!.map((n, i) => n / best[i]!));
}
