import { ALL, type Figure } from "../../data/contract/figure.js";
import { ageBandStart } from "../../data/contract/age-band.js";
import { nationAges, type AgeCounts } from "../../data/indicators/comparison/age-profile.js";
import { nearestDate } from "../../data/indicators/comparison/nearest-date.js";
import {
  placeRates,
  referenceDates,
  type NamedTown,
  type ReferenceDate,
} from "../../data/indicators/comparison/place-rate.js";
import { rankSeries, ratedDates } from "../../data/indicators/comparison/rank-series.js";
import {
  isMunicipality,
  type ComparedMeasure,
  type ReferenceAge,
  type ReferencePlace,
} from "../../data/indicators/comparison/reference-place.js";
import { sumOfCounts } from "../../data/indicators/totals.js";
import type { PageSource } from "../page-source.js";
import type { ComparisonParts } from "./model.js";

/** The ministry's tables as rows. */
export interface ReferenceRows {
  places: readonly ReferencePlace[];
  ages: readonly ReferenceAge[];
  /** Who runs systems with the town that is looked at. */
  neighbours: readonly string[];
}

/** What the address may ask 比較 for. */
export interface ComparisonView {
  date?: string | null;
  measure?: ComparedMeasure;
}

/**
 * The date shown: the one asked for where there are rates of it, else the published date nearest to the town's own
 * latest figures, else the latest; null where no date has rates by the measure.
 */
export function comparisonDate(
  dates: readonly ReferenceDate[],
  measure: ComparedMeasure,
  { asked, ownLatest }: { asked: string | null; ownLatest: string | null },
): string | null {
  const withRates = dates.filter((d) => d[measure] > 0).map((d) => d.as_of);
  const latest = withRates.at(-1);
  if (latest === undefined) return null;
  return withRates.find((d) => d === asked) ?? nearestDate(withRates, ownLatest ?? latest);
}

/** The parts of 比較 from rows; null where nothing published can be compared. */
export function comparisonParts(
  { figures, synthetic, municipality }: Pick<PageSource, "figures" | "synthetic" | "municipality">,
  reference: ReferenceRows,
  town: NamedTown,
  view: ComparisonView = {},
): ComparisonParts | null {
  const measure = view.measure ?? "issued";
  const towns = reference.places.filter((p) => isMunicipality(p.code));
  const areas = reference.places.filter((p) => !isMunicipality(p.code));
  const dates = referenceDates(towns);
  const isOwn = town.code === municipality.code;
  const ownDates = isOwn ? [...new Set(figures.map((f) => f.as_of))].sort() : [];
  const ownLatest = ownDates.at(-1) ?? null;
  const asOf = comparisonDate(dates, measure, { asked: view.date ?? null, ownLatest });
  if (asOf === null) return null;
  const ownDate = nearestDate(ownDates, asOf);
  return {
    town,
    dates: dates.filter((d) => d[measure] > 0),
    asOf,
    measure,
    ownLatest,
    series: rankSeries(ratedDates(towns, measure), town.code, measure),
    towns: placeRates(towns, asOf, measure),
    areas: placeRates(areas, asOf, measure),
    nationAges: nationAges(reference.ages, asOf, measure),
    ownAges:
      ownDate === null ? null : { as_of: ownDate, synthetic, ages: ownAges(figures, ownDate, measure) },
    neighbours: reference.neighbours,
  };
}

function ownAges(figures: readonly Figure[], asOf: string, measure: ComparedMeasure): AgeCounts[] {
  const ofDate = figures.filter((f) => f.as_of === asOf);
  const whole = ofDate.filter((f) => f.district === ALL);
  const banded = (whole.length > 0 ? whole : ofDate).filter((f) => f.age_band !== ALL);
  return [...Map.groupBy(banded, (f) => f.age_band)]
    .map(([age_band, group]) => {
      const sum = sumOfCounts(group);
      return { age_band, population: sum.population, count: sum[measure] };
    })
    .sort((a, b) => ageBandStart(a.age_band) - ageBandStart(b.age_band));
}
