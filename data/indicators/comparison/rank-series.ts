import { prefectureDigits } from "../published-total.js";
import { isOfSize } from "./peers.js";
import { countsAmong, type GroupCounts } from "./rank.js";
import { permilleHalfUp, type ComparedMeasure, type ReferencePlace } from "./reference-place.js";

/** What a town is ranked among. */
export type RankGroup = "nation" | "prefecture" | "size";
export const RANK_GROUPS: readonly RankGroup[] = ["nation", "prefecture", "size"];

/** A town on one published date, and where it stands in its groups. */
export interface RankPoint extends Record<RankGroup, GroupCounts> {
  as_of: string;
  population: number;
  population_as_of: string;
  count: number;
  permille: number;
}

/**
 * Where a municipality stands on each date that has a rate of it, oldest first: among all, those of its prefecture,
 * and those whose population of the same 人口算出基準日 is within ±20% of its own. Rates are compared as published.
 * @param towns municipalities of any dates.
 */
export function rankSeries(
  towns: readonly ReferencePlace[],
  code: string,
  measure: ComparedMeasure,
): RankPoint[] {
  const prefecture = prefectureDigits(code);
  return [...Map.groupBy(towns, (t) => t.as_of)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([as_of, ofDate]) => {
      const own = ofDate.find((t) => t.code === code);
      const permille = own ? permilleHalfUp(own[measure], own.population) : null;
      if (!own || permille === null) return [];
      const rated = ofDate.flatMap((t) => {
        const rate = permilleHalfUp(t[measure], t.population);
        return rate === null ? [] : [{ town: t, rate }];
      });
      const among = (isMember: (t: ReferencePlace) => boolean): GroupCounts =>
        countsAmong(
          permille,
          rated.filter(({ town }) => isMember(town)).map(({ rate }) => rate),
        );
      return [
        {
          as_of,
          population: own.population,
          population_as_of: own.population_as_of,
          count: own[measure]!,
          permille,
          nation: among(() => true),
          prefecture: among((t) => prefectureDigits(t.code) === prefecture),
          size: among(
            (t) => t.population_as_of === own.population_as_of && isOfSize(t.population, own.population),
          ),
        },
      ];
    });
}
