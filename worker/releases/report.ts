import type { AuditFault, Certificate } from "../../data/disclosure/audit/certificate.js";
import { MEASURES } from "../../data/contract/figure.js";
import type { Place } from "../../data/disclosure/place.js";
import type { DisclosurePolicy } from "../../data/disclosure/policy.js";
import type { Protection } from "../../data/disclosure/protect.js";
import type { HiddenSeries, ProtectedTables } from "../../data/disclosure/published.js";
import type { FileNote } from "../intake/issue.js";
import type { ReleaseDifferences } from "./compare-releases.js";

/** Of the series of one table that have values: all, and those that are hidden in the end. */
export interface TableCoverage {
  kind: Place["kind"];
  series: number;
  hidden: number;
}

/** What a release would hide and why, for whoever decides on its publication. */
export interface DisclosureReport {
  policy: DisclosurePolicy;
  as_of_dates: number;
  rows: number;
  /** Series (cell × measure) that have values; hidden by the primary rules alone; hidden in the end. */
  series: number;
  series_primary: number;
  series_hidden: number;
  /** The same by table: the town's ages and sexes, the areas' ages, the districts. */
  tables: TableCoverage[];
  hidden: HiddenSeries[];
  certificate: Certificate;
  /** Why the audit failed, if it did: nothing of it may be published then. At most 100. */
  faults: AuditFault[];
  fault_count: number;
  /** Against the release before; against nothing where this is the first. */
  differences: ReleaseDifferences;
  /** Warnings that were accepted with uploads since the release before, by kind. */
  warnings: FileNote[];
  /** Characters of names that the pictures' typeface lacks. */
  unpictured: string[];
  /**
   * How long the bounds of the hidden values took. Only here: a release that is made again must have the same files,
   * and they say instead how many programs were solved.
   */
  bounds_seconds?: number;
}

const FAULTS_TOLD = 100;

export function makeReport(
  { tables, series, primary, hidden, certificate, faults }: Protection,
  beside: Pick<DisclosureReport, "differences" | "warnings" | "unpictured" | "bounds_seconds">,
): DisclosureReport {
  return {
    policy: tables.policy,
    as_of_dates: new Set(tables.rows.map((r) => r.as_of)).size,
    rows: tables.rows.length,
    series,
    series_primary: primary,
    series_hidden: hidden,
    tables: coverage(tables),
    hidden: [...tables.pattern],
    certificate,
    faults: faults.slice(0, FAULTS_TOLD),
    fault_count: faults.length,
    ...beside,
  };
}

/** The tables that hold any value, in the order of their rows: town, areas, districts. */
function coverage({ rows, pattern }: ProtectedTables): TableCoverage[] {
  const valued = new Map<Place["kind"], Set<string>>();
  for (const row of rows) {
    for (const measure of MEASURES) {
      if (row[measure] === null) continue;
      const series = valued.get(row.kind) ?? new Set<string>();
      valued.set(row.kind, series.add(`${row.place}|${row.age_band}|${row.sex}|${measure}`));
    }
  }
  return [...valued].map(([kind, series]) => ({
    kind,
    series: series.size,
    hidden: pattern.filter((h) => h.kind === kind).length,
  }));
}
