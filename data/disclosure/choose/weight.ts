import type { Measure } from "../../contract/figure.js";
import type { CellSeries } from "../table.js";

/** What readers miss most when it is hidden: the plan's 88% is of applications, then who holds a card. */
const MEASURE_WEIGHTS: Record<Measure, number> = { applications: 3, held: 2, issued: 1 };

/** What it costs to hide a series: more for a measure people ask for, more (by the logarithm) for larger cells. */
export function weightOf({ population }: CellSeries, measure: Measure): number {
  const largest = population.reduce<number>((most, n) => Math.max(most, n ?? 0), 0);
  return MEASURE_WEIGHTS[measure] * (1 + Math.log2(1 + largest));
}
