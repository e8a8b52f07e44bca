import { ALL } from "../contract/figure.js";
import type { Place } from "./place.js";
import { originName, plus, type Lineage, type Origin } from "./succession.js";

/** Which district codes the figures of which dates name. */
export type Coverage = readonly { dates: readonly string[]; codes: readonly string[] }[];

/** Some people, by the noise that their counts carry. */
export interface People {
  origin: Origin;
  /** A name that no other people have. */
  name: string;
}

/** Everybody of a town whose districts are not known: what it told before it listed them. */
export const UNDIVIDED = originName(new Map([[ALL, 1]]));

/** The people of a place on a date. */
export interface PlacePeople extends People {
  /** Whether these are all the people whom the date's figures count. */
  isTown: boolean;
  /** Whether none of the place's people are missing from the date's figures. */
  isWhole: boolean;
}

/** Whose noise the counts of a place carry on each date: the same for who publishes and for who checks. */
export interface PeopleOf {
  /** @returns null where the date's figures name none of the place's districts */
  of(place: Pick<Place, "kind" | "members">, asOf: string): PlacePeople | null;
  /** Everybody in the town on a date, as far as its codes are known. */
  everybody(asOf: string): People;
}

/**
 * Reads the people of places from what a release tells of its codes. Figures of the town alone (`all`) stand for
 * everybody, so that their people carry the same noise on all dates.
 * @param known every code that the district list, these figures or an earlier release have
 */
export function peopleOf(coverage: Coverage, lineage: Lineage, known: readonly string[]): PeopleOf {
  const codesOn = new Map(
    coverage.flatMap(({ dates, codes }) => dates.map((date) => [date, codes] as const)),
  );
  const districts = known.filter((code) => code !== ALL);
  // Lists are known by themselves: a town has hundreds of codes on hundreds of dates, and few different lists.
  const names = new WeakMap<readonly string[], number>();
  let lists = 0;
  const nameOf = (list: readonly string[]): number => {
    if (!names.has(list)) names.set(list, (lists += 1));
    return names.get(list)!;
  };
  const sums = new Map<string, People>();
  const sumOf = (codes: readonly string[], asOf: string): People => {
    const key = `${lineage.epochOf(asOf)} ${nameOf(codes)}`;
    let people = sums.get(key);
    if (!people) {
      let origin: Origin = new Map();
      for (const code of codes) origin = plus(origin, lineage.originOf(code, asOf));
      sums.set(key, (people = { origin, name: originName(origin) }));
    }
    return people;
  };
  const whole = new Map<string, readonly string[]>();
  /** The codes that stand for the place's people on a date, whether or not its figures have them. */
  const codesFor = ({ kind, members }: Pick<Place, "kind" | "members">, asOf: string): readonly string[] => {
    const key = `${lineage.epochOf(asOf)} ${kind === "town" ? "town" : nameOf(members)}`;
    if (!whole.has(key)) {
      const told = new Set(members);
      const alive = districts.filter((code) => lineage.isAlive(code, asOf));
      whole.set(key, kind === "town" ? alive : alive.filter((code) => told.has(lineage.lineOf(code, asOf))));
    }
    return whole.get(key)!;
  };
  const everybody = (asOf: string): People => {
    const codes = codesFor({ kind: "town", members: [] }, asOf);
    return sumOf(codes.length > 0 ? codes : [ALL], asOf);
  };
  const stated = new Map<string, readonly string[]>();
  return {
    everybody,
    of(place, asOf) {
      const all = codesOn.get(asOf) ?? [];
      if (all.includes(ALL)) {
        return place.kind === "town" ? { ...everybody(asOf), isTown: true, isWhole: true } : null;
      }
      const key = `${lineage.epochOf(asOf)} ${place.kind} ${nameOf(place.members)} ${nameOf(all)}`;
      if (!stated.has(key)) {
        const told = new Set(place.members);
        const codes = all.filter((code) => told.has(lineage.lineOf(code, asOf)));
        stated.set(key, place.kind === "town" ? all : codes);
      }
      const codes = stated.get(key)!;
      if (codes.length === 0) return null;
      const people = sumOf(codes, asOf);
      const isWhole = people.name === sumOf(codesFor(place, asOf), asOf).name;
      return { ...people, isTown: codes.length === all.length, isWhole };
    },
  };
}
