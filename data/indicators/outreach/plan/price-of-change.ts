import { dayOf } from "./calendar.js";
import { DayBook } from "./day-book.js";
import { evaluate, type Evaluation, type PlannedSession } from "./evaluate.js";
import { brokenLeasts, countsOf } from "./optimise.js";
import type { PlanInput, Problem, Proposed } from "./model.js";
import { inDateOrder, makeProblem, optionOf } from "./problem.js";
import { roomAtVenue } from "./room.js";
import type { RuleName } from "./request.js";

type Place = Pick<PlannedSession, "date" | "venue" | "district" | "kind">;

/** What somebody does to a plan by hand. */
export interface Change {
  add?: readonly Place[];
  /** Ids of the plan's sessions. */
  remove?: readonly string[];
  /** A session on another date or at another venue; its district follows the venue. */
  move?: readonly { id: string; date?: string; venue?: string }[];
}

/** The plan after a change, by the same model, beside the one before. */
export interface ChangedPlan {
  after: Evaluation;
  /** What the change brings, negative: what it costs. */
  difference: { value: number; expected_reached: number; staff_hours: number };
  /** Rules that the plan does not keep after the change; by hand one may break them. `closed`: a day or a place that is not open. */
  broken: readonly (RuleName | "closed")[];
}

/**
 * The plan evaluated again after sessions were added, removed or moved.
 * @returns null where a kind cannot be held at a place at all, or an id is not in the plan.
 */
export function priceOfChange(
  input: PlanInput,
  sessions: readonly PlannedSession[],
  { add = [], remove = [], move = [] }: Change,
): ChangedPlan | null {
  const problem = makeProblem(input);
  const ids = new Set(sessions.map((s) => s.id));
  if ([...remove, ...move.map((m) => m.id)].some((id) => !ids.has(id))) return null;
  const moved = new Map(move.map((m) => [m.id, m]));
  const kept: Place[] = sessions
    .filter((s) => !remove.includes(s.id))
    .map((s) => {
      const to = moved.get(s.id);
      const venue = to?.venue ?? s.venue;
      const district = input.venues.find((v) => v.code === venue)?.district ?? s.district;
      return { date: to?.date ?? s.date, venue, district, kind: s.kind };
    });
  const before = proposedOf(problem, sessions);
  const after = proposedOf(problem, [...kept, ...add]);
  if (!before || !after) return null;
  const [was, is] = [evaluate(problem, before), evaluate(problem, after)];
  return {
    after: is,
    difference: {
      value: is.objective.value - was.objective.value,
      expected_reached: is.objective.expected_reached - was.objective.expected_reached,
      staff_hours: is.budget_used.staff_hours - was.budget_used.staff_hours,
    },
    broken: brokenRules(problem, after),
  };
}

function proposedOf(problem: Problem, places: readonly Place[]): Proposed[] | null {
  const proposed = places.map((place) => {
    const option = optionOf(problem, place);
    return option ? { option: problem.options.indexOf(option), day: dayOf(place.date) } : null;
  });
  return proposed.every((p) => p !== null) ? proposed : null;
}

function brokenRules(problem: Problem, proposed: readonly Proposed[]): ChangedPlan["broken"] {
  const { options, input } = problem;
  const { budget } = input.request;
  const broken = new Set<RuleName | "closed">();
  const used = (of: "staff_hours" | "yen") => proposed.reduce((sum, p) => sum + options[p.option]![of], 0);
  if (used("staff_hours") > (budget.staff_hours ?? Infinity) + 1e-9) broken.add("budget.staff_hours");
  if (used("yen") > (budget.yen ?? Infinity) + 1e-9) broken.add("budget.yen");
  if (proposed.length > (budget.sessions ?? Infinity)) broken.add("budget.sessions");
  for (const rule of brokenLeasts(problem, proposed)) broken.add(rule);
  const counts = countsOf(problem, proposed);
  for (const [venue, here] of Map.groupBy(options.keys(), (i) => options[i]!.venue?.code)) {
    const total = here.reduce((sum, i) => sum + counts[i]!, 0);
    if (venue !== undefined && total > 0 && total > roomAtVenue(problem, venue)) broken.add("most_per_venue");
  }
  const book = new DayBook(problem);
  for (const session of proposed.toSorted(inDateOrder(problem))) {
    if (!options[session.option]!.days.includes(session.day)) broken.add("closed");
    const clash = book.broken(session);
    if (clash) broken.add(clash);
    book.add(session);
  }
  return [...broken];
}
