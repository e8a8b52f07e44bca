import type { Counts, Figure, Measure } from "../contract/figure.js";
import { ALL } from "../contract/figure.js";

/** Counts of one as-of date, summed over whatever was summed over. */
export type Total = Counts & Pick<Figure, "as_of" | "population_as_of">;

/**
 * A measure's sum is null as soon as one part of it is null: a sum over known parts alone
 * would look like a fall.
 */
const addCounts = (sum: number | null, part: number | null): number | null =>
  sum === null || part === null ? null : sum + part;

/** The sum of counts; of none, zeros. A measure is null as soon as one part lacks it. */
export function sumOfCounts(parts: readonly Counts[]): Counts {
  let population = 0;
  let [applications, issued, held]: (number | null)[] = [0, 0, 0];
  // Field by field: a hundred thousand parts may be summed while somebody waits.
  for (const part of parts) {
    population += part.population;
    applications = addCounts(applications!, part.applications);
    issued = addCounts(issued!, part.issued);
    held = addCounts(held!, part.held);
  }
  return { population, applications: applications!, issued: issued!, held: held! };
}

/** The one population date of the figures, or null where they name several or none. */
function commonPopulationDate(figures: readonly Figure[]): string | null {
  const dates = new Set(figures.map((f) => f.population_as_of));
  return dates.size === 1 ? ([...dates][0] ?? null) : null;
}

/** Figures grouped by a text, groups in order of first appearance. */
export function groupFigures(figures: readonly Figure[], key: (f: Figure) => string): Map<string, Figure[]> {
  return Map.groupBy(figures, key) as Map<string, Figure[]>;
}

/**
 * The municipality's total on each as-of date, oldest first. Figures of one municipality; where a date has a row
 * of the whole town beside its districts (a release, whose districts are told in tens), that row is the total.
 */
export function townTotals(figures: readonly Figure[]): Total[] {
  return [...groupFigures(figures, (f) => f.as_of)]
    .map(([as_of, group]) => {
      const whole = group.filter((f) => f.district === ALL);
      const parts = whole.length > 0 ? whole : group;
      return { as_of, population_as_of: commonPopulationDate(parts), ...sumOfCounts(parts) };
    })
    .sort((a, b) => (a.as_of < b.as_of ? -1 : 1));
}

/** The total of each district on one as-of date, in code order; no districts, an empty list. */
export function districtTotals(figures: readonly Figure[], asOf: string): (Total & { district: string })[] {
  const ofDate = figures.filter((f) => f.as_of === asOf && f.district !== ALL);
  return [...groupFigures(ofDate, (f) => f.district)]
    .map(([district, group]) => ({
      district,
      as_of: asOf,
      population_as_of: commonPopulationDate(group),
      ...sumOfCounts(group),
    }))
    .sort((a, b) => (a.district < b.district ? -1 : 1));
}

/** The measure nearest to "has a card" that the counts supply: held, then issued, then applications. */
export function nearestToHolding(counts: Counts): Measure | null {
  return (["held", "issued", "applications"] as const).find((m) => counts[m] !== null) ?? null;
}
