import type { Weekday } from "../../../contract/outreach.js";

/** What a plan is asked for, as `POST plans` has it; a field that is left out or null does not hold. */
export interface PlanRequest {
  /** Both days included. */
  period: { from: string; to: string };
  budget: { staff_hours?: number | null; sessions?: number | null; yen?: number | null };
  /** Codes of the only kinds to plan. */
  kinds?: readonly string[] | null;
  /** Codes of the only venues to plan; kinds held anywhere are not touched. */
  venues?: readonly string[] | null;
  rules?: PlanRules | null;
  seed?: number | null;
}

export interface PlanRules {
  /** Sessions planned earlier in the period count. */
  each_district_at_least?: number | null;
  each_area_at_least?: number | null;
  /** Sessions at the same time; 1 if left out. */
  teams?: number | null;
  /** In the whole town; as many as teams if left out. */
  most_per_day?: number | null;
  staff_hours_per_day?: number | null;
  /** Held and planned sessions that are known count. */
  most_per_venue?: number | null;
  /** From date to date; 14: two weeks later on the same weekday at the earliest. Held and planned ones count. */
  days_between_at_venue?: number | null;
  /** Worth of one person of an age beside others; ages that are left out count 1. */
  weights?: Readonly<Record<string, number>> | null;
  weekdays?: readonly Weekday[] | null;
  no_holidays?: boolean | null;
}

/** What can be dropped, by the names of the answer. */
export const RULE_NAMES = [
  "each_district_at_least",
  "each_area_at_least",
  "teams",
  "most_per_day",
  "staff_hours_per_day",
  "most_per_venue",
  "days_between_at_venue",
  "weekdays",
  "no_holidays",
  "kinds",
  "venues",
  "budget.staff_hours",
  "budget.sessions",
  "budget.yen",
] as const;
export type RuleName = (typeof RULE_NAMES)[number];

/** The rules that hold: those asked for, and teams, which holds always. In the order of RULE_NAMES. */
export function rulesOf(request: PlanRequest): RuleName[] {
  return RULE_NAMES.filter((name) => {
    if (name === "teams") return true;
    if (name === "kinds" || name === "venues") return (request[name] ?? null) !== null;
    if (name === "budget.staff_hours") return (request.budget.staff_hours ?? null) !== null;
    if (name === "budget.sessions") return (request.budget.sessions ?? null) !== null;
    if (name === "budget.yen") return (request.budget.yen ?? null) !== null;
    const value = request.rules?.[name] ?? null;
    return value !== null && value !== false && !(name.endsWith("at_least") && value === 0);
  });
}

/** The request with some of its rules alone; `teams: Infinity` is a town that can be everywhere at once. */
export function keepRules(request: PlanRequest, kept: ReadonlySet<RuleName>): PlanRequest {
  const rules: PlanRules = { ...request.rules };
  for (const name of ["each_district_at_least", "each_area_at_least", "staff_hours_per_day"] as const) {
    if (!kept.has(name)) rules[name] = null;
  }
  for (const name of ["most_per_venue", "days_between_at_venue", "weekdays", "no_holidays"] as const) {
    if (!kept.has(name)) rules[name] = null;
  }
  const teams = request.rules?.teams ?? 1;
  rules.teams = kept.has("teams") ? teams : Infinity;
  if (!kept.has("most_per_day")) rules.most_per_day = null;
  const { staff_hours, sessions, yen } = request.budget;
  return {
    ...request,
    rules,
    kinds: kept.has("kinds") ? (request.kinds ?? null) : null,
    venues: kept.has("venues") ? (request.venues ?? null) : null,
    budget: {
      staff_hours: kept.has("budget.staff_hours") ? (staff_hours ?? null) : null,
      sessions: kept.has("budget.sessions") ? (sessions ?? null) : null,
      yen: kept.has("budget.yen") ? (yen ?? null) : null,
    },
  };
}
