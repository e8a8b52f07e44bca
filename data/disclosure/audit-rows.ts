import { ALL, MEASURES } from "../contract/figure.js";
import type { AuditFault } from "./audit-fault.js";
import { leafCount, leafRange } from "./leaves.js";
import { printMargin } from "./noise.js";
import type { Outline } from "./outline.js";
import { peopleOf, type PeopleOf } from "./people.js";
import type { Place } from "./place.js";
import { BASE, DEFAULT_POLICY, type DisclosurePolicy } from "./policy.js";
import { heldCap } from "./print.js";
import { printRules, type PrintRules } from "./print-rules.js";
import { isExact, type PublicRow, type PublicTables } from "./published.js";
import { lineageOf } from "./succession.js";

/**
 * The faults of single rows, and of the sums on each date.
 * @param earlier what earlier releases told
 */
export function auditRows(tables: PublicTables, earlier: readonly Outline[]): AuditFault[] {
  const known = new Set([...tables.known, ...earlier.flatMap((o) => o.known)]);
  const people = peopleOf(tables.coverage, lineageOf(tables.successions), [...known]);
  const newest = tables.coverage.flatMap((c) => c.dates).reduce((a, b) => (a > b ? a : b), "");
  const rules = printRules(people, tables.policy, earlier, newest);
  const places = new Map(tables.places.map((p) => [`${p.kind}|${p.code}`, p]));
  const faults: AuditFault[] = [];
  for (const row of tables.rows) {
    const place = places.get(`${row.kind}|${row.place}`);
    for (const kind of rowFaults(row, place, people, { policy: tables.policy, rules }))
      faults.push({ kind, at: rowPlace(row) });
  }
  for (const [asOf, rows] of Map.groupBy(tables.rows, (r) => r.as_of)) {
    if (!sumsAgree(rows, places, people)) faults.push({ kind: "sums_disagree", at: asOf });
  }
  return faults;
}

const rowPlace = (r: PublicRow): string => [r.as_of, r.kind, r.place, r.age_band, r.sex].join(" ");

function* rowFaults(
  row: PublicRow,
  place: Place | undefined,
  people: PeopleOf,
  { policy, rules }: { policy: DisclosurePolicy; rules: PrintRules },
): Iterable<AuditFault["kind"]> {
  const whose = place && people.of(place, row.as_of);
  const isTotal = row.age_band === ALL && row.sex === ALL;
  if (!whose?.isWhole) yield "incomplete";
  const leaves = (whose?.origin.size ?? 0) * leafCount(leafRange(row.age_band, row.sex));
  const counts = MEASURES.map((m) => row[m]);
  const [applications, issued, held] = counts as [number | null, number | null, number | null];
  if (over(held, issued) || over(issued, applications) || over(held, applications)) yield "out_of_order";
  if (whose && isExact(row) && isTotal && rules.isExact(row.as_of, whose)) return;
  const second = whose && rules.tensFault(row.as_of, whose);
  if (second) yield second;
  if (row.margin !== printMargin(leaves)) yield "wrong_margin";
  if (counts.some((n) => n !== null && (n % BASE !== 0 || n < 0))) yield "not_tens";
  if (over(held, heldCap(row.population, BASE))) yield "above_residents";
  const fewest = Math.max(policy.smallestResidents, DEFAULT_POLICY.smallestResidents);
  if (row.population < fewest) yield "few_residents";
}

const over = (a: number | null, b: number | null): boolean => a !== null && b !== null && a > b;

/** Residents add up where every district is told, and prints are no further from a total than their noise reaches. */
function sumsAgree(
  rows: readonly PublicRow[],
  places: ReadonlyMap<string, Place>,
  people: PeopleOf,
): boolean {
  const whole = rows.filter((r) => r.age_band === ALL && r.sex === ALL);
  const town = whole.find((r) => r.kind === "town");
  // A date that lacks a district has no total.
  if (!town) return true;
  const codes = (list: readonly PublicRow[]): number =>
    list.reduce(
      (sum, r) => sum + (people.of(places.get(`${r.kind}|${r.place}`)!, r.as_of)?.origin.size ?? 0),
      0,
    );
  return (["area", "district"] as const).every((kind) => {
    const parts = whole.filter((r) => r.kind === kind);
    const residents = parts.reduce((sum, r) => sum + r.population, 0);
    if (residents > town.population) return false;
    if (parts.length === 0 || codes(parts) !== codes([town])) return true;
    if (residents !== town.population) return false;
    // Each print is at most its leaves and a rounding, or a cap on top of them, away from the true count.
    const reach = parts.reduce((sum, r) => sum + codes([r]) * leafCount(leafRange(ALL, ALL)) + 2 * BASE, 0);
    return MEASURES.every((m) => {
      const sum = parts.reduce(
        (all: number | null, r) => (all === null || r[m] === null ? null : all + r[m]),
        0,
      );
      return sum === null || town[m] === null || Math.abs(sum - town[m]) <= reach + town.margin * 2;
    });
  });
}
