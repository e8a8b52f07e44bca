import { ALL, type Figure } from "../../contract/figure.js";
import { isWithin } from "../published-ages.js";
import type { Truth } from "./knowledge.js";

/**
 * Reads true counts from the ledger's figures behind releases. What a later release's figures say of a date is true
 * of it; a date that it no longer holds is as the newest release that held it said.
 * @param ledgers figures by id of release, oldest first.
 */
export function trueCounts(ledgers: ReadonlyMap<string, readonly Figure[]>): Truth {
  const dates = new Map<string, readonly Figure[]>();
  for (const figures of ledgers.values()) {
    for (const [as_of, rows] of Map.groupBy(figures, (f) => f.as_of)) dates.set(as_of, rows);
  }
  return (tables, row, measure) => {
    const place = tables.places.find((p) => p.kind === row.kind && p.code === row.place);
    const inside = (dates.get(row.as_of) ?? []).filter(
      (f) =>
        (row.kind === "town" || place?.members.includes(f.district)) &&
        isWithin(f.age_band, row.age_band) &&
        (row.sex === ALL || f.sex === row.sex),
    );
    if (inside.length === 0 || inside.some((f) => f[measure] === null)) return null;
    return inside.reduce((sum, f) => sum + f[measure]!, 0);
  };
}
