import type { Measure } from "../../contract/figure.js";
import type { Total } from "../totals.js";
import { dayNumber } from "./office-days.js";

/** A cumulative count on an as-of date. */
export interface Observation {
  as_of: string;
  /** The date as a number, see office-days.ts. */
  day: number;
  count: number;
  /** Residents as they were known on that date. */
  population: number;
}

/**
 * What a town's totals say about one measure, oldest first: dates without that measure or without residents are
 * left out, and so is everything after `until`, which nobody knew then.
 */
export function observationsOf(totals: readonly Total[], measure: Measure, until?: string): Observation[] {
  return totals.flatMap((t) => {
    const count = t[measure];
    if (count === null || t.population <= 0 || (until !== undefined && t.as_of > until)) return [];
    return [{ as_of: t.as_of, day: dayNumber(t.as_of), count, population: t.population }];
  });
}
