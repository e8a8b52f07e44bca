import { minutesOf, type Kind, type Venue } from "../../data/contract/outreach.js";
import { nationalHolidays } from "../../data/indicators/forecast/national-holidays.js";
import type { PlanInput, Problem } from "../../data/indicators/outreach/plan/model.js";
import { makeProblem } from "../../data/indicators/outreach/plan/problem.js";

/** One session that a set may have; times in days since 1970 and minutes after midnight. */
interface Candidate {
  option: number;
  kind: Kind;
  venue: Venue | null;
  district: string;
  day: number;
  from: number;
  to: number;
  hours: number;
}

/**
 * The best plan by trying every set of sessions that the rules allow: rules and calendar read from the request anew,
 * nothing shared with the optimiser but the chances of single sessions.
 * @returns null where no set keeps the rules; undefined where there are too many sets to try.
 */
export function bestByTrying(input: PlanInput, most = 18): number | null | undefined {
  const problem = makeProblem(input);
  const candidates = candidatesOf(input, problem);
  if (candidates.length > most) return undefined;
  const planned = plannedOf(input, problem);
  const base = worth(problem, planned);
  let best: number | null = null;
  const visit = (next: number, chosen: Candidate[]): void => {
    if (next === candidates.length) {
      if (!leastsHold(input, [...chosen, ...planned])) return;
      const value = worth(problem, [...chosen, ...planned]) - base;
      if (best === null || value > best) best = value;
      return;
    }
    visit(next + 1, chosen);
    const more = [...chosen, candidates[next]!];
    // What a set breaks, every larger one breaks too: all rules but the least numbers.
    if (limitsHold(input, more, planned)) visit(next + 1, more);
  };
  visit(0, []);
  return best;
}

const asCandidate = (problem: Problem, option: number, day: number): Candidate => {
  const { kind, venue, district } = problem.options[option]!;
  const from = minutesOf(kind.start);
  const hours = kind.staff_hours + (venue?.travel_hours ?? 0);
  return { option, kind, venue, district, day, from, to: from + kind.duration_hours * 60, hours };
};

const dayNumber = (date: string): number => Date.parse(date) / 86_400_000;
const NAMES = ["TH", "FR", "SA", "SU", "MO", "TU", "WE"];

function candidatesOf(input: PlanInput, problem: Problem): Candidate[] {
  const { period, rules, kinds, venues } = input.request;
  const [from, to] = [dayNumber(period.from), dayNumber(period.to)];
  const found: Candidate[] = [];
  for (const [option, { kind, venue }] of problem.options.entries()) {
    if (kinds && !kinds.includes(kind.code)) continue;
    if (venue && venues && !venues.includes(venue.code)) continue;
    for (let day = from; day <= to; day++) {
      const weekday = NAMES[day % 7]!;
      const year = new Date(day * 86_400_000).getUTCFullYear();
      const candidate = asCandidate(problem, option, day);
      if (rules?.weekdays && !rules.weekdays.some((w) => w === weekday)) continue;
      if (rules?.no_holidays && nationalHolidays(year).includes(day)) continue;
      if (venue?.closed_weekdays.some((w) => w === weekday)) continue;
      if (venue?.closes && candidate.to > minutesOf(venue.closes)) continue;
      if (limitsHold(input, [candidate], plannedOf(input, problem))) found.push(candidate);
    }
  }
  return found;
}

function plannedOf({ sessions, request }: PlanInput, problem: Problem): Candidate[] {
  return sessions
    .filter((s) => s.status === "planned" && s.date >= request.period.from && s.date <= request.period.to)
    .map((s) => {
      const option = problem.options.findIndex((o) => o.kind.code === s.kind && o.venue?.code === s.venue);
      return asCandidate(problem, option, dayNumber(s.date));
    });
}

function limitsHold(
  { request, sessions }: PlanInput,
  chosen: readonly Candidate[],
  planned: readonly Candidate[],
): boolean {
  const rules = request.rules ?? {};
  const { budget } = request;
  const sum = (list: readonly Candidate[], of: (c: Candidate) => number) =>
    list.reduce((n, c) => n + of(c), 0);
  if (chosen.length > (budget.sessions ?? Infinity)) return false;
  if (sum(chosen, (c) => c.hours) > (budget.staff_hours ?? Infinity)) return false;
  if (sum(chosen, (c) => c.kind.yen) > (budget.yen ?? Infinity)) return false;
  const teams = rules.teams ?? 1;
  for (const day of new Set(chosen.map((c) => c.day))) {
    const today = [...chosen, ...planned].filter((c) => c.day === day);
    if (today.length > (rules.most_per_day ?? teams)) return false;
    if (sum(today, (c) => c.hours) > (rules.staff_hours_per_day ?? Infinity)) return false;
    for (let minute = 0; minute < 1440; minute += 30) {
      const now = today.filter((c) => c.from <= minute && minute < c.to);
      if (now.length > teams && now.some((c) => chosen.includes(c))) return false;
    }
  }
  for (const [i, c] of chosen.entries()) {
    const other = chosen.slice(i + 1);
    if (c.venue === null) {
      const same = other.some((o) => o.kind === c.kind && o.district === c.district && o.day === c.day);
      if (same) return false;
      continue;
    }
    const known = sessions.filter((s) => s.status !== "cancelled" && s.venue === c.venue!.code);
    const days = [
      ...known.map((s) => dayNumber(s.date)),
      ...other.filter((o) => o.venue === c.venue).map((o) => o.day),
    ];
    if (days.some((day) => Math.abs(day - c.day) < Math.max(1, rules.days_between_at_venue ?? 1)))
      return false;
    const here = known.length + chosen.filter((o) => o.venue === c.venue).length;
    if (here > (rules.most_per_venue ?? Infinity)) return false;
  }
  return true;
}

function leastsHold({ request, districts }: PlanInput, all: readonly Candidate[]): boolean {
  const { each_district_at_least: district, each_area_at_least: area } = request.rules ?? {};
  const areas = new Set(districts.map((d) => d.area).filter((a) => a !== null));
  const inArea = (code: string) => districts.find((d) => d.code === code)!.area;
  return (
    districts.every((d) => all.filter((c) => c.district === d.code).length >= (district ?? 0)) &&
    [...areas].every((a) => all.filter((c) => inArea(c.district) === a).length >= (area ?? 0))
  );
}

/** Person by person: whoever is left by every session is not reached. */
function worth(problem: Problem, sessions: readonly Candidate[]): number {
  let total = 0;
  for (const [c, { people, weight }] of problem.cells.entries()) {
    let left = 1;
    for (const site of problem.sites) {
      const part = site.reach.find((r) => r.cell === c)?.part ?? 0;
      let fresh = 1;
      for (const { option } of sessions) {
        if (!site.options.includes(option)) continue;
        const { hazard } = problem.options[option]!;
        const tired = Math.exp(-site.tiring * hazard);
        const works = site.tiring === 0 ? hazard : (fresh * (1 - tired)) / site.tiring;
        left *= Math.exp(-part * works);
        fresh *= tired;
      }
    }
    total += weight * people * (1 - left);
  }
  return total;
}
