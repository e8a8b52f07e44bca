import type { FileIssue, FileNote } from "../../data/contract/api/issue.js";
import { referenceKey } from "../../data/contract/reference-series.js";
import type { Table } from "../intake/table.js";
import { issue, wordsOf } from "../intake/words.js";
import { recogniseTable } from "./layout.js";
import type { ReadOptions, ReadReference, ReferenceReading } from "./reading.js";
import { readAges } from "./read-ages.js";
import { readPlaces } from "./read-places.js";
import { referenceNote } from "./words.js";

/**
 * A ministry's table as reference figures: which table it is shows in its headers. Every issue is reported;
 * one error and nothing is to be written. Published rates are compared with their counts and not kept.
 */
export function readReferenceTable(table: Table, options: ReadOptions): ReferenceReading {
  const { layout, ...refused } = recogniseTable(table);
  if (!layout) return { ok: false, unmatched: [], issues: "issues" in refused ? refused.issues : [] };
  const read =
    layout.series === "age_sex" ? readAges(table, layout, options) : readPlaces(table, layout, options);
  const issues = [...read.issues, ...duplicates(read.figures)].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  if (issues.some((i) => i.severity === "error")) return { ok: false, issues, unmatched: read.unmatched };
  const notes: FileNote[] = [];
  if (read.repaired > 0) {
    const message = wordsOf("code_repaired");
    notes.push({ code: "code_repaired", severity: "note", count: read.repaired, message });
  }
  if (read.named > 0) notes.push(referenceNote("code_from_name", read.named));
  return { ok: true, series: layout.series, figures: read.figures, notes, issues };
}

function duplicates(figures: readonly ReadReference[]): FileIssue[] {
  const seen = new Set<string>();
  return figures.flatMap((figure) => {
    const key = referenceKey(figure);
    if (seen.has(key)) return [issue("duplicate_key", figure.row, null)];
    seen.add(key);
    return [];
  });
}
