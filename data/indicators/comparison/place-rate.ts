import {
  COMPARED_MEASURES,
  permilleHalfUp,
  type ComparedMeasure,
  type ReferencePlace,
} from "./reference-place.js";

/** A place with a published rate on one date. */
export interface PlaceRate {
  code: string;
  name: string;
  population: number;
  population_as_of: string;
  count: number;
  /** In tenths of a percent. */
  permille: number;
}

/** A published date and how many municipalities have a rate on it, by measure. */
export interface ReferenceDate extends Record<ComparedMeasure, number> {
  as_of: string;
}

/** A municipality by its names. */
export interface NamedTown {
  code: string;
  name: string;
  prefecture: string;
}

/** The places that have a rate on a date, in code order. */
export function placeRates(
  places: readonly ReferencePlace[],
  asOf: string,
  measure: ComparedMeasure,
): PlaceRate[] {
  return places
    .filter((p) => p.as_of === asOf)
    .flatMap(({ code, name, population, population_as_of, [measure]: count }) => {
      const permille = permilleHalfUp(count, population);
      return permille === null ? [] : [{ code, name, population, population_as_of, count: count!, permille }];
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The dates of municipalities' figures, oldest first. */
export function referenceDates(towns: readonly ReferencePlace[]): ReferenceDate[] {
  return [...Map.groupBy(towns, (t) => t.as_of)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([as_of, ofDate]) => {
      const [issued, held] = COMPARED_MEASURES.map(
        (m) => ofDate.filter((t) => permilleHalfUp(t[m], t.population) !== null).length,
      );
      return { as_of, issued: issued!, held: held! };
    });
}
