import { makePlan } from "../../data/indicators/outreach/plan/make-plan.js";
import { optimise, USUAL_EFFORT } from "../../data/indicators/outreach/plan/optimise.js";
import { dateOf } from "../../data/indicators/outreach/plan/calendar.js";
import type { Problem } from "../../data/indicators/outreach/plan/model.js";
import { makeProblem } from "../../data/indicators/outreach/plan/problem.js";
import type { PlanRequest } from "../../data/indicators/outreach/plan/request.js";
import type { Solver } from "../../data/indicators/outreach/plan/solver.js";
import { trueMean } from "./made-up-truth.js";
import { Diary, inputOf, visits, type Pick, type TownState } from "./town-play.js";

/** A way to choose sessions. */
export type Policy = (state: TownState, request: PlanRequest) => Pick[];

/** The product. */
export const planned =
  (solver: Solver): Policy =>
  (state, request) => {
    const made = makePlan(inputOf(state, request), solver, { priced: false });
    if (!("plan" in made)) return [];
    return made.plan.sessions.map(({ date, kind, venue, low, high }) => ({
      date,
      kind,
      venue: state.town.venues.find((v) => v.code === venue)!,
      interval: { low, high },
    }));
  };

/** Districts in turn by how much each is owed; kinds and a district's venues in turn. */
const inTurn =
  (owed: (state: TownState, district: string, given: number) => number): Policy =>
  (state, request) => {
    const { town } = state;
    const diary = new Diary(request);
    const given = new Map(town.districts.map((d) => [d.code, 0]));
    const shut = new Set<string>();
    const picks: Pick[] = [];
    while (shut.size < town.districts.length) {
      const open = town.districts.map((d) => d.code).filter((code) => !shut.has(code));
      const most = Math.max(...open.map((code) => owed(state, code, given.get(code)!)));
      const next = open.find((code) => owed(state, code, given.get(code)!) === most)!;
      const venues = town.venues.filter((v) => v.district === next);
      const turn = given.get(next)!;
      const venue = venues[turn % venues.length]!;
      const kind = town.kinds[(picks.length + state.sessions.length) % town.kinds.length]!;
      const pick = diary.book(kind, venue);
      if (pick) picks.push(pick);
      else shut.add(next);
      given.set(next, turn + 1);
    }
    return picks;
  };

const unreached = (state: TownState, code: string): number =>
  state.known.at(-1)!.cells.find((c) => c.district === code)!.unreached;

const residents = ({ town }: TownState, code: string): number =>
  town.districts.find((d) => d.code === code)!.population;

/** Sessions in proportion to residents (Webster's method). */
export const byPopulation = inTurn((state, code, given) => residents(state, code) / (2 * given + 1));

/** One each from the lowest rate up, and again. */
export const lowestRateFirst = inTurn(
  (state, code, given) => unreached(state, code) / residents(state, code) - 10 * given,
);

/** One each from the most people without a card down, and again. */
export const mostUnreachedFirst = inTurn((state, code, given) => unreached(state, code) - 1e6 * given);

/** Session by session what brings most an hour, the truth known. */
export const greedyWithTruth: Policy = (state, request) => {
  const { town } = state;
  const diary = new Diary(request);
  const left = new Map(state.left);
  const before = new Map(town.venues.map((v) => [v.code, visits(state, v.code)]));
  const picks: Pick[] = [];
  const all = town.kinds.flatMap((kind) => town.venues.map((venue) => ({ kind, venue })));
  for (;;) {
    const ranked = all
      .map(({ kind, venue }) => {
        const mean = trueMean(town, kind.code, venue, left.get(venue.district)!, before.get(venue.code)!);
        return { kind, venue, mean, perHour: mean / (kind.staff_hours + venue.travel_hours) };
      })
      .sort((a, b) => b.perHour - a.perHour);
    let booked: Pick | null = null;
    for (const { kind, venue, mean } of ranked) {
      booked = diary.book(kind, venue);
      if (!booked) continue;
      left.set(venue.district, left.get(venue.district)! - mean);
      before.set(venue.code, before.get(venue.code)! + 1);
      break;
    }
    if (!booked) return picks;
    picks.push(booked);
  }
};

/** The optimiser with the true chances in the place of the learnt ones. */
export const optimumWithTruth =
  (solver: Solver): Policy =>
  (state, request) => {
    const { town } = state;
    const problem = makeProblem(inputOf(state, request));
    const options = problem.options.map((o) => {
      const left = state.left.get(o.district)!;
      const mean = left > 0 ? trueMean(town, o.kind.code, o.venue!, left, visits(state, o.venue!.code)) : 0;
      return { ...o, hazard: left > 0 ? -Math.log(1 - mean / left) : 0 };
    });
    const sites = problem.sites.map((site): Problem["sites"][number] => {
      const usual = site.options.reduce((sum, i) => sum + options[i]!.hazard, 0) / site.options.length;
      const own = site.reach.filter((r) => r.part === 1);
      return { ...site, reach: own, tiring: usual > 0 ? -Math.log(town.fall) / usual : 0 };
    });
    const cells = problem.cells.map((c) => ({ ...c, people: state.left.get(c.district)! }));
    const found = optimise({ ...problem, options, sites, cells }, solver, USUAL_EFFORT);
    return (found?.proposed ?? []).map(({ option, day }) => ({
      date: dateOf(day),
      kind: options[option]!.kind.code,
      venue: options[option]!.venue!,
    }));
  };
