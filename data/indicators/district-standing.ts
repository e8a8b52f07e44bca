import type { Counts, Measure } from "../contract/figure.js";
import type { District } from "../contract/district.js";
import { residentsWithout } from "./milestone.js";
import { noLeaves, printedPercent, toTens } from "./printed.js";
import { rate } from "./rate.js";

/** How one district stands on one date by one measure. */
export interface DistrictStanding {
  code: string;
  name: string;
  area: string | null;
  tile_x: number | null;
  tile_y: number | null;
  population: number;
  /** The measure's count; null where it was not supplied. */
  count: number | null;
  /** Leaves whose noise the count carries where it is a print; 0 where it is told to the person. */
  leaves: number;
  /** Residents the count does not cover, at least 0, of a print in tens; null with the count. */
  without: number | null;
  /** Between 0 and usually 1; null without a count or where nobody lives. */
  rate: number | null;
  /** One decimal, rounded half up, of a print perhaps whole (see printedPercent); null as the rate. */
  percent: string | null;
}

/** What a list of districts can be ordered by. */
export type StandingOrder = "without" | "rate" | "population" | "count" | "name";
export const STANDING_ORDERS: readonly StandingOrder[] = ["without", "rate", "population", "count", "name"];

/**
 * The standing of each district that has figures, most residents without first.
 * A code that the district list does not know stands for its own name.
 * @param leavesOf of a district whose counts are prints
 */
export function districtStandings(
  totals: readonly (Counts & { district: string })[],
  districts: readonly District[],
  measure: Measure,
  leavesOf: (district: string) => number = noLeaves,
): DistrictStanding[] {
  const known = new Map(districts.map((d) => [d.code, d]));
  const standings = totals.map((total) => {
    const district = known.get(total.district);
    const count = total[measure];
    const leaves = leavesOf(total.district);
    const without = residentsWithout(count, total.population);
    return {
      code: total.district,
      name: district?.name ?? total.district,
      area: district?.area ?? null,
      tile_x: district?.tile_x ?? null,
      tile_y: district?.tile_y ?? null,
      population: total.population,
      count,
      leaves,
      without: without === null || leaves === 0 ? without : toTens(without),
      rate: rate(count, total.population),
      percent: printedPercent(count, total.population, leaves),
    };
  });
  return orderStandings(standings, "without", true);
}

/**
 * The standings in another order; ties by code, and districts without the value last in both directions.
 * Names are compared by code unit, so that every machine gives the same order.
 */
export function orderStandings(
  standings: readonly DistrictStanding[],
  by: StandingOrder,
  descending: boolean,
): DistrictStanding[] {
  const direction = descending ? -1 : 1;
  return [...standings].sort((a, b) => {
    const x = a[by];
    const y = b[by];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byCode(a, b);
    return x === y ? byCode(a, b) : x < y ? -direction : direction;
  });
}

const byCode = (a: DistrictStanding, b: DistrictStanding): number =>
  a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
