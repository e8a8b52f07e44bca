import { addCalendar, addDayTotals } from "./formulate-calendar.js";
import { addValue } from "./formulate-value.js";
import { mostOn } from "./place-dates.js";
import type { Problem } from "./model.js";
import { daysBetweenAt, roomAtVenue } from "./room.js";
import type { AtMost, Choice, Column, LinearModel, Row, Sum, SumOf } from "./solver.js";
import type { Tangents } from "./tangents.js";
import type { Counts } from "./value.js";

/** The linear model of a plan, and how its solution is read. */
export interface Formulation {
  model: LinearModel;
  /** The first columns: an option as often as it is held, or once for each of its days. */
  choices: readonly Choice[];
}

/** Sessions of each option at most, each for itself: its days, its venue's room and the budget. */
export function mostOfEach(problem: Problem): number[] {
  const { request } = problem.input;
  const { sessions, staff_hours: hours, yen } = request.budget;
  return problem.options.map((o) => {
    const limits = [
      mostOn(o.days, daysBetweenAt(request, o.venue)),
      o.venue ? roomAtVenue(problem, o.venue.code) : Infinity,
      sessions ?? Infinity,
      hours !== null && hours !== undefined && o.staff_hours > 0 ? hours / o.staff_hours : Infinity,
      yen !== null && yen !== undefined && o.yen > 0 ? yen / o.yen : Infinity,
    ];
    return Math.floor(Math.min(...limits) + 1e-9);
  });
}

/**
 * The plan as a linear model. Counted: one whole column an option; days are left out but for what they must allow in
 * any case, so that its bound holds and its solution may lack days. Dated: one column an option and day, with every
 * rule of the calendar.
 */
export function formulate(problem: Problem, tangents: Tangents, most: Counts, dated: boolean): Formulation {
  const choices = problem.options.flatMap((o, option): Choice[] =>
    dated ? o.days.map((day) => ({ option, day })) : [{ option, day: null }],
  );
  const columns: Column[] = choices.map(({ option }) => ({
    gain: 0,
    lower: 0,
    upper: dated ? Math.min(1, most[option]!) : most[option]!,
    whole: true,
  }));
  const rows: Row[] = [];
  const of = columnsOf(choices, problem.options.length);
  const sum = (options: Iterable<number>, factor: (option: number) => number): Sum =>
    [...options].flatMap((i) => of[i]!.map((column) => ({ column, factor: factor(i) })));
  const atMost = (upper: number, terms: Sum): void => {
    if (Number.isFinite(upper) && terms.length > 0) rows.push({ lower: -Infinity, upper, sum: terms });
  };
  addBudget(problem, sum, atMost);
  addLeasts(problem, sum, rows);
  if (dated) addCalendar(problem, choices, atMost);
  else addDayTotals(problem, sum, atMost);
  addValue(problem, tangents, sum, columns, rows);
  return { model: { columns, rows }, choices };
}

function columnsOf(choices: readonly Choice[], options: number): number[][] {
  const of: number[][] = Array.from({ length: options }, () => []);
  for (const [column, { option }] of choices.entries()) of[option]!.push(column);
  return of;
}

function addBudget({ input, options }: Problem, sum: SumOf, atMost: AtMost): void {
  const { sessions, staff_hours, yen } = input.request.budget;
  atMost(
    sessions ?? Infinity,
    sum(options.keys(), () => 1),
  );
  atMost(
    staff_hours ?? Infinity,
    sum(options.keys(), (i) => options[i]!.staff_hours),
  );
  atMost(
    yen ?? Infinity,
    sum(options.keys(), (i) => options[i]!.yen),
  );
}

/** Districts and areas that must have sessions, with the rule that says so. */
export interface LeastGroup {
  rule: "each_district_at_least" | "each_area_at_least";
  districts: ReadonlySet<string>;
  least: number;
}

/** What each district and each area must have; districts without an area belong to none. */
export function leastGroups({ input }: Problem): LeastGroup[] {
  const { rules } = input.request;
  const district = rules?.each_district_at_least ?? 0;
  const area = rules?.each_area_at_least ?? 0;
  const areas = Map.groupBy(
    input.districts.filter((d) => d.area !== null),
    (d) => d.area!,
  );
  const groups: LeastGroup[] = [];
  if (district > 0) {
    for (const { code } of input.districts) {
      groups.push({ rule: "each_district_at_least", districts: new Set([code]), least: district });
    }
  }
  if (area > 0) {
    for (const members of areas.values()) {
      const districts = new Set(members.map((d) => d.code));
      groups.push({ rule: "each_area_at_least", districts, least: area });
    }
  }
  return groups;
}

function addLeasts(problem: Problem, sum: SumOf, rows: Row[]): void {
  const { options, fixed } = problem;
  for (const { districts, least } of leastGroups(problem)) {
    const planned = fixed.filter((f) => districts.has(options[f.option]!.district)).length;
    const here = [...options.keys()].filter((i) => districts.has(options[i]!.district));
    if (least > planned) rows.push({ lower: least - planned, upper: Infinity, sum: sum(here, () => 1) });
  }
}
