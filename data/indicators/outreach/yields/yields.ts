import type { Kind, Session, Venue } from "../../../contract/outreach.js";
import type { Neighbours } from "../neighbours.js";
import { toApply, type People } from "../people.js";
import { countKey, logReached, logVariance, termsOf, type Learnt, type Target } from "./chance.js";
import { heldByVenue, visitsBefore } from "./history.js";
import { meanAtMost, predictiveInterval } from "./negative-binomial.js";
import { PRIOR } from "./priors.js";

/** What one session held next is expected to bring. */
export interface Yield {
  kind: string;
  district: string;
  /** Null for kinds held anywhere. */
  venue: string | null;
  expected: number;
  /** The central 80% of the count, in whole people. */
  low: number;
  high: number;
  /** Held sessions of just this kind, venue and district. */
  sessions: number;
  /** Whose word it is: the priors' alone, almost only the town's own sessions', or both. */
  basis: "prior" | "own" | "both";
}

/** One session's chance at each person who could apply, with what is not known of it. */
export interface Chance {
  /** −ln of the share of the district's people whom the session leaves; of neighbours' `spillOver` times this. */
  hazard: number;
  /** Standard deviation of the logarithm of the expectation. */
  logSd: number;
  /** Everybody whom it can serve, whatever they come for; null: no limit known. */
  most: number | null;
  basis: Yield["basis"];
}

/** Below this part of its prior variance the town's own sessions have the word. */
const OWN_BELOW = 0.1;
/** A session leaves at least one in twenty: beyond it a chance has no meaning. */
const LARGEST_HAZARD = 3;

/** Everybody whom a session can serve, whatever they came for; null where neither kind nor venue has a limit. */
export function capacity(
  kind: Pick<Kind, "most_people" | "duration_hours">,
  venue: Pick<Venue, "people_per_hour"> | null,
): number | null {
  const limits = [
    kind.most_people,
    venue === null || venue.people_per_hour === null ? null : venue.people_per_hour * kind.duration_hours,
  ].filter((limit) => limit !== null);
  return limits.length > 0 ? Math.min(...limits) : null;
}

/**
 * A session's chance. Where more may come than it can take, the chance is that of those who are taken.
 * @param near people of the kind's ages who could apply in the neighbouring districts together.
 */
export function chanceOf(learnt: Learnt, target: Target, venue: Venue | null, near: number): Chance {
  const mean = logReached(learnt, target);
  const { now: variance, prior } = logVariance(learnt, termsOf(target));
  const people = Math.max(1, target.people);
  const open = Math.min(LARGEST_HAZARD, Math.exp(mean + variance / 2) / people);
  const all = capacity(target.kind, venue);
  const first = learnt.firstAmongServed.get(target.kind.code) ?? PRIOR.firstAmongServed.mean;
  const most = all === null ? null : all * first;
  const wanted = reachedBy(open, people, near * learnt.spillOver);
  const taken = most === null ? wanted : meanAtMost(most, { mean: wanted, dispersion: learnt.dispersion });
  const basis = variance >= 0.999 * prior ? "prior" : variance <= OWN_BELOW * prior ? "own" : "both";
  const hazard = taken < wanted ? hazardFor(taken, people, near * learnt.spillOver) : open;
  return { hazard, logSd: Math.sqrt(variance), most: all, basis };
}

/** Expected reached of one session: each person once, the neighbours by their part. */
export const reachedBy = (hazard: number, people: number, near: number): number =>
  people * -Math.expm1(-hazard) + near * hazard;

/** The hazard at which so many are reached; fewer than there are. Newton's steps stay below it: the curve is concave. */
function hazardFor(reached: number, people: number, near: number): number {
  let hazard = reached / (people + near);
  for (let step = 0; step < 20; step++) {
    const slope = people * Math.exp(-hazard) + near;
    hazard += (reached - reachedBy(hazard, people, near)) / slope;
  }
  return hazard;
}

/**
 * What one session held next would bring, for every kind at every venue where it can be held, and in every district for
 * kinds held anywhere; by kind, then venue or district, in the order given.
 * @param on the day whose visits before count, ISO.
 */
export function yields(
  learnt: Learnt,
  {
    kinds,
    venues,
    people,
    neighbours,
    sessions,
    on,
  }: {
    kinds: readonly Kind[];
    venues: readonly Venue[];
    people: People;
    neighbours: Neighbours;
    sessions: readonly Session[];
    on: string;
  },
): Yield[] {
  const held = heldByVenue(sessions);
  return kinds.flatMap((kind) => {
    const byDistrict = toApply(people, kind.ages);
    const places = kind.anywhere
      ? [...byDistrict.keys()].map((district) => ({ district, venue: null }))
      : venues.filter((v) => isHeldAt(kind, v)).map((venue) => ({ district: venue.district, venue }));
    return places.map(({ district, venue }): Yield => {
      const own = byDistrict.get(district) ?? 0;
      const near = (neighbours.get(district) ?? []).reduce(
        (sum, code) => sum + (byDistrict.get(code) ?? 0),
        0,
      );
      const before = venue === null ? 0 : visitsBefore(held.get(venue.code) ?? [], on);
      const code = venue?.code ?? null;
      const target: Target = { kind, district, venue: code, people: own, before };
      const { hazard, logSd, most, basis } = chanceOf(learnt, target, venue, near);
      const expected = reachedBy(hazard, own, near * learnt.spillOver);
      const { low, high } = predictiveInterval({ mean: expected, dispersion: learnt.dispersion }, logSd);
      const limit = Math.floor(Math.min(most ?? Infinity, own + near));
      const known = learnt.counts.get(countKey(kind.code, district, code)) ?? 0;
      return {
        kind: kind.code,
        district,
        venue: code,
        expected,
        low: Math.min(low, limit),
        high: Math.min(high, limit),
        sessions: known,
        basis,
      };
    });
  });
}

/** Whether a kind can be held at a venue: named there, or, where none is named, any that needs a venue. */
export const isHeldAt = (kind: Kind, venue: Venue): boolean =>
  venue.kinds.length > 0 ? venue.kinds.includes(kind.code) : !kind.anywhere;
