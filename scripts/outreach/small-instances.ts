import type { Figure } from "../../data/contract/figure.js";
import { WEEKDAYS, type Kind, type Session, type Venue } from "../../data/contract/outreach.js";
import { dateOf, dayOf } from "../../data/indicators/outreach/plan/calendar.js";
import type { PlanInput } from "../../data/indicators/outreach/plan/model.js";
import type { PlanRequest, PlanRules } from "../../data/indicators/outreach/plan/request.js";
import { peopleOn } from "../../data/indicators/outreach/people.js";
import { pastSessions } from "../../data/indicators/outreach/yields/history.js";
import { learn } from "../../data/indicators/outreach/yields/learn.js";
import { seededRandom, type Random } from "../sample/random.js";

/** A session with nothing recorded but what is given. */
export const bareSession = (
  given: Pick<Session, "date" | "district" | "kind" | "status"> & Partial<Session>,
): Session => ({
  id: `${given.date} ${given.venue ?? given.district} ${given.kind}`,
  start: "10:00",
  venue: null,
  staff_hours: null,
  booked: null,
  visitors: null,
  new_applications: null,
  from_other_districts: null,
  from_other_towns: null,
  renewals: null,
  issued: null,
  other: null,
  full: false,
  cancel_reason: null,
  open_to_residents: false,
  plan: null,
  ...given,
});

export const bareVenue = (given: Pick<Venue, "code" | "district"> & Partial<Venue>): Venue => ({
  name: given.code,
  name_en: null,
  kinds: [],
  step_free: null,
  people_per_hour: null,
  travel_hours: 0,
  opens: null,
  closes: null,
  closed_weekdays: [],
  closed_dates: [],
  lon: null,
  lat: null,
  ...given,
});

export const bareKind = (given: Pick<Kind, "code"> & Partial<Kind>): Kind => ({
  name: given.code,
  name_en: null,
  staff_hours: 6,
  duration_hours: 3,
  start: "10:00",
  most_people: null,
  ages: "all",
  anywhere: false,
  yen: 0,
  ...given,
});

const AS_OF = "2026-11-30";

/**
 * A request small enough for every set of sessions to be tried, drawn at random: over many seeds each rule, kinds held
 * anywhere, ages, weights, opening hours, holidays, and sessions held and planned before are among them.
 */
export function smallInstance(seed: number): PlanInput {
  const random = seededRandom(seed);
  const whole = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const maybe = <T>(chance: number, value: () => T): T | null => (random() < chance ? value() : null);
  const districts = Array.from({ length: whole(1, 3) }, (_, i) => ({
    code: `d${i}`,
    area: random() < 0.8 ? `area ${i % 2}` : null,
  }));
  const codes = districts.map((d) => d.code);
  const venues = Array.from({ length: whole(1, 2) }, (_, i) =>
    bareVenue({
      code: `v${i}`,
      district: codes[whole(0, codes.length - 1)]!,
      travel_hours: whole(0, 2),
      people_per_hour: maybe(0.3, () => whole(1, 8)),
      closes: maybe(0.2, () => "16:00"),
      closed_weekdays: random() < 0.3 ? [WEEKDAYS[whole(1, 6)]!] : [],
    }),
  );
  const kinds = [
    bareKind({ code: "k0", staff_hours: whole(3, 8), yen: whole(0, 3) * 1000 }),
    ...(random() < 0.6
      ? [
          bareKind({
            code: "k1",
            staff_hours: whole(2, 5),
            start: "14:00",
            ages: random() < 0.5 ? "75+" : "all",
          }),
        ]
      : []),
    ...(random() < 0.4 ? [bareKind({ code: "home", staff_hours: 3, start: "12:00", anywhere: true })] : []),
  ];
  // Around the new year: 2027-01-01 and 01-11 are holidays.
  const from = dayOf("2026-12-28") + whole(0, 10);
  const period = { from: dateOf(from), to: dateOf(from + whole(1, 4)) };
  const figures = codes.flatMap((district) => figuresOf(district, random));
  const people = peopleOn(figures, AS_OF)!;
  const sessions = sessionsOf(venues, kinds, from, random);
  const neighbours = new Map(codes.map((code) => [code, codes.filter((other) => other !== code)]));
  return {
    request: { period, seed: 1, ...requestOf(random, whole, maybe) },
    districts,
    neighbours: random() < 0.5 ? neighbours : new Map(),
    venues,
    kinds,
    people,
    learnt: learn(pastSessions(sessions, kinds, [people]), neighbours),
    sessions,
  };
}

function figuresOf(district: string, random: Random): Figure[] {
  return ["0-74", "75+"].map((age_band) => {
    const population = 50 + Math.floor(random() * 400);
    const issued = Math.floor(population * (0.65 + 0.27 * random()));
    const held = Math.floor(issued * 0.97);
    const counts = { population, applications: issued + Math.floor(random() * 6), issued, held };
    return {
      municipality: "173843",
      as_of: AS_OF,
      district,
      age_band,
      sex: "all",
      population_as_of: null,
      ...counts,
    };
  });
}

function sessionsOf(
  venues: readonly Venue[],
  kinds: readonly Kind[],
  from: number,
  random: Random,
): Session[] {
  return Array.from({ length: Math.floor(random() * 4) }, (): Session => {
    const venue = venues[Math.floor(random() * venues.length)]!;
    const planned = random() < 0.4;
    const day = planned ? from + Math.floor(random() * 5) : from - 1 - Math.floor(random() * 25);
    return bareSession({
      date: dateOf(day),
      district: venue.district,
      venue: venue.code,
      kind: kinds[0]!.code,
      status: planned ? "planned" : "held",
      new_applications: planned ? null : Math.floor(random() * 20),
    });
  });
}

function requestOf(
  random: Random,
  whole: (least: number, most: number) => number,
  maybe: <T>(chance: number, value: () => T) => T | null,
): Pick<PlanRequest, "budget" | "kinds" | "venues" | "rules"> {
  const rules: PlanRules = {
    each_district_at_least: maybe(0.25, () => 1),
    each_area_at_least: maybe(0.25, () => whole(1, 2)),
    teams: maybe(0.4, () => whole(1, 2)),
    most_per_day: maybe(0.4, () => whole(1, 3)),
    staff_hours_per_day: maybe(0.25, () => whole(4, 14)),
    most_per_venue: maybe(0.4, () => whole(1, 3)),
    days_between_at_venue: maybe(0.4, () => whole(2, 4)),
    weights: maybe(0.3, () => ({ "75+": 1.5 })),
    weekdays: maybe(0.25, () => WEEKDAYS.filter(() => random() < 0.6)),
    no_holidays: random() < 0.5,
  };
  return {
    rules,
    kinds: maybe(0.15, () => ["k0"]),
    venues: maybe(0.15, () => ["v0"]),
    budget: {
      sessions: maybe(0.6, () => whole(1, 4)),
      staff_hours: maybe(0.6, () => whole(5, 30)),
      yen: maybe(0.25, () => whole(0, 6) * 1000),
    },
  };
}
