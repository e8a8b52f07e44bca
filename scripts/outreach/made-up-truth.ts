import type { Kind, Session, Venue } from "../../data/contract/outreach.js";
import { seededRandom, type Random } from "../sample/random.js";
import { gamma, normal, overdispersed } from "./draws.js";
import { bareKind, bareSession, bareVenue } from "./small-instances.js";

/** One district of a town whose truth is known. */
export interface TrueDistrict {
  code: string;
  area: string;
  population: number;
  /** People without a card who have not applied, whole people. */
  left: number;
}

/**
 * A town whose chances are known: of another form than the model that is to learn them. A session's mean is
 * chance(kind) · chance(district) · chance(venue) · left^power · fall^(sessions before at the venue), kinds by a gamma
 * draw, districts and venues by lognormal ones, the whole scaled so that the usual session brings `usual`; never more
 * than 60, nor than are left; at least nobody. The count is Poisson of a gamma with variance `dispersion` times the
 * mean; a part of it comes from the neighbours.
 */
export interface TrueTown {
  districts: TrueDistrict[];
  neighbours: ReadonlyMap<string, readonly string[]>;
  venues: readonly Venue[];
  kinds: readonly Kind[];
  dispersion: number;
  fall: number;
  power: number;
  /** Part of a session's people that comes from the neighbours, where there are any. */
  spill: number;
  /** Scale · chances of kind, venue and its district. */
  chance: (kind: string, venue: string) => number;
}

export function makeTrueTown(seed: number): TrueTown {
  const random = seededRandom(seed);
  const between = (low: number, high: number): number => low + (high - low) * random();
  const districts = Array.from({ length: Math.floor(between(8, 20)) }, (_, i): TrueDistrict => {
    const population = Math.round(Math.min(4000, Math.max(200, 900 * Math.exp(0.8 * normal(random)))));
    const left = Math.round(population * between(0.08, 0.35));
    return { code: String(i + 1).padStart(2, "0"), area: `area ${i % 2}`, population, left };
  });
  const neighbours = new Map(
    districts.map(({ code }, i) => [
      code,
      [districts[i - 1], districts[i + 1]].flatMap((d) => (d ? [d.code] : [])),
    ]),
  );
  const venues = districts.flatMap(({ code }, d) =>
    Array.from({ length: 1 + Math.floor(random() * 2.5) }, (_, i) =>
      bareVenue({ code: `v${d}-${i}`, district: code, travel_hours: Math.floor(random() * 3) }),
    ),
  );
  const kinds = Array.from({ length: 3 + Math.floor(random() * 3) }, (_, i) =>
    bareKind({
      code: `k${i}`,
      staff_hours: Math.round(between(4, 12)),
      duration_hours: Math.round(between(2, 4)),
    }),
  );
  const ofKind = draw(kinds, () => gamma(random, 6));
  const ofVenue = draw(venues, () => Math.exp(0.3 * normal(random)));
  const ofDistrict = draw(districts, () => Math.exp(0.3 * normal(random)));
  const power = between(0.6, 1);
  const plain = (kind: string, venue: string): number => {
    const district = venues.find((v) => v.code === venue)!.district;
    return ofKind.get(kind)! * ofVenue.get(venue)! * ofDistrict.get(district)!;
  };
  const all = kinds
    .flatMap((k) =>
      venues.map((v) => plain(k.code, v.code) * districts.find((d) => d.code === v.district)!.left ** power),
    )
    .sort((a, b) => a - b);
  const scale = between(6, 14) / all[Math.floor(all.length / 2)]!;
  return {
    districts,
    neighbours,
    venues,
    kinds,
    power,
    dispersion: between(1.2, 4),
    fall: between(0.82, 1),
    spill: between(0, 0.15),
    chance: (kind, venue) => scale * plain(kind, venue),
  };
}

const draw = (named: readonly { code: string }[], one: () => number): Map<string, number> =>
  new Map(named.map(({ code }) => [code, one()]));

/** The true mean of a session held now. */
export function trueMean(town: TrueTown, kind: string, venue: Venue, left: number, before: number): number {
  const mean = town.chance(kind, venue.code) * left ** town.power * town.fall ** before;
  return Math.min(60, 0.8 * left, mean);
}

/** A session as it went, and who is left after it: `left` is changed. */
export function hold(
  town: TrueTown,
  { date, kind, venue }: { date: string; kind: string; venue: Venue },
  left: Map<string, number>,
  before: number,
  random: Random,
): { session: Session; mean: number } {
  const here = left.get(venue.district)!;
  const mean = trueMean(town, kind, venue, here, before);
  const count = overdispersed(random, mean, town.dispersion);
  const near = (town.neighbours.get(venue.district) ?? []).filter((code) => left.get(code)! > 0);
  let [own, away] = [0, 0];
  for (let person = 0; person < count; person++) {
    const from =
      near.length > 0 && random() < town.spill ? near[Math.floor(random() * near.length)]! : venue.district;
    if (left.get(from)! <= 0) continue;
    left.set(from, left.get(from)! - 1);
    if (from === venue.district) own++;
    else away++;
  }
  const session = bareSession({
    date,
    district: venue.district,
    venue: venue.code,
    kind,
    status: "held",
    new_applications: own + away,
    from_other_districts: away,
  });
  return { session, mean };
}
