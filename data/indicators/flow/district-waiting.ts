import type { District } from "../../contract/district.js";
import { percentHalfUp } from "../rate.js";
import type { Total } from "../totals.js";
import { waitingOf } from "./pickup-standing.js";

/** Those who wait in one district. */
export interface DistrictWaiting {
  code: string;
  name: string;
  population: number;
  /** Null where a count was not supplied. */
  waiting: number | null;
  /** Waiting ÷ residents, percent with one decimal; null as above or where nobody lives. */
  percent: string | null;
}

/**
 * The districts of one date, most people waiting first, ties by code; those without a number last. A code that the
 * district list does not know stands for its own name.
 */
export function districtWaiting(
  totals: readonly (Total & { district: string })[],
  districts: readonly District[],
): DistrictWaiting[] {
  const names = new Map(districts.map((d) => [d.code, d.name]));
  const rows = totals.map((total) => {
    const waiting = waitingOf(total);
    return {
      code: total.district,
      name: names.get(total.district) ?? total.district,
      population: total.population,
      waiting,
      percent: percentHalfUp(waiting, total.population),
    };
  });
  return rows.sort((a, b) => (b.waiting ?? -1) - (a.waiting ?? -1) || (a.code < b.code ? -1 : 1));
}
