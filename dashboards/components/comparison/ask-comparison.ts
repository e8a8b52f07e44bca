import type { ComparisonParts } from "../../charts/comparison/model.js";
import { comparisonDate } from "../../charts/comparison/parts.js";
import { nearestDate } from "../../data/indicators/comparison/nearest-date.js";
import type { NamedTown, ReferenceDate } from "../../data/indicators/comparison/place-rate.js";
import type { ComparedMeasure } from "../../data/indicators/comparison/reference-place.js";
import { ageCountsFrom, nationAgesSql, ownAgesSql } from "../../queries/age-counts.js";
import { rankSeriesFrom, rankSeriesSql } from "../../queries/rank-series.js";
import { placeRatesFrom, placeRatesSql } from "../../queries/reference-towns.js";
import type { Database } from "../database.js";

/** What is known before any control is turned, and who answers. */
export interface Questions {
  /** The town of the page, whose own figures are at hand. */
  home: NamedTown;
  synthetic: boolean;
  dates: readonly ReferenceDate[];
  /** Of the town's own figures, oldest first. */
  ownDates: readonly string[];
  rows: Database["rows"];
  /** Answers that stay the same while another control is turned: by town, and by date. */
  series: Database["rows"];
  towns: Database["rows"];
}

/**
 * Asks what 比較 shows of a town. A measure that has no date falls back to cards issued.
 * @returns null where nothing published can be compared.
 */
export async function askComparison(
  { home, synthetic, dates, ownDates, rows, series, towns }: Questions,
  town: NamedTown,
  asked: { date: string | null; measure: ComparedMeasure; neighbours: readonly string[] },
): Promise<ComparisonParts | null> {
  const isHome = town.code === home.code;
  const own = isHome ? ownDates : [];
  const ownLatest = own.at(-1) ?? null;
  const measure = dates.some((d) => d[asked.measure] > 0) ? asked.measure : "issued";
  const asOf = comparisonDate(dates, measure, { asked: asked.date, ownLatest });
  if (asOf === null) return null;
  const ownDate = nearestDate(own, asOf);
  const [rankRows, townRows, areaRows, ageRows, ownAgeRows] = await Promise.all([
    series(rankSeriesSql(town.code, measure)),
    towns(placeRatesSql("towns", asOf, measure)),
    rows(placeRatesSql("areas", asOf, measure)),
    rows(nationAgesSql(asOf, measure)),
    ownDate === null ? null : rows(ownAgesSql(ownDate, measure)),
  ]);
  return {
    town,
    dates: dates.filter((d) => d[measure] > 0),
    asOf,
    measure,
    ownLatest,
    series: rankSeriesFrom(rankRows),
    towns: placeRatesFrom(townRows),
    areas: placeRatesFrom(areaRows),
    nationAges: ageCountsFrom(ageRows),
    ownAges:
      ownDate !== null && ownAgeRows ? { as_of: ownDate, synthetic, ages: ageCountsFrom(ownAgeRows) } : null,
    neighbours: asked.neighbours,
  };
}
