import { ALL, type Figure, type Measure } from "../contract/figure.js";
import { districtTotals, groupFigures, type Total } from "./totals.js";

/** A district on one as-of date, and its place among all districts by one measure. */
export interface DistrictDate extends Total {
  /** 1 is the highest rate; equal rates share a place. Null without a number or without residents. */
  place: number | null;
  /** Districts that have a place on this date. */
  districts: number;
}

/** Whether a's rate is higher than b's, in whole numbers: two rates that are equal stay equal. */
const isHigher = (a: Total, b: Total, measure: Measure): boolean =>
  a[measure]! * b.population > b[measure]! * a.population;

/** The dates of one district, oldest first; none where it has no figures. */
export function districtHistory(
  figures: readonly Figure[],
  district: string,
  measure: Measure,
): DistrictDate[] {
  const byDate = groupFigures(
    figures.filter((f) => f.district !== ALL),
    (f) => f.as_of,
  );
  return [...byDate.keys()].sort().flatMap((as_of) => {
    const totals = districtTotals(byDate.get(as_of)!, as_of);
    const own = totals.find((t) => t.district === district);
    if (!own) return [];
    const ranked = totals.filter((t) => t[measure] !== null && t.population > 0);
    const { district: _, ...total } = own;
    const place =
      own[measure] === null || own.population === 0
        ? null
        : 1 + ranked.filter((t) => isHigher(t, own, measure)).length;
    return [{ ...total, place, districts: ranked.length }];
  });
}
