import { ALL, type Measure } from "../../contract/figure.js";
import type { Pattern } from "../pattern.js";
import { seriesKey, type CountTable, type CellSeries } from "../table.js";

/** A total and the parts that add up to it, as indexes into the table's series. */
export interface Family {
  total: number;
  parts: readonly number[];
}

/** Every sum that the published tables show: places over places, ages and sexes over their margins. */
export function familiesOf({ series }: CountTable): Family[] {
  const pick = (test: (s: CellSeries["cell"]) => boolean): number[] =>
    series.flatMap(({ cell }, i) => (test(cell) ? [i] : []));
  const hasAreas = series.some(({ cell }) => cell.place.kind === "area");
  const families = series.flatMap(({ cell }, total): Family[] => {
    const { place, age_band, sex } = cell;
    const sameCut = (c: typeof cell): boolean => c.age_band === age_band && c.sex === sex;
    const found: number[][] = [];
    if (place.kind === "town") found.push(pick((c) => c.place.kind === "area" && sameCut(c)));
    if (place.kind === "area" || (place.kind === "town" && !hasAreas)) {
      const members = new Set(place.members);
      found.push(pick((c) => c.place.kind === "district" && sameCut(c) && members.has(c.place.members[0]!)));
    }
    if (age_band === ALL) found.push(pick((c) => c.place === place && c.age_band !== ALL && c.sex === sex));
    if (sex === "all") {
      found.push(pick((c) => c.place === place && c.age_band === age_band && c.sex !== "all"));
    }
    return found.filter((parts) => parts.length > 0).map((parts) => ({ total, parts }));
  });
  return families;
}

/**
 * Whether, once the series is told, one of its sums has a single hidden member left, so that anyone can take the
 * rest from it. A quick look before a proof is tried.
 */
export function standsAlone(
  { series }: CountTable,
  families: readonly Family[],
  pattern: Pattern,
  key: string,
): boolean {
  const own = series.findIndex(({ cell }) => key.startsWith(`${cell.key}|`));
  const measure = key.slice(series[own]!.cell.key.length + 1) as Measure;
  return families.some(({ total, parts }) => {
    const members = [total, ...parts];
    if (!members.includes(own)) return false;
    const supplied = members.filter((i) => series[i]!.measures[measure].some((count) => count !== null));
    return supplied.filter((i) => pattern.has(seriesKey(series[i]!.cell.key, measure))).length === 1;
  });
}
