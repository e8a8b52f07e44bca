import { ALL } from "../contract/figure.js";
import type { Place } from "./place.js";
import { plus, type Lineage, type Origin } from "./succession.js";

/** Which district codes the figures of which dates name. */
export type Coverage = readonly { dates: readonly string[]; codes: readonly string[] }[];

/** Whose noise the counts of a place carry on each date: the same for who publishes and for who checks. */
export interface People {
  /**
   * The people of a place on a date, and a name for them that no others have.
   * @returns null where the date's figures name none of its districts
   */
  of(
    place: Pick<Place, "kind" | "members">,
    asOf: string,
  ): { origin: Origin; name: string; isTown: boolean } | null;
}

/**
 * Reads the people of places from what a release tells of its codes. Figures of the town alone (`all`) stand for the
 * districts of its newest date that has some, so that its people carry the same noise on all dates.
 */
export function peopleOf(coverage: Coverage, lineage: Lineage): People {
  const codesOn = new Map(
    coverage.flatMap(({ dates, codes }) => dates.map((date) => [date, codes] as const)),
  );
  const newest = [...codesOn]
    .filter(([, codes]) => !codes.includes(ALL))
    .sort()
    .at(-1)?.[1];
  const known = new Map<string, { origin: Origin; name: string; isTown: boolean }>();
  return {
    of({ kind, members }, asOf) {
      const all = codesOn.get(asOf) ?? [];
      const stated = all.includes(ALL) ? (newest ?? all) : all;
      const codes =
        kind === "town" ? stated : all.filter((code) => members.includes(lineage.lineOf(code, asOf)));
      if (codes.length === 0) return null;
      let origin: Origin = new Map();
      const key = JSON.stringify(codes.map((code) => [...lineage.originOf(code, asOf)]));
      const seen = known.get(key);
      if (seen) return seen;
      for (const code of codes) origin = plus(origin, lineage.originOf(code, asOf));
      const name = JSON.stringify([...origin].sort(([a], [b]) => (a < b ? -1 : 1)));
      const people = { origin, name, isTown: codes.length === stated.length };
      known.set(key, people);
      return people;
    },
  };
}
