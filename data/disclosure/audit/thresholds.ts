import { MEASURES, type Measure } from "../../contract/figure.js";
import { isHidden, shown, type ProtectedRow, type ProtectedTables } from "../published.js";
import type { AuditFault } from "./certificate.js";
import { labelReader, seriesText } from "./label.js";

const PAIRS: readonly (readonly [Measure, Measure])[] = [
  ["applications", "issued"],
  ["issued", "held"],
  ["applications", "held"],
];

/** A group of people and a count of them that the tables tell, or that subtraction gives. */
interface Told {
  series: string;
  measure: Measure;
  as_of: string;
  population: number;
  count: number;
}

/**
 * Checks by itself, from the published rows alone, that no told count, complement or difference is smaller than
 * the policy lets it be, that no remainder is (what a told total leaves over its told parts), and that nothing
 * derived is told while its parts are hidden.
 */
export function thresholdFaults(tables: ProtectedTables): AuditFault[] {
  const { smallestCount, smallestPopulation, uniformGroups } = tables.policy;
  const read = labelReader(tables);
  const faults: AuditFault[] = [];
  const fault = (kind: AuditFault["kind"], row: ProtectedRow, measure: Measure): void => {
    faults.push({ kind, series: seriesText(read(row), measure), measure, as_of: row.as_of, width: 0 });
  };
  const uniform = uniformGroups === "publish";
  const breaks = (count: number, population: number): boolean => {
    if (population === 0 && count === 0) return false;
    if (population > 0 && population < smallestPopulation) return true;
    if (count === 0 || count === population) return !uniform;
    return count < smallestCount || Math.abs(population - count) < smallestCount;
  };
  for (const row of tables.rows) {
    for (const measure of MEASURES) {
      const count = shown(row[measure]);
      if (count !== null && breaks(count, row.population)) fault("small", row, measure);
    }
    for (const [more, less] of PAIRS) {
      const [a, b] = [shown(row[more]), shown(row[less])];
      if (a === null || b === null) continue;
      const apart = Math.abs(a - b);
      if (apart > 0 ? apart < smallestCount : a > 0 && !uniform) fault("small", row, less);
    }
    if (shown(row.without_application) !== null && isHidden(row.applications)) {
      fault("told", row, "applications");
    }
    if (shown(row.not_yet_issued) !== null && (isHidden(row.applications) || isHidden(row.issued))) {
      fault("told", row, "issued");
    }
  }
  for (const told of remainders(tables, read)) {
    if (!breaks(told.count, told.population)) continue;
    const { series, measure, as_of } = told;
    faults.push({ kind: "small", series, measure, as_of, width: 0 });
  }
  return faults;
}

/** What is left of each told total when its told parts are taken away; hidden areas give way to their districts. */
function remainders(tables: ProtectedTables, read: ReturnType<typeof labelReader>): Told[] {
  const found: Told[] = [];
  const areas = new Map(tables.places.filter((p) => p.kind === "area").map((p) => [p.code, p.members]));
  for (const rows of Map.groupBy(tables.rows, (r) => r.as_of).values()) {
    const pick = (kind: string, test: (r: ProtectedRow) => boolean) =>
      rows.filter((r) => r.kind === kind && test(r));
    const all = (r: ProtectedRow): boolean => r.age_band === "all" && r.sex === "all";
    const ages = (r: ProtectedRow): boolean => r.age_band !== "all" && r.sex === "all";
    const sexes = (r: ProtectedRow): boolean => r.age_band === "all" && r.sex !== "all";
    const districts = pick("district", () => true);
    const inArea = (area: ProtectedRow) =>
      districts.filter((r) => areas.get(area.place)!.includes([...read(r).place.districts][0]!));
    const families: [ProtectedRow, ProtectedRow[]][] = [];
    for (const total of pick("town", all)) {
      families.push([total, pick("town", ages)], [total, pick("town", sexes)], [total, pick("area", all)]);
      families.push([total, districts]);
    }
    for (const area of pick("area", all)) {
      families.push([area, pick("area", (r) => ages(r) && r.place === area.place)], [area, inArea(area)]);
    }
    for (const age of pick("town", ages)) {
      const same = (r: ProtectedRow): boolean => r.age_band === age.age_band;
      families.push([age, pick("area", (r) => same(r))]);
      families.push([age, pick("town", (r) => same(r) && r.sex !== "all")]);
    }
    for (const sex of pick("town", sexes)) {
      families.push([sex, pick("town", (r) => r.sex === sex.sex && r.age_band !== "all")]);
    }
    for (const measure of MEASURES) {
      for (const [total, parts] of families) found.push(...remainder(total, parts, measure, read));
      // The districts of hidden areas together, where the other areas are told.
      const hiddenAreas = pick("area", all).filter((r) => isHidden(r[measure]));
      const toldAreas = pick("area", all).filter((r) => !isHidden(r[measure]));
      for (const total of hiddenAreas.length > 0 ? pick("town", all) : []) {
        found.push(...remainder(total, [...toldAreas, ...hiddenAreas.flatMap(inArea)], measure, read));
      }
    }
  }
  return found;
}

function remainder(
  total: ProtectedRow,
  parts: readonly ProtectedRow[],
  measure: Measure,
  read: ReturnType<typeof labelReader>,
): Told[] {
  let count = shown(total[measure]);
  let population = total.population;
  const hidden = parts.filter((r) => isHidden(r[measure]));
  if (count === null || hidden.length === 0 || parts.some((r) => r[measure] === null)) return [];
  for (const part of parts) {
    const told = shown(part[measure]);
    if (told === null) continue;
    count -= told;
    population -= part.population;
  }
  if (population < 0) return [];
  const series = seriesText(read(hidden[0]!), measure);
  return [{ series, measure, as_of: total.as_of, population, count }];
}
