import { logVariance } from "../yields/chance.js";
import { predictiveInterval } from "../yields/negative-binomial.js";
import { dateOf } from "./calendar.js";
import type { Problem, Proposed } from "./model.js";
import { inDateOrder } from "./problem.js";
import { fixedCounts, reachedIn } from "./value.js";

/** What a plan's sessions bring, under the model by which plans are chosen. */
export interface Evaluation {
  objective: {
    maximised: "reached" | "weighted";
    /** In the unit of `maximised`. */
    value: number;
    /** The sum of the sessions' and of the districts'. */
    expected_reached: number;
    /** The central 80% of all that comes, in whole people. */
    low: number;
    high: number;
  };
  budget_used: { staff_hours: number; sessions: number; yen: number };
  /** In date order. */
  sessions: readonly PlannedSession[];
  districts: readonly PlannedDistrict[];
  /** What the plan's least productive session brings an hour; null without sessions or hours. */
  last_hour: { reached_per_staff_hour: number } | null;
}

export interface PlannedSession {
  id: string;
  date: string;
  start: string;
  venue: string | null;
  kind: string;
  district: string;
  staff_hours: number;
  /** Beyond what those before it in date order, and those planned already, have reached. */
  expected: number;
  low: number;
  high: number;
  /** Where those people live; districts with none are left out. */
  reaches: readonly { district: string; expected: number }[];
}

export interface PlannedDistrict {
  district: string;
  unreached: number;
  to_apply: number;
  expected_reached: number;
  /** Residents with a card among all, 0 to 1; null where nobody lives. */
  rate_now: number | null;
  /** The same if every first application of the plan becomes a card, and nothing else changes. */
  rate_after: number | null;
}

/** Evaluates proposed sessions: in date order, each beyond what was reached before it. */
export function evaluate(problem: Problem, proposed: readonly Proposed[]): Evaluation {
  const { options, cells, input } = problem;
  const order = proposed.toSorted(inDateOrder(problem));
  const counts = fixedCounts(problem);
  const first = reachedIn(problem, counts);
  let before = first;
  const sessions = order.map(({ option, day }, i): PlannedSession => {
    counts[option]!++;
    const after = reachedIn(problem, counts);
    const reaches = byDistrict(problem, (c) => after[c]! - before[c]!);
    before = after;
    const expected = [...reaches.values()].reduce((sum, n) => sum + n, 0);
    const { kind, venue, district, staff_hours, terms, most } = options[option]!;
    const logSd = Math.sqrt(logVariance(input.learnt, terms).now);
    const { dispersion } = input.learnt;
    const { low, high } = predictiveInterval({ mean: expected, dispersion }, logSd);
    const limit = Math.floor(most ?? Infinity);
    return {
      id: `ps_${i + 1}`,
      date: dateOf(day),
      start: kind.start,
      venue: venue?.code ?? null,
      kind: kind.code,
      district,
      staff_hours,
      expected,
      low: Math.min(low, limit),
      high: Math.min(high, limit),
      reaches: [...reaches].filter(([, n]) => n > 0).map(([code, n]) => ({ district: code, expected: n })),
    };
  });
  const value = cells.reduce((sum, { weight }, c) => sum + weight * (before[c]! - first[c]!), 0);
  const expected = sessions.reduce((sum, s) => sum + s.expected, 0);
  return {
    objective: {
      maximised: Object.keys(input.request.rules?.weights ?? {}).length > 0 ? "weighted" : "reached",
      value,
      expected_reached: expected,
      ...intervalOf(problem, order, sessions),
    },
    budget_used: {
      sessions: order.length,
      staff_hours: order.reduce((sum, p) => sum + options[p.option]!.staff_hours, 0),
      yen: order.reduce((sum, p) => sum + options[p.option]!.yen, 0),
    },
    sessions,
    districts: districtsOf(
      problem,
      byDistrict(problem, (c) => before[c]! - first[c]!),
    ),
    last_hour: lastHour(problem, order),
  };
}

function byDistrict({ cells }: Problem, of: (cell: number) => number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [c, { district }] of cells.entries()) sums.set(district, (sums.get(district) ?? 0) + of(c));
  return sums;
}

/** All sessions together: what is not known of kinds, districts and the town does not average out. */
function intervalOf(
  { options, input }: Problem,
  order: readonly Proposed[],
  sessions: readonly PlannedSession[],
): { low: number; high: number } {
  const mean = sessions.reduce((sum, s) => sum + s.expected, 0);
  if (mean <= 0) return { low: 0, high: 0 };
  const shares = new Map<string, number>();
  for (const [i, { option }] of order.entries()) {
    for (const { name, value } of options[option]!.terms) {
      shares.set(name, (shares.get(name) ?? 0) + (value * sessions[i]!.expected) / mean);
    }
  }
  const terms = [...shares].map(([name, value]) => ({ name, value }));
  const logSd = Math.sqrt(logVariance(input.learnt, terms).now);
  return predictiveInterval({ mean, dispersion: input.learnt.dispersion }, logSd);
}

function districtsOf({ input }: Problem, reached: ReadonlyMap<string, number>): PlannedDistrict[] {
  const groups = Map.groupBy(input.people.cells, (c) => c.district);
  return [...groups].map(([district, cells]): PlannedDistrict => {
    const sum = (of: "population" | "unreached" | "to_apply") => cells.reduce((n, c) => n + c[of], 0);
    const [population, unreached] = [sum("population"), sum("unreached")];
    const expected = reached.get(district) ?? 0;
    const rate = (without: number) => (population > 0 ? (population - without) / population : null);
    return {
      district,
      unreached,
      to_apply: sum("to_apply"),
      expected_reached: expected,
      rate_now: rate(unreached),
      rate_after: rate(unreached - expected),
    };
  });
}

/** What the plan would lose without its least productive session, for each of that session's hours. */
function lastHour(problem: Problem, order: readonly Proposed[]): Evaluation["last_hour"] {
  const counts = fixedCounts(problem);
  for (const { option } of order) counts[option]!++;
  const total = (): number => reachedIn(problem, counts).reduce((sum, n) => sum + n, 0);
  const all = total();
  let least: number | null = null;
  for (const option of new Set(order.map((p) => p.option))) {
    const { staff_hours } = problem.options[option]!;
    if (staff_hours <= 0) continue;
    counts[option]!--;
    const perHour = (all - total()) / staff_hours;
    counts[option]!++;
    if (least === null || perHour < least) least = perHour;
  }
  return least === null ? null : { reached_per_staff_hour: least };
}
