import type { AuditFault } from "./audit-fault.js";
import { auditCells, type LeafCount } from "./audit-cells.js";
import { auditRows } from "./audit-rows.js";
import type { DisclosurePolicy } from "./policy.js";
import { outlineOf, type Outline } from "./outline.js";
import type { PublicTables } from "./published.js";

/** What a release says about its own protection; the same whatever the true counts are. */
export interface Certificate {
  passed: boolean;
  /** tens-of-people: counts in tens, noise of the people. */
  method: "tens-of-people";
  version: 1;
  policy: DisclosurePolicy;
}

export interface AuditResult {
  passed: boolean;
  faults: AuditFault[];
  /** Distinct cells of all releases by the leaves of their noise, fewest first, and what that bounds. */
  cells: LeafCount[];
  /** The same for the differences of two cells that share people. */
  differences: LeafCount[];
}

/**
 * Checks a release from its published tables and the outlines of all earlier ones. It counts leaves and compares
 * residents: nothing in it depends on a true count, so that it gives nothing away.
 * @param earlier every release ever published under this method, oldest first, withdrawn ones too
 */
export function auditRelease(tables: PublicTables, earlier: readonly Outline[]): AuditResult {
  const outline = outlineOf(tables);
  const { faults, cells, differences } = auditCells(outline, earlier);
  const found = [...auditRows(tables, earlier), ...faults];
  return { passed: found.length === 0, faults: found, cells, differences };
}

export const certificateOf = ({ passed }: AuditResult, policy: DisclosurePolicy): Certificate => ({
  passed,
  method: "tens-of-people",
  version: 1,
  policy,
});
