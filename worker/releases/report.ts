import type { DisclosureReport, ReportedMerge } from "../../data/contract/api/disclosure-report.js";
import { certificateOf, type AuditResult } from "../../data/disclosure/audit.js";
import type { Place } from "../../data/disclosure/place.js";
import type { PublicTables } from "../../data/disclosure/published.js";
import { ALL } from "../../data/contract/figure.js";

const FAULTS_TOLD = 100;
const KINDS = ["town", "area", "district"] as const;

export function makeReport(
  tables: PublicTables,
  audit: AuditResult,
  beside: Pick<DisclosureReport, "differences" | "warnings" | "unpictured" | "incomplete">,
): DisclosureReport {
  const { policy, places, rows } = tables;
  return {
    policy,
    as_of_dates: new Set(rows.map((r) => r.as_of)).size,
    rows: rows.length,
    places: KINDS.map((kind) => ({ kind, count: places.filter((p) => p.kind === kind).length })),
    merges: mergesOf(tables),
    ages: { town: agesOf(tables, "town"), area: agesOf(tables, "area") },
    audit: { ...audit, faults: audit.faults.slice(0, FAULTS_TOLD), fault_count: audit.faults.length },
    certificate: certificateOf(audit, policy),
    ...beside,
  };
}

const agesOf = ({ rows }: PublicTables, kind: Place["kind"]): string[] => [
  ...new Set(rows.filter((r) => r.kind === kind && r.age_band !== ALL).map((r) => r.age_band)),
];

/** The districts of the tables that are told as one. */
export function mergesOf({ places, policy }: Pick<PublicTables, "places" | "policy">): ReportedMerge[] {
  return places
    .filter((p) => p.kind === "district" && p.members.length > 1)
    .map(({ code, name, members }) => ({
      code,
      name,
      members: [...members],
      chosen: policy.merges.some((m) => m.code === code) ? "town" : "small",
    }));
}
