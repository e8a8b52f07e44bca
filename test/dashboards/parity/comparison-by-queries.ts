import type { ComparisonParts } from "../../../dashboards/charts/comparison/model.js";
import { comparisonDate } from "../../../dashboards/charts/comparison/parts.js";
import { ageCountsFrom, nationAgesSql, ownAgesSql } from "../../../dashboards/queries/age-counts.js";
import { rankSeriesFrom, rankSeriesSql } from "../../../dashboards/queries/rank-series.js";
import {
  placeRatesFrom,
  placeRatesSql,
  REFERENCE_DATES,
  referenceDatesFrom,
} from "../../../dashboards/queries/reference-towns.js";
import { TOWN_TOTALS, townTotalsFrom } from "../../../dashboards/queries/town-totals.js";
import { nearestDate } from "../../../data/indicators/comparison/nearest-date.js";
import type { NamedTown } from "../../../data/indicators/comparison/place-rate.js";
import type { ComparedMeasure } from "../../../data/indicators/comparison/reference-place.js";
import type { ReferenceDatabase } from "./reference-database.js";
import type { TownDatabase } from "./town-database.js";

/** What the page asks, over the reference and, for the town's own ages, over its figures. */
export async function byQueries(
  reference: ReferenceDatabase,
  own: TownDatabase | null,
  town: NamedTown,
  view: { date: string | null; measure: ComparedMeasure; neighbours: string[] },
): Promise<ComparisonParts | null> {
  const { measure } = view;
  const dates = referenceDatesFrom(await reference.rows(REFERENCE_DATES));
  const ownDates = own ? townTotalsFrom(await own.rows(TOWN_TOTALS)).map((t) => t.as_of) : [];
  const ownLatest = ownDates.at(-1) ?? null;
  const asOf = comparisonDate(dates, measure, { asked: view.date, ownLatest });
  if (asOf === null) return null;
  const ownDate = nearestDate(ownDates, asOf);
  return {
    town,
    dates: dates.filter((d) => d[measure] > 0),
    asOf,
    measure,
    ownLatest,
    series: rankSeriesFrom(await reference.rows(rankSeriesSql(town.code, measure))),
    towns: placeRatesFrom(await reference.rows(placeRatesSql("towns", asOf, measure))),
    areas: placeRatesFrom(await reference.rows(placeRatesSql("areas", asOf, measure))),
    nationAges: ageCountsFrom(await reference.rows(nationAgesSql(asOf, measure))),
    ownAges:
      ownDate === null
        ? null
        : {
            as_of: ownDate,
            synthetic: false,
            ages: ageCountsFrom(await own!.rows(ownAgesSql(ownDate, measure))),
          },
    neighbours: view.neighbours,
  };
}
