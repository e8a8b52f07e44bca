import { MEASURES } from "../../contract/figure.js";
import { isHidden, type ProtectedTables } from "../published.js";
import { labelReader } from "./label.js";
import {
  TOLD_BEFORE_CORRECTION,
  TOLD_EARLIER,
  TOLD_NOW,
  variable,
  type Published,
  type System,
  type Target,
} from "./system.js";

/**
 * Who told which value, and every value that some release hides: those are to be proven.
 * @param releases all published tables, the candidate last.
 */
export function readPublished(system: System, releases: readonly ProtectedTables[]): Published {
  const { dates, leafCount, counts, caps } = system;
  const ids = new Map(system.cells.map((cell, i) => [cell.people, i]));
  const dateOf = new Map(dates.map((date, t) => [date, t]));
  const fixed = counts.map((c) => new Uint8Array(c.length));
  const hidden = new Map<string, { cell: number; measure: number; date: number }>();
  releases.forEach((tables, r) => {
    const read = labelReader(tables);
    for (const row of tables.rows) {
      const date = dateOf.get(row.as_of)!;
      const cell = ids.get(read(row).people)!;
      MEASURES.forEach((name, measure) => {
        const value = row[name];
        const v = variable(leafCount + cell, measure);
        if (typeof value === "number") {
          const same = value === counts[date]![v];
          const bit = r === releases.length - 1 ? TOLD_NOW : same ? TOLD_EARLIER : TOLD_BEFORE_CORRECTION;
          fixed[date]![v] = fixed[date]![v]! | bit;
        } else if (isHidden(value)) hidden.set(`${v} ${date}`, { cell, measure, date });
      });
    }
  });
  const { smallestCount } = releases.at(-1)!.policy;
  const targets = [...hidden.values()].flatMap((target): Target[] => {
    const v = variable(leafCount + target.cell, target.measure);
    if (Number.isNaN(counts[target.date]![v]!)) return [];
    const told = fixed[target.date]![v]!;
    const earlier = told & TOLD_EARLIER ? "same" : told & TOLD_BEFORE_CORRECTION ? "corrected" : "no";
    return [{ ...target, need: Math.min(smallestCount, caps[target.date]![v]!), earlier }];
  });
  return { fixed, targets };
}
