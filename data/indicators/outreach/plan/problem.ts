import { parseAgeBand, type AgeRange } from "../../../contract/age-band.js";
import type { District } from "../../../contract/district.js";
import type { Kind, Session, Venue } from "../../../contract/outreach.js";
import type { Neighbours } from "../neighbours.js";
import { shareInRange, toApply, type People } from "../people.js";
import { termsOf, tiring, type Learnt, type Target, type Term } from "../yields/chance.js";
import { heldByVenue, visitsBefore } from "../yields/history.js";
import { chanceOf, isHeldAt } from "../yields/yields.js";
import { dayOf, hoursOf, openAt, openDays } from "./calendar.js";
import type { PlanRequest } from "./request.js";

/** Everything that a plan is made from. */
export interface PlanInput {
  request: PlanRequest;
  /** The town's districts; only code and area are read. */
  districts: readonly Pick<District, "code" | "area">[];
  neighbours: Neighbours;
  /** Open ones. */
  venues: readonly Venue[];
  kinds: readonly Kind[];
  /** Who could apply, sessions held since the figures taken off already (`afterSessions`). */
  people: People;
  learnt: Learnt;
  /** Held and planned sessions before and in the period; cancelled ones are not looked at. */
  sessions: readonly Session[];
}

/** One kind at one place: what can be held any number of times. */
export interface Option {
  kind: Kind;
  venue: Venue | null;
  district: string;
  staff_hours: number;
  yen: number;
  /** Days on which it may be planned, ascending. */
  days: readonly number[];
  /** Each person's chance as a hazard, before the venue tires in the plan. */
  hazard: number;
  /** What makes up its chance, for what is not known of it. */
  terms: readonly Term[];
  basis: "prior" | "own" | "both";
}

/** People of one district and some ages, who are reached or not alike. */
export interface Cell {
  district: string;
  people: number;
  /** Worth of one of them. */
  weight: number;
}

/** Options that tire one another (of one venue, for the same ages), and whom they reach. */
export interface Site {
  options: readonly number[];
  /** The chance of what comes after falls by exp(−tiring · hazard held); 0 for kinds held anywhere. */
  tiring: number;
  reach: readonly { cell: number; part: number }[];
}

/** The model and the rules of one plan, numbered. */
export interface Problem {
  input: PlanInput;
  options: readonly Option[];
  cells: readonly Cell[];
  sites: readonly Site[];
  /** Sessions planned already: their option, and their day. They come before everything planned now. */
  fixed: readonly { option: number; day: number }[];
  /** Days in the period with any session possible. */
  days: readonly number[];
}

const EVERYONE: AgeRange = { from: 0, to: null };

/** Numbers what may be held where and when, and whom it reaches. */
export function makeProblem(input: PlanInput): Problem {
  const options = optionsOf(input);
  const classes = ageClasses(input);
  const codes = [...new Set(input.people.cells.map((c) => c.district))];
  const cells = codes.flatMap((district) => classes.map((ages) => cellOf(input, district, ages)));
  const at = new Map(codes.map((code, i) => [code, i * classes.length]));
  return {
    input,
    options,
    cells,
    sites: sitesOf(input, options, classes, at),
    fixed: fixedOf(input, options),
    days: [...new Set(options.flatMap((o) => o.days))].sort((a, b) => a - b),
  };
}

/** Every kind at every place, those outside the rules too: with no days, they are there to be counted only. */
function optionsOf(input: PlanInput): Option[] {
  const { request, kinds, venues, people, learnt, neighbours, sessions } = input;
  const days = openDays(request);
  const held = heldByVenue(sessions);
  const taken = takenDays(sessions);
  return kinds.flatMap((kind) => {
    const byDistrict = toApply(people, kind.ages);
    const places: { district: string; venue: Venue | null }[] = kind.anywhere
      ? input.districts.filter((d) => byDistrict.has(d.code)).map((d) => ({ district: d.code, venue: null }))
      : venues.filter((v) => isHeldAt(kind, v)).map((venue) => ({ district: venue.district, venue }));
    return places.map(({ district, venue }): Option => {
      const before = venue === null ? 0 : visitsBefore(held.get(venue.code) ?? [], request.period.from);
      const code = venue?.code ?? null;
      const own = byDistrict.get(district) ?? 0;
      const near = (neighbours.get(district) ?? []).reduce((sum, d) => sum + (byDistrict.get(d) ?? 0), 0);
      const target: Target = { kind, district, venue: code, people: own, before };
      const { hazard, basis } = chanceOf(learnt, target, venue, near);
      const wanted =
        (request.kinds?.includes(kind.code) ?? true) &&
        (venue === null || (request.venues?.includes(venue.code) ?? true));
      const open = !wanted ? [] : venue === null ? days : openAt(venue, kind, days);
      const away = taken.get(placeKey(code, kind.code, district)) ?? [];
      const between = daysBetweenAt(request, venue);
      return {
        kind,
        venue,
        district,
        staff_hours: kind.staff_hours + (venue?.travel_hours ?? 0),
        yen: kind.yen,
        days: open.filter((day) => away.every((other) => Math.abs(other - day) >= between)),
        hazard,
        terms: termsOf(target),
        basis,
      };
    });
  });
}

/** Where sessions are held or planned already, each place with its days: a venue, or a kind in a district. */
function takenDays(sessions: readonly Session[]): Map<string, number[]> {
  const taken = new Map<string, number[]>();
  for (const { status, venue, kind, district, date } of sessions) {
    if (status === "cancelled") continue;
    const place = placeKey(venue, kind, district);
    taken.set(place, [...(taken.get(place) ?? []), dayOf(date)]);
  }
  return taken;
}

/** Two sessions of one place keep a distance: of a venue, or of a kind that is held anywhere in a district. */
export const placeKey = (venue: string | null, kind: string, district: string): string =>
  venue === null ? `anywhere ${kind} ${district}` : `venue ${venue}`;

/** Days from one session at a place to the next; at least another day. */
export const daysBetweenAt = ({ rules }: PlanRequest, venue: Venue | null): number =>
  venue === null ? 1 : Math.max(1, rules?.days_between_at_venue ?? 1);

function fixedOf({ request, sessions }: PlanInput, options: readonly Option[]): Problem["fixed"] {
  return sessions.flatMap((s) => {
    if (s.status !== "planned" || s.date < request.period.from || s.date > request.period.to) return [];
    const option = optionOf({ options }, s);
    return option ? [{ option: options.indexOf(option), day: dayOf(s.date) }] : [];
  });
}

/** The ages between all the limits that kinds and weights have: inside one, everybody is alike. */
function ageClasses({ kinds, request }: PlanInput): AgeRange[] {
  const bands = [...kinds.map((k) => k.ages), ...Object.keys(request.rules?.weights ?? {})];
  const cuts = new Set([0]);
  for (const band of bands) {
    const { from, to } = parseAgeBand(band) ?? EVERYONE;
    cuts.add(from);
    if (to !== null) cuts.add(to + 1);
  }
  const starts = [...cuts].sort((a, b) => a - b);
  return starts.map((from, i) => ({ from, to: i + 1 < starts.length ? starts[i + 1]! - 1 : null }));
}

const isWithin = (inner: AgeRange, band: string): boolean => {
  const outer = parseAgeBand(band) ?? EVERYONE;
  return inner.from >= outer.from && (outer.to === null || (inner.to !== null && inner.to <= outer.to));
};

function cellOf({ people, request }: PlanInput, district: string, ages: AgeRange): Cell {
  const weights = Object.entries(request.rules?.weights ?? {});
  const weight = weights.find(([band]) => isWithin(ages, band))?.[1] ?? 1;
  const there = people.cells.filter((c) => c.district === district);
  return {
    district,
    weight,
    people: there.reduce((sum, c) => sum + c.to_apply * shareInRange(c.age_band, ages), 0),
  };
}

function sitesOf(
  { learnt, neighbours }: PlanInput,
  options: readonly Option[],
  classes: readonly AgeRange[],
  at: ReadonlyMap<string, number>,
): Site[] {
  const falls = tiring(learnt);
  const groups = Map.groupBy(options.keys(), (i) => placeOf(options[i]!));
  const sites = new Map<string, Site>();
  for (const [name, members] of groups) {
    const { district, venue } = options[members[0]!]!;
    const usual = members.reduce((sum, i) => sum + options[i]!.hazard, 0) / members.length;
    const reachable = [
      { code: district, part: 1 },
      ...(neighbours.get(district) ?? []).map((code) => ({ code, part: learnt.spillOver })),
    ];
    for (const [c, ages] of classes.entries()) {
      const here = members.filter((i) => isWithin(ages, options[i]!.kind.ages));
      if (here.length === 0) continue;
      const reach = reachable.flatMap(({ code, part }) =>
        at.has(code) && part > 0 ? [{ cell: at.get(code)! + c, part }] : [],
      );
      // Ages that the same kinds are for are reached alike: one site.
      const key = `${name} ${here.join()}`;
      const known = sites.get(key);
      const own = venue === null || usual <= 0 ? 0 : falls / usual;
      sites.set(key, { options: here, tiring: own, reach: [...(known?.reach ?? []), ...reach] });
    }
  }
  return [...sites.values()];
}

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

/** A proposed session: an option on a day. */
export interface Proposed {
  option: number;
  day: number;
}

/** By day, then start, then the order of the options: the order in which people are reached. */
export const inDateOrder =
  ({ options }: Problem) =>
  (a: Proposed, b: Proposed): number =>
    a.day - b.day ||
    hoursOf(options[a.option]!.kind).from - hoursOf(options[b.option]!.kind).from ||
    a.option - b.option;

/** The option of a place and kind; null where that kind cannot be held there. */
export const optionOf = (
  { options }: Pick<Problem, "options">,
  place: { kind: string; venue: string | null; district: string },
): Option | null =>
  options.find(
    (o) =>
      o.kind.code === place.kind &&
      (o.venue?.code ?? null) === place.venue &&
      (place.venue !== null || o.district === place.district),
  ) ?? null;
