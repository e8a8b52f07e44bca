import type { District } from "../contract/district.js";
import { MEASURES, type Figure, type Measure } from "../contract/figure.js";
import { auditRelease, prepareAudit } from "./audit/audit.js";
import type { AuditedRelease, AuditResult } from "./audit/certificate.js";
import { chooseComplements } from "./choose/complement.js";
import { familiesOf, standsAlone } from "./choose/families.js";
import { weightOf } from "./choose/weight.js";
import { widenPattern } from "./choose/widen.js";
import { listPattern, publishRows } from "./pattern.js";
import { placesOf } from "./place.js";
import type { DisclosurePolicy } from "./policy.js";
import { differencesToHide, primaryReason } from "./primary.js";
import type { HiddenReason, ProtectedTables } from "./published.js";
import { publishedAges } from "./published-ages.js";
import type { LpSolver } from "./solve/lp-solver.js";
import { cellsOf, countTable, seriesKey, type CountTable } from "./table.js";

export interface ProtectionInput {
  municipality: string;
  /** The ledger's figures of the municipality, all dates to be published. */
  figures: readonly Figure[];
  districts: readonly District[];
  policy: DisclosurePolicy;
  /** Every release ever published, oldest first, withdrawn ones too. */
  earlier: readonly AuditedRelease[];
  solver: LpSolver;
}

export interface Protection extends AuditResult {
  tables: ProtectedTables;
  /** Series (cell × measure) of the tables that have any value. */
  series: number;
  /** Series hidden by the primary rules alone. */
  primary: number;
  /** Series hidden in the end. */
  hidden: number;
}

/**
 * The tables of a release as they may be published, with the audit that proves it. Series that tell of few
 * people are hidden, then as few others as protect them; what the audit finds wanting is widened until it
 * passes, and what it can spare is told again. Same input, same output.
 */
export function protectFigures(input: ProtectionInput): Protection {
  const { municipality, figures, districts, policy, earlier, solver } = input;
  const places = placesOf(figures, districts, policy);
  const table = countTable(figures, cellsOf(places, publishedAges(figures, policy)));
  const pattern = new Map<string, HiddenReason>();
  const publish = (): ProtectedTables => ({
    municipality,
    policy,
    places,
    rows: publishRows(table, pattern),
    pattern: listPattern(table, pattern),
  });
  hidePrimary(table, policy, pattern);
  hideDifferences(table, policy, pattern);
  const primary = pattern.size;
  hideSticky(table, earlier, pattern);

  const families = familiesOf(table);
  const auditor = prepareAudit(solver, earlier, { tables: publish(), figures });
  for (const key of chooseComplements(table, families, pattern, policy, solver)) {
    pattern.set(key, "complementary");
  }
  for (;;) {
    const { faults } = auditor.audit(publish());
    const more = widenPattern(table, families, pattern, faults);
    if (faults.length === 0 || more.size === 0) break;
    for (const key of more) pattern.set(key, "complementary");
  }
  const passes = (): boolean => auditor.audit(publish(), { quick: true }).certificate.passed;
  const spared = spare(
    table,
    policy,
    pattern,
    (key) => !standsAlone(table, families, pattern, key) && passes(),
  );

  // The trials knew witnesses of earlier patterns; what is published must pass for whoever starts afresh.
  let tables = publish();
  let result = auditRelease(solver, earlier, { tables, figures });
  while (!result.certificate.passed) {
    const last = spared.pop();
    const more = last ? [last] : widenPattern(table, families, pattern, result.faults);
    if ([...more].length === 0) break;
    for (const key of more) pattern.set(key, "complementary");
    tables = publish();
    result = auditRelease(solver, earlier, { tables, figures });
  }
  const series = table.series.reduce(
    (sum, s) => sum + MEASURES.filter((m) => s.measures[m].some((count) => count !== null)).length,
    0,
  );
  return {
    tables,
    series,
    primary,
    hidden: pattern.size,
    ...result,
  };
}

function hidePrimary(table: CountTable, policy: DisclosurePolicy, pattern: Map<string, HiddenReason>): void {
  for (const series of table.series) {
    for (const measure of MEASURES) {
      const reason = primaryReason(series, measure, policy);
      if (reason) pattern.set(seriesKey(series.cell.key, measure), reason);
    }
  }
}

function hideDifferences(
  table: CountTable,
  policy: DisclosurePolicy,
  pattern: Map<string, HiddenReason>,
): void {
  for (const series of table.series) {
    const told = (m: Measure): boolean => !pattern.has(seriesKey(series.cell.key, m));
    for (const measure of differencesToHide(series, told, policy)) {
      pattern.set(seriesKey(series.cell.key, measure), "small_difference");
    }
  }
}

/** What any earlier release hid stays hidden wherever the series still exists. */
function hideSticky(
  table: CountTable,
  earlier: readonly AuditedRelease[],
  pattern: Map<string, HiddenReason>,
): void {
  const before = new Set(earlier.flatMap((r) => r.tables.pattern.map((h) => h.series)));
  for (const { cell, measures } of table.series) {
    for (const measure of MEASURES) {
      const key = seriesKey(cell.key, measure);
      if (before.has(key) && !pattern.has(key) && measures[measure].some((count) => count !== null)) {
        pattern.set(key, "earlier_release");
      }
    }
  }
}

/** Tells complementary series again, the most missed first, wherever the audit still passes. @returns them. */
function spare(
  table: CountTable,
  policy: DisclosurePolicy,
  pattern: Map<string, HiddenReason>,
  canTell: (key: string) => boolean,
): string[] {
  const spared: string[] = [];
  const hidden = table.series
    .flatMap((series) =>
      MEASURES.map((measure) => ({
        series,
        measure,
        key: seriesKey(series.cell.key, measure),
        weight: weightOf(series, measure),
      })),
    )
    .filter(({ key }) => pattern.get(key) === "complementary")
    .sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
  for (const { series, key } of hidden) {
    pattern.delete(key);
    const told = (m: Measure): boolean => !pattern.has(seriesKey(series.cell.key, m));
    if (differencesToHide(series, told, policy).length > 0 || !canTell(key))
      pattern.set(key, "complementary");
    else spared.push(key);
  }
  return spared;
}
