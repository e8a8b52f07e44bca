import { MEASURES, type Measure } from "../../contract/figure.js";
import type { AuditFault } from "../audit/certificate.js";
import type { Pattern } from "../pattern.js";
import { seriesKey, type CountTable } from "../table.js";
import type { Family } from "./families.js";
import { isTown, weightOf } from "./weight.js";

/**
 * One more series to hide for each series the audit found wanting: the cheapest told one that shares a sum with
 * it, else any of its measure, else another measure of its cell, else any at all; the town's own totals last.
 * Empty once everything is hidden.
 */
export function widenPattern(
  table: CountTable,
  families: readonly Family[],
  pattern: Pattern,
  faults: readonly AuditFault[],
): Set<string> {
  const added = new Set<string>();
  const wanting = new Map(faults.map((f) => [f.series, f.measure]));
  for (const [key, measure] of wanting) {
    const next = nextToHide(table, families, key, measure, (k) => pattern.has(k) || added.has(k));
    if (next !== null) added.add(next);
  }
  return added;
}

function nextToHide(
  table: CountTable,
  families: readonly Family[],
  key: string,
  measure: Measure,
  isHidden: (key: string) => boolean,
): string | null {
  const told = (i: number, m: Measure): boolean =>
    table.series[i]!.measures[m].some((count) => count !== null) &&
    !isHidden(seriesKey(table.series[i]!.cell.key, m));
  const own = table.series.findIndex(({ cell }) => seriesKey(cell.key, measure) === key);
  if (own >= 0 && told(own, measure)) return key;
  const near = families.flatMap(({ total, parts }) =>
    total === own || parts.includes(own) ? [total, ...parts] : [],
  );
  const all = table.series.map((_, i) => i);
  const anywhere = all.flatMap((i) => MEASURES.map((m): [number, Measure] => [i, m]));
  const isBelowTown = ([i]: [number, Measure]): boolean => !isTown(table.series[i]!);
  const choices: [number, Measure][][] = [
    near.map((i): [number, Measure] => [i, measure]).filter(isBelowTown),
    all.map((i): [number, Measure] => [i, measure]).filter(isBelowTown),
    own < 0 ? [] : MEASURES.map((m): [number, Measure] => [own, m]).filter(isBelowTown),
    anywhere.filter(isBelowTown),
    anywhere,
  ];
  for (const choice of choices) {
    const open = choice.filter(([i, m]) => told(i, m));
    if (open.length === 0) continue;
    const weight = ([i, m]: [number, Measure]): number => weightOf(table.series[i]!, m);
    const [i, m] = open.reduce((best, one) => (weight(one) < weight(best) ? one : best));
    return seriesKey(table.series[i]!.cell.key, m);
  }
  return null;
}
