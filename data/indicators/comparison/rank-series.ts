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

/** The municipalities that have a rate on one date. */
export interface RatedDate {
  as_of: string;
  rated: readonly { town: ReferencePlace; permille: number }[];
}

/** The rates of municipalities by date, oldest first. */
export function ratedDates(towns: readonly ReferencePlace[], measure: ComparedMeasure): RatedDate[] {
  return [...Map.groupBy(towns, (t) => t.as_of)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([as_of, ofDate]) => ({
      as_of,
      rated: ofDate.flatMap((town) => {
        const permille = permilleHalfUp(town[measure], town.population);
        return permille === null ? [] : [{ town, permille }];
      }),
    }));
}

/**
 * Where a municipality stands on each date that has a rate of it, oldest first: among all, those of its prefecture,
 * and those whose population of the same 人口算出基準日 is within ±20% of its own. Rates are compared as published.
 */
export function rankSeries(dates: readonly RatedDate[], code: string, measure: ComparedMeasure): RankPoint[] {
  const prefecture = prefectureDigits(code);
  return dates.flatMap(({ as_of, rated }) => {
    const own = rated.find(({ town }) => town.code === code);
    if (!own) return [];
    const { population, population_as_of } = own.town;
    const among = (isMember: (t: ReferencePlace) => boolean): GroupCounts =>
      countsAmong(
        own.permille,
        rated.filter(({ town }) => isMember(town)).map(({ permille }) => permille),
      );
    return [
      {
        as_of,
        population,
        population_as_of,
        count: own.town[measure]!,
        permille: own.permille,
        nation: among(() => true),
        prefecture: among((t) => prefectureDigits(t.code) === prefecture),
        size: among((t) => t.population_as_of === population_as_of && isOfSize(t.population, population)),
      },
    ];
  });
}
