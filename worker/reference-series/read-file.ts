import type { FileIssue } from "../../data/contract/api/issue.js";
import type { GridRow } from "../intake/grid-row.js";
import { readSheets, type SheetGrid } from "../intake/parse-xlsx.js";
import { readFile } from "../intake/read-file.js";
import { screenTable } from "../intake/screen.js";
import type { Aside, Table } from "../intake/table.js";
import { issue } from "../intake/words.js";
import { findSections } from "./find-sections.js";
import { recogniseTable } from "./layout.js";
import { readReferenceSheet } from "./read-sheet.js";
import type { ReadOptions, ReferenceReading } from "./reading.js";
import { readReferenceTable } from "./read-table.js";
import { referenceIssue } from "./words.js";

/** The sheet that the ministry publishes; others of the workbook are its workings. */
const PUBLISHED = "公表用";

/**
 * A file of the ministry's, CSV or workbook, as reference figures: one table with its dates in columns, or a
 * sheet with all tables below one another. Screened for personal data like any file.
 * @returns the reading and how many rows the file (its sheet) has.
 */
export function readReferenceFile(
  bytes: Uint8Array,
  format: "csv" | "xlsx",
  options: ReadOptions,
): { reading: ReferenceReading; rows: number } {
  if (format === "xlsx") return readWorkbook(bytes, options);
  const { table, issues } = readFile(bytes, "csv");
  if (!table) return { reading: { ok: false, issues, unmatched: [] }, rows: 0 };
  const { layout } = recogniseTable(table);
  if (layout) return { reading: readReferenceTable(table, options), rows: table.rows.length };
  // A sheet that was saved as CSV; where it is none, the faults of its header are the answer.
  const grid = gridOf(table);
  const isSheet = findSections(grid).length > 0;
  const reading = isSheet ? readReferenceSheet(grid, options) : readReferenceTable(table, options);
  return { reading, rows: grid.length };
}

/** The rows of a CSV as they stood, titles above its header included. */
function gridOf({ header, headerRow, rows, aside = [] }: Table): GridRow[] {
  const above = new Map<number, string[]>();
  for (const { row, column, text } of aside) {
    if (row === null || row >= headerRow) continue;
    const cells = above.get(row) ?? [];
    cells[Number(column?.slice(1)) - 1] = text;
    above.set(row, cells);
  }
  const titles = [...above].map(([row, cells]) => ({ row, cells: Array.from(cells, (cell) => cell ?? "") }));
  return [...titles, { row: headerRow, cells: header }, ...rows];
}

function readWorkbook(bytes: Uint8Array, options: ReadOptions): { reading: ReferenceReading; rows: number } {
  const refused = (issues: FileIssue[]) => ({
    reading: { ok: false as const, issues, unmatched: [] },
    rows: 0,
  });
  const { sheets, issues, ...beside } = readSheets(bytes);
  if (!sheets) return refused(issues);
  const chosen = chooseSheet(sheets);
  const findings = screenWorkbook(sheets, "aside" in beside ? beside.aside : [], chosen);
  if (findings.length > 0) return refused(findings);
  if (!chosen) return refused([referenceIssue("unknown_table", null, null)]);
  if ("code" in chosen) return refused([chosen]);
  if (chosen.faults.length > 0) return refused(chosen.faults);
  return { reading: readReferenceSheet(chosen.rows, options), rows: chosen.rows.length };
}

/** 公表用 where it holds a table; else the only visible sheet that does. */
function chooseSheet(sheets: readonly SheetGrid[]): SheetGrid | FileIssue | null {
  const holding = sheets.filter(({ hidden, rows }) => !hidden && findSections(rows).length > 0);
  const published = holding.filter(({ name }) => name.normalize("NFKC").trim() === PUBLISHED);
  const [only, ...others] = published.length > 0 ? published : holding;
  if (others.length === 0) return only ?? null;
  return issue("ambiguous_sheet", null, holding.map(({ position }) => `シート${position}`).join(", "));
}

/** The screen over every sheet, hidden or not: a heading anywhere on it may head a column of persons. */
function screenWorkbook(
  sheets: readonly SheetGrid[],
  aside: readonly Aside[],
  chosen: SheetGrid | FileIssue | null,
): FileIssue[] {
  const cells = sheets.flatMap((sheet) => {
    const found = screenTable({
      header: [],
      headerRow: 0,
      rows: sheet.rows.map(({ row, cells: c }) => ({ row, cells: [...c] })),
    });
    return found.map((finding) =>
      sheet === chosen ? finding : { ...finding, column: `シート${sheet.position}!${finding.column}` },
    );
  });
  const headings = sheets.flatMap(({ position, rows }) => {
    const sections = findSections(rows).map(({ header, headerRow }) => ({ header, headerRow }));
    const first = rows[0] ? [{ header: rows[0].cells, headerRow: rows[0].row }] : [];
    return [...first, ...sections].flatMap(({ header, headerRow }) =>
      screenTable({ header: [...header], headerRow, rows: [] })
        .filter(({ code }) => code === "personal_column")
        .map((finding) => ({ ...finding, column: `シート${position}` })),
    );
  });
  const seen = new Set<string>();
  const texts = aside.filter(({ text }) => text.length > 5 && !seen.has(text) && seen.add(text));
  return [...cells, ...headings, ...screenTable({ header: [], headerRow: 0, rows: [], aside: texts })];
}
