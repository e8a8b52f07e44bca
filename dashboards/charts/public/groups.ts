import type { Measure } from "../../data/contract/figure.js";
import { isHidden, shown, type ProtectedRow } from "../../data/disclosure/published.js";
import { residentsWithout } from "../../data/indicators/milestone.js";
import { percentHalfUp, rate } from "../../data/indicators/rate.js";

/** How one age or district stands, as far as it is told. */
export interface Group {
  /** Unique in its chart. */
  key: string;
  name: string;
  population: number;
  /** Several districts published as one. */
  merged: boolean;
  /** Withheld; then all of the following are null. */
  hidden: boolean;
  count: number | null;
  without: number | null;
  /** In percent, unrounded. */
  value: number | null;
  percent: string | null;
}

export function groupOf(
  row: ProtectedRow,
  measure: Measure,
  { key, name, merged = false }: Pick<Group, "key" | "name"> & { merged?: boolean },
): Group {
  const count = shown(row[measure]);
  const value = rate(count, row.population);
  return {
    key,
    name,
    merged,
    population: row.population,
    hidden: isHidden(row[measure]),
    count,
    without: residentsWithout(count, row.population),
    value: value === null ? null : value * 100,
    percent: percentHalfUp(count, row.population),
  };
}

/** Groups that a chart can show: with a number, or known to be withheld. Nobody lives in the others. */
export const drawable = (groups: readonly Group[]): Group[] =>
  groups.filter((g) => g.hidden || g.value !== null);
