import type { Neighbours } from "../neighbours.js";
import type { PastSession } from "./history.js";
import { PRIOR } from "./priors.js";

/**
 * A neighbour's chance beside a resident's of the district: the prior's, and what sessions say that told
 * うち他地区 apart. A session without neighbours says nothing.
 */
export function spillOver(past: readonly PastSession[], neighbours: Neighbours): number {
  let came: number = PRIOR.spillOver.people;
  let wouldHave = PRIOR.spillOver.people / PRIOR.spillOver.mean;
  for (const { session, reached, people } of past) {
    const own = people.get(session.district) ?? 0;
    if (session.from_other_districts === null || own <= 0) continue;
    const others = (neighbours.get(session.district) ?? []).reduce(
      (sum, code) => sum + (people.get(code) ?? 0),
      0,
    );
    if (others <= 0) continue;
    const far = Math.min(reached, session.from_other_districts);
    came += far;
    // As many as would have come from there at the residents' chance.
    wouldHave += ((reached - far) / own) * others;
  }
  return Math.min(1, came / wouldHave);
}

/** First applications among all who are served, by kind, drawn towards the prior where few were served. */
export function firstAmongServed(past: readonly PastSession[]): Map<string, number> {
  const sums = new Map<string, { first: number; served: number }>();
  for (const { session, reached } of past) {
    const parts = [session.renewals, session.issued, session.other];
    if (parts.every((part) => part === null)) continue;
    const served = parts.reduce<number>((sum, part) => sum + (part ?? 0), session.new_applications ?? 0);
    const known = sums.get(session.kind) ?? { first: 0, served: 0 };
    sums.set(session.kind, { first: known.first + reached, served: known.served + served });
  }
  const { mean, people } = PRIOR.firstAmongServed;
  return new Map(
    [...sums].map(([kind, { first, served }]) => [kind, (mean * people + first) / (people + served)]),
  );
}
