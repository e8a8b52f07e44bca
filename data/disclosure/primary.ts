import { MEASURES, type Measure } from "../contract/figure.js";
import type { DisclosurePolicy } from "./policy.js";
import type { HiddenReason } from "./published.js";
import type { CellSeries } from "./table.js";

const REASONS = ["small_population", "uniform_group", "small_count", "small_complement"] as const;

/**
 * Why one count of a cell may not be told, or null. A cell nobody lives in tells nothing when nobody of it has
 * a card. Counts above the population are no counts of its residents alone; their excess is judged by its size.
 */
export function countReason(
  count: number,
  population: number,
  policy: DisclosurePolicy,
): (typeof REASONS)[number] | null {
  const { smallestCount, smallestPopulation, uniformGroups } = policy;
  if (population === 0 && count === 0) return null;
  if (population > 0 && population < smallestPopulation) return "small_population";
  if (count === 0 || count === population) return uniformGroups === "hide" ? "uniform_group" : null;
  if (count < smallestCount) return "small_count";
  return Math.abs(population - count) < smallestCount ? "small_complement" : null;
}

/** Whether the distance between two published measures of a cell tells of too few people. */
export function isSmallDifference(more: number, less: number, policy: DisclosurePolicy): boolean {
  const difference = Math.abs(more - less);
  if (difference > 0) return difference < policy.smallestCount;
  return more > 0 && policy.uniformGroups === "hide";
}

/** The first reason over all dates for which the series of a measure is hidden by itself; null for none. */
export function primaryReason(
  series: CellSeries,
  measure: Measure,
  policy: DisclosurePolicy,
): HiddenReason | null {
  const reasons = new Set(
    series.measures[measure].map((count, t) =>
      count === null ? null : countReason(count, series.population[t]!, policy),
    ),
  );
  return REASONS.find((reason) => reasons.has(reason)) ?? null;
}

/**
 * Pairs of measures whose difference on some date is small, each with the one of the two to hide. Issued cards
 * go first: one hidden series settles both of its differences, and residents ask for applications (the plan's
 * 88%) and for cards held.
 */
const PAIRS = [
  { more: "applications", less: "issued", hide: "issued" },
  { more: "issued", less: "held", hide: "issued" },
  { more: "applications", less: "held", hide: "held" },
] as const satisfies readonly { more: Measure; less: Measure; hide: Measure }[];

/** The measures of a cell to hide because of a small difference. @param told whether a measure is published. */
export function differencesToHide(
  series: CellSeries,
  told: (measure: Measure) => boolean,
  policy: DisclosurePolicy,
): Measure[] {
  const hidden = new Set<Measure>(MEASURES.filter((m) => !told(m)));
  const added: Measure[] = [];
  for (const { more, less, hide } of PAIRS) {
    if (hidden.has(more) || hidden.has(less)) continue;
    const small = series.measures[more].some((count, t) => {
      const other = series.measures[less][t];
      return count !== null && other != null && isSmallDifference(count, other, policy);
    });
    if (small) {
      hidden.add(hide);
      added.push(hide);
    }
  }
  return added;
}
