import type { Measure } from "../contract/figure.js";
import { countToMilestone } from "./milestone.js";
import type { Total } from "./totals.js";

/**
 * The first as-of date on which a measure covered `percent` of the residents, after a date on which it did not.
 * @param totals oldest first.
 * @returns null where it never did, or where it already had on the first date supplied (then nobody knows when).
 */
export function firstReached(totals: readonly Total[], measure: Measure, percent: number): Total | null {
  const supplied = totals.filter((t) => t[measure] !== null && t.population > 0);
  const at = supplied.findIndex((t) => countToMilestone(t[measure]!, t.population, percent) === 0);
  return at > 0 ? supplied[at]! : null;
}

/** The dates on which the population's date differs from that of the date before: the denominator jumps there. */
export function denominatorChanges(totals: readonly Total[]): Total[] {
  return totals.filter((total, i) => {
    const before = totals[i - 1]?.population_as_of;
    return Boolean(before && total.population_as_of && before !== total.population_as_of);
  });
}
