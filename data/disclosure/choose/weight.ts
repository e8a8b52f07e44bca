import { ALL, type Measure } from "../../contract/figure.js";
import type { CellSeries } from "../table.js";

/** What readers miss most when it is hidden: the plan's 88% is of applications, then who holds a card. */
const MEASURE_WEIGHTS: Record<Measure, number> = { applications: 3, held: 2, issued: 1 };

/**
 * The town as a whole is hidden only where nothing else protects: the ministry publishes every municipality's
 * cards month by month, so that hiding them here would protect against nobody who looks there.
 */
const TOWN_WEIGHT = 1000;

export const isTown = ({ cell }: CellSeries): boolean =>
  cell.place.kind === "town" && cell.age_band === ALL && cell.sex === ALL;

/** What it costs to hide a series: more for a measure people ask for, more (by the logarithm) for larger cells. */
export function weightOf(series: CellSeries, measure: Measure): number {
  const largest = series.population.reduce<number>((most, n) => Math.max(most, n ?? 0), 0);
  return (isTown(series) ? TOWN_WEIGHT : 1) * MEASURE_WEIGHTS[measure] * (1 + Math.log2(1 + largest));
}
