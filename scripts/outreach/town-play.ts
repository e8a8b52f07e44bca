import type { Figure } from "../../data/contract/figure.js";
import type { Kind, Session, Venue } from "../../data/contract/outreach.js";
import { openDays, dateOf } from "../../data/indicators/outreach/plan/calendar.js";
import type { PlanInput } from "../../data/indicators/outreach/plan/model.js";
import type { PlanRequest } from "../../data/indicators/outreach/plan/request.js";
import { peopleOn, type People } from "../../data/indicators/outreach/people.js";
import { pastSessions } from "../../data/indicators/outreach/yields/history.js";
import { learn } from "../../data/indicators/outreach/yields/learn.js";
import type { Random } from "../sample/random.js";
import { hold, type TrueTown } from "./made-up-truth.js";

/** A session that somebody decides to hold. */
export interface Pick {
  date: string;
  kind: string;
  venue: Venue;
  /** Where its count was expected with 80%, if anybody said so. */
  interval?: { low: number; high: number };
}

/** A session as it went. */
export interface Held {
  pick: Pick;
  mean: number;
  count: number;
}

/** A town as it goes on: who is left, what was held, what was known at each month's end. */
export interface TownState {
  town: TrueTown;
  left: Map<string, number>;
  sessions: Session[];
  known: People[];
}

export const startOf = (town: TrueTown): TownState => ({
  town,
  left: new Map(town.districts.map((d) => [d.code, d.left])),
  sessions: [],
  known: [],
});

export const copyOf = ({ town, left, sessions, known }: TownState): TownState => ({
  town,
  left: new Map(left),
  sessions: [...sessions],
  known: [...known],
});

/** Notes the month's figures: districts only, held cards only. */
export function tellFigures(state: TownState, asOf: string): void {
  const figures = state.town.districts.map(({ code, population }): Figure => ({
    municipality: "173843",
    as_of: asOf,
    district: code,
    age_band: "all",
    sex: "all",
    population,
    population_as_of: null,
    applications: null,
    issued: null,
    held: population - state.left.get(code)!,
  }));
  state.known.push(peopleOn(figures, asOf)!);
}

/** Sessions held at each venue so far. */
export const visits = ({ sessions }: TownState, venue: string): number =>
  sessions.filter((s) => s.venue === venue).length;

/** Holds the sessions in the true town; gives each one's true mean and its count. */
export function play(state: TownState, picks: readonly Pick[], random: Random): Held[] {
  return picks
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((pick) => {
      const { session, mean } = hold(state.town, pick, state.left, visits(state, pick.venue.code), random);
      state.sessions.push(session);
      return { pick, mean, count: session.new_applications! };
    });
}

/** Some walk in by themselves every month, planned or not. */
export function drift({ left }: TownState): void {
  for (const [code, people] of left) left.set(code, Math.round(people * 0.993));
}

export const RULES = {
  teams: 1,
  most_per_day: 1,
  days_between_at_venue: 14,
  weekdays: ["TU", "TH", "SA"],
} as const;

/** What the product is asked, with what is known and nothing of the truth. */
export function inputOf(state: TownState, request: PlanRequest): PlanInput {
  const { town, sessions, known } = state;
  const { kinds, venues, districts, neighbours } = town;
  return {
    request,
    districts,
    neighbours,
    venues,
    kinds,
    people: known.at(-1)!,
    learnt: learn(pastSessions(sessions, kinds, known), neighbours),
    sessions,
  };
}

/** A calendar for policies that choose places only: the next day on which nobody is out, at a venue that has rested. */
export class Diary {
  private readonly free: number[];
  private readonly last = new Map<string, number[]>();
  private hours: number;
  private sessions: number;

  constructor(private readonly request: PlanRequest) {
    this.free = openDays(request);
    this.hours = request.budget.staff_hours ?? Infinity;
    this.sessions = request.budget.sessions ?? Infinity;
  }

  /** The session with its day; null where budget or calendar are used up for it. */
  book(kind: Kind, venue: Venue): Pick | null {
    const price = kind.staff_hours + venue.travel_hours;
    if (price > this.hours || this.sessions < 1) return null;
    const there = this.last.get(venue.code) ?? [];
    const between = this.request.rules?.days_between_at_venue ?? 1;
    const at = this.free.findIndex((day) => there.every((other) => Math.abs(other - day) >= between));
    if (at < 0) return null;
    const [day] = this.free.splice(at, 1);
    this.last.set(venue.code, [...there, day!]);
    this.hours -= price;
    this.sessions--;
    return { date: dateOf(day!), kind: kind.code, venue };
  }
}
