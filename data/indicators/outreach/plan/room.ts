import type { Venue } from "../../../contract/outreach.js";
import { hoursOf } from "./calendar.js";
import type { Option, Problem } from "./model.js";
import type { PlanRequest } from "./request.js";

/** Two sessions of one place keep a distance: of a venue, or of a kind that is held anywhere in a district. */
export const placeKey = (venue: string | null, kind: string, district: string): string =>
  venue === null ? `anywhere ${kind} ${district}` : `venue ${venue}`;

/** Days from one session at a place to the next; at least another day. */
export const daysBetweenAt = ({ rules }: PlanRequest, venue: Venue | null): number =>
  venue === null ? 1 : Math.max(1, rules?.days_between_at_venue ?? 1);

/** The place of an option, as `placeKey` has it. */
export const placeOf = ({ venue, kind, district }: Option): string =>
  placeKey(venue?.code ?? null, kind.code, district);

/** The sessions planned already for a day. */
export const fixedOn = ({ fixed, options }: Problem, day: number): Option[] =>
  fixed.filter((f) => f.day === day).map((f) => options[f.option]!);

/** What the rules leave on a day: sessions, and staff hours (Infinity: no limit). */
export function roomOn(problem: Problem, day: number): { sessions: number; staffHours: number } {
  const { rules } = problem.input.request;
  const there = fixedOn(problem, day);
  const most = rules?.most_per_day ?? rules?.teams ?? 1;
  const hours = rules?.staff_hours_per_day ?? Infinity;
  return {
    sessions: Math.max(0, most - there.length),
    staffHours: Math.max(0, hours - there.reduce((sum, o) => sum + o.staff_hours, 0)),
  };
}

/** Whether two options are held at the same time of day. */
export function overlap(a: Option, b: Option): boolean {
  const [x, y] = [hoursOf(a.kind), hoursOf(b.kind)];
  return x.from < y.to && y.from < x.to;
}

/** How many more sessions a venue may have by `most_per_venue`; Infinity where the rule does not hold. */
export function roomAtVenue({ input }: Problem, venue: string): number {
  const most = input.request.rules?.most_per_venue ?? Infinity;
  const known = input.sessions.filter((s) => s.status !== "cancelled" && s.venue === venue);
  return Math.max(0, most - known.length);
}
