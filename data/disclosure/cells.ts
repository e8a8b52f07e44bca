import { ALL, type Sex } from "../contract/figure.js";
import { leafCount, leafRange } from "./leaves.js";
import type { PeopleOf } from "./people.js";
import type { Place } from "./place.js";
import { LEAST_LEAVES, type DisclosurePolicy } from "./policy.js";
import { combineAges } from "./published-ages.js";
import { placeOf, type DateTally } from "./tally.js";

/** Both sexes together, then each. */
export const SEXES: readonly Sex[] = ["all", "male", "female"];

/** Which ages and sexes are printed beside the whole of each kind of place. */
export interface CellChoice {
  ages: Readonly<Record<Place["kind"], readonly string[]>>;
  sexes: Readonly<Record<Place["kind"], readonly Sex[]>>;
}

/**
 * The cells of the tables: the town by age and sex, areas by age, districts whole. Ages are combined until every cell
 * has the residents that the policy asks for on every date, and the leaves.
 * @param fine the finest bands that may be printed, by which the dates are summed
 */
export function chooseCells(
  dates: readonly DateTally[],
  fine: readonly string[],
  places: readonly Place[],
  policy: DisclosurePolicy,
  people: PeopleOf,
): CellChoice {
  const enough = (some: readonly Place[], sexes: readonly Sex[]) => (first: number, end: number) => {
    const band = {
      ...leafRange(fine[first]!, sexes.at(-1)!),
      endBand: leafRange(fine[end - 1]!, ALL).endBand,
    };
    return some.every(
      (place) =>
        leafCount(band) * fewestIdentities(dates, place, people) >= LEAST_LEAVES &&
        fewestResidents(dates, place, { first: first + 1, end: end + 1, sexes }) >= policy.smallestResidents,
    );
  };
  const [town, areas] = [places.slice(0, 1), places.filter((p) => p.kind === "area")];
  const bySex =
    dates.some((d) => d.hasSexes) &&
    fewestResidents(dates, places[0]!, { first: 0, end: 1, sexes: SEXES }) >= policy.smallestResidents;
  const sexes = bySex ? SEXES : SEXES.slice(0, 1);
  return {
    ages: {
      town: combineAges(fine, enough(town, sexes)),
      area: combineAges(fine, enough(areas, SEXES.slice(0, 1))),
      district: [],
    },
    sexes: { town: sexes, area: SEXES.slice(0, 1), district: SEXES.slice(0, 1) },
  };
}

/** The lines of a place that a date has. */
export const linesIn = (date: DateTally, place: Place): string[] =>
  place.kind === "town" ? [...date.lines.keys()] : place.members.filter((line) => date.lines.has(line));

/** The fewest residents of some neighbouring ages together (place 0 is all of them), on any date that tells them. */
function fewestResidents(
  dates: readonly DateTally[],
  place: Place,
  { first, end, sexes }: { first: number; end: number; sexes: readonly Sex[] },
): number {
  let least = Number.POSITIVE_INFINITY;
  for (const date of dates) {
    const lines = linesIn(date, place);
    if (lines.length === 0 || (first > 0 && !date.hasAges)) continue;
    for (const sex of date.hasSexes ? sexes : sexes.slice(0, 1)) {
      let sum = 0;
      for (const line of lines) {
        for (let age = first; age < end; age++) sum += date.lines.get(line)![placeOf(age, sex)]!;
      }
      least = Math.min(least, sum);
    }
  }
  return least;
}

/** The fewest identities whose leaves any count of the place by age adds up. */
function fewestIdentities(dates: readonly DateTally[], place: Place, people: PeopleOf): number {
  const sizes = dates.filter((d) => d.hasAges).map((d) => people.of(place, d.as_of)?.origin.size ?? 0);
  return sizes.reduce((a, b) => (b === 0 ? a : Math.min(a, b)), Number.POSITIVE_INFINITY);
}
